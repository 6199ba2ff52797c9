/**
 * @typedef {object} PendingReads
 * @property {boolean} all  nothing was left unread
 * @property {number} upTo  the last number that was seen
 * @property {string[]} ids
 */

/**
 * The stored records of conversations and messages, and their creation from server data.
 *
 * @typedef {import('../types.js').User} User
 *
 * @typedef {object} MessageRecord
 * @property {string} conversationId
 * @property {number} seq
 * @property {string} id
 * @property {string} key
 * @property {boolean} own
 * @property {'text' | 'image' | 'file' | 'system'} type
 * @property {string | null} author  the sender's name; null for own ones
 * @property {string | null} content
 * @property {import('../types.js').Attachment[]} attachments
 * @property {string} createdAt
 * @property {'sent' | 'delivered' | 'read'} status  `read` of an incoming one: read by this person
 * @property {string | null} readAt
 * @property {boolean} deleted
 *
 * @typedef {object} LastRecord
 * @property {string} id
 * @property {number | null} seq  null while the message itself is not here
 * @property {boolean} own
 * @property {'text' | 'image' | 'file' | 'system'} type
 * @property {string | null} content
 * @property {import('../types.js').Attachment[]} [attachments]  once the message itself was here
 * @property {string} createdAt
 * @property {boolean} deleted
 *
 * @typedef {object} ConversationRecord
 * @property {string} id
 * @property {User | null} other  null until the server has sent the person; of a group its name and picture
 * @property {boolean} group
 * @property {string | null} lastSeen
 * @property {LastRecord | null} last
 * @property {boolean} listed  in the inbox
 * @property {boolean} blocked
 * @property {string | null} refusal  why the last message was refused
 * @property {number} clearedSeq
 * @property {number | null} completeFromSeq  all messages from this number on are stored here
 * @property {number} above  unread ones among those that are here
 * @property {number} below  unread messages before `completeFromSeq`
 * @property {{unread: number, lastId: string | null} | null} serverCount  the server's count, until the
 *   message it was counted up to is here
 * @property {number} deliveredUpTo
 * @property {number} readUpTo  by the other
 * @property {PendingReads | null} pendingRead  read in this browser, not yet reported to the server
 * @property {string} createdAt
 * @property {string} updatedAt
 * @property {number} generation  of the fresh start that brought it
 */

/** @type {Record<string, number>} */
const RANKS = { sent: 0, delivered: 1, read: 2 };

/** The later of two statuses: a status never goes back. @template {string} S @param {S} a @param {S} b @returns {S} */
export function further(a, b) {
  return RANKS[a] >= RANKS[b] ? a : b;
}

/** @param {MessageRecord | undefined} message */
export function isUnread(message) {
  return message !== undefined && !message.own && !message.deleted && message.type !== 'system' && message.status !== 'read';
}

/** @param {any} wire @param {string} me @returns {MessageRecord} */
export function messageRecord(wire, me) {
  const own = wire.sender_id === me;
  return {
    conversationId: wire.conversation_id,
    seq: wire.seq,
    id: wire.id,
    key: (own && wire.client_message_id) || wire.id,
    own,
    author: own ? null : wire.sender?.full_name ?? null,
    type: wire.message_type,
    content: wire.content,
    attachments: wire.attachments ?? [],
    createdAt: wire.created_at,
    status: own ? wire.status : wire.is_read ? 'read' : 'delivered',
    readAt: wire.read_at,
    deleted: wire.is_deleted,
  };
}

/** @param {string} id @returns {ConversationRecord} */
export function emptyConversation(id) {
  return {
    id,
    other: null,
    group: false,
    lastSeen: null,
    last: null,
    listed: false,
    blocked: false,
    refusal: null,
    clearedSeq: 0,
    completeFromSeq: null,
    above: 0,
    below: 0,
    serverCount: null,
    deliveredUpTo: 0,
    readUpTo: 0,
    pendingRead: null,
    createdAt: '',
    updatedAt: '',
    generation: 0,
  };
}

/** @param {ConversationRecord} conversation */
export function unreadOf(conversation) {
  const { serverCount, completeFromSeq, above, below } = conversation;
  return serverCount !== null && completeFromSeq === null ? serverCount.unread : above + below;
}

/** @param {ConversationRecord} conversation */
export function hasOlder({ completeFromSeq, clearedSeq, last }) {
  return completeFromSeq === null ? last !== null : completeFromSeq > clearedSeq + 1;
}

/** @param {any} wire @returns {User} */
export function userOf({ id, username, full_name, avatar_url }) {
  return { id, username, full_name, avatar_url };
}

/** @param {any} wire @param {string} me @returns {LastRecord} */
export function lastRecord(wire, me) {
  return {
    id: wire.id,
    seq: null,
    own: wire.sender_id === me,
    type: wire.message_type,
    content: wire.content,
    createdAt: wire.created_at,
    deleted: wire.is_deleted,
  };
}
