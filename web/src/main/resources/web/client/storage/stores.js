/** The object stores and their key paths. */
export const STORES = {
  meta: 'name',
  conversations: 'id',
  messages: ['conversationId', 'seq'],
  outbox: 'key',
  drafts: 'conversationId',
  locks: 'name',
};
