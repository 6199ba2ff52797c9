import { further } from '../storage/records.js';

/**
 * Creates messages for views from stored records. An unchanged message stays the same object.
 *
 * @typedef {import('../types.js').Message} Message
 * @typedef {import('../storage/records.js').MessageRecord} MessageRecord
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 * @typedef {import('../send/outbox.js').UnsentRecord} UnsentRecord
 */
export class Messages {
  /** @type {WeakMap<object, Message>} */
  #made = new WeakMap();

  /** @param {MessageRecord} record @param {ConversationRecord | undefined} conversation @returns {Message} */
  stored(record, conversation) {
    const status = statusOf(record, conversation);
    const known = this.#made.get(record);
    if (known && known.status === status) {
      return known;
    }
    const { key, id, seq, own, author, type, content, attachments, createdAt, readAt, deleted } = record;
    /** @type {Message} */
    const message = {
      key, id, seq, own, author, type, content, attachments, createdAt, status, readAt, deleted,
      late: false, error: null, uploads: [],
    };
    this.#made.set(record, message);
    return message;
  }

  /** @param {UnsentRecord} item @param {import('../types.js').UploadState[]} uploads @param {boolean} late @returns {Message} */
  unsent(item, uploads, late) {
    return {
      key: item.key,
      id: null,
      seq: null,
      own: true, author: null,
      type: item.type,
      content: item.content,
      attachments: [],
      createdAt: item.createdAt,
      status: item.state,
      readAt: null,
      deleted: false,
      late,
      error: item.error,
      uploads,
    };
  }
}

/** @param {MessageRecord} record @param {ConversationRecord | undefined} conversation */
function statusOf({ own, seq, status }, conversation) {
  if (!own || !conversation) {
    return status;
  }
  const told = seq <= conversation.readUpTo ? 'read' : seq <= conversation.deliveredUpTo ? 'delivered' : 'sent';
  return further(status, told);
}
