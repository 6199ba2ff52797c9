/** Stores, and what their records are found by. */
export const STORES = {
  meta: 'name',
  conversations: 'id',
  messages: ['conversationId', 'seq'],
  outbox: 'key',
  drafts: 'conversationId',
  locks: 'name',
};
