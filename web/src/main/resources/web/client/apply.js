import {
  further, isUnread, lastRecord, messageRecord, userOf,
} from './records.js';

/**
 * What the server tells, put into what is kept. Everything may come twice, and in its present state
 * rather than in that of the moment it happened: so states only ever get further, and counting goes by
 * what is kept, not by what comes.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./records.js').ConversationRecord} ConversationRecord
 * @typedef {import('./records.js').MessageRecord} MessageRecord
 */

/**
 * @param {Draft} draft
 * @param {any} wire  a message, or the mark of one that is hidden
 * @param {{isHistory?: boolean}} [options]  history reaches below the floor, and is no news
 */
export async function applyMessage(draft, wire, { isHistory = false } = {}) {
  if (wire.deleted_for === 'me') {
    await removeMessage(draft, wire.id);
    return;
  }
  const conversation = await draft.conversation(wire.conversation_id);
  const old = await draft.message(conversation.id, wire.seq);
  const isBelow = conversation.floor !== null && wire.seq < conversation.floor;
  if (wire.seq <= conversation.clearedSeq || (!old && isBelow && !isHistory)) {
    return;
  }
  const message = merged(old, messageRecord(wire, draft.me));
  save(draft, conversation, old, message);
  conversation.floor = Math.min(conversation.floor ?? wire.seq, wire.seq);
  setLast(conversation, message);
  if (message.own) {
    draft.removeUnsent(message.key);
  }
  if (!isHistory) {
    appear(draft, conversation, wire, old, message);
  }
}

/** @param {Draft} draft @param {ConversationRecord} conversation @param {any} wire @param {MessageRecord | undefined} old @param {MessageRecord} message */
function appear(draft, conversation, wire, old, message) {
  conversation.listed = true;
  if (!message.own) {
    conversation.other = userOf(wire.sender);
  }
  if (old === undefined) {
    conversation.updatedAt = later(conversation.updatedAt, message.createdAt);
    if (isUnread(message)) {
      draft.changed.arrived.push(message);
    }
  }
}

/** @param {MessageRecord | undefined} old @param {MessageRecord} fresh @returns {MessageRecord} */
function merged(old, fresh) {
  if (!old) {
    return fresh;
  }
  const deleted = old.deleted || fresh.deleted;
  return {
    ...fresh,
    deleted,
    content: deleted ? null : fresh.content,
    attachments: deleted ? [] : fresh.attachments,
    status: further(old.status, fresh.status),
    readAt: fresh.readAt ?? old.readAt,
  };
}

/** @param {Draft} draft @param {ConversationRecord} conversation @param {MessageRecord | undefined} old @param {MessageRecord} message */
function save(draft, conversation, old, message) {
  conversation.above += Number(isUnread(message)) - Number(isUnread(old));
  draft.saveMessage(message);
}

/** @param {Draft} draft @param {string} id */
async function removeMessage(draft, id) {
  const message = await draft.messageById(id);
  if (message) {
    const conversation = await draft.conversation(message.conversationId);
    conversation.above -= Number(isUnread(message));
    draft.removeMessage(message);
  }
}

/** @param {Draft} draft @param {string} id */
async function buryMessage(draft, id) {
  const message = await draft.messageById(id);
  if (message) {
    const conversation = await draft.conversation(message.conversationId);
    const buried = { ...message, deleted: true, content: null, attachments: [] };
    save(draft, conversation, message, buried);
    setLast(conversation, buried);
  }
}

/** @param {ConversationRecord} conversation @param {MessageRecord} message */
function setLast(conversation, message) {
  const { last } = conversation;
  const isNewest = last === null || last.id === message.id
    || (last.seq !== null ? message.seq > last.seq : message.createdAt > last.createdAt);
  if (isNewest) {
    const { id, seq, own, type, content, attachments, createdAt, deleted } = message;
    conversation.last = { id, seq, own, type, content, attachments, createdAt, deleted };
  }
}

/** @param {Draft} draft @param {any} wire */
export async function applyConversation(draft, wire) {
  const conversation = await draft.conversation(wire.id);
  if (wire.is_deleted) {
    await leave(draft, conversation);
    return;
  }
  conversation.listed = true;
  describe(conversation, wire);
  await clear(draft, conversation, wire.cleared_seq);
  conversation.told = { unread: wire.unread_count, lastId: wire.last_message?.id ?? null };
  if (wire.last_message === null) {
    conversation.last = null;
  } else if (conversation.last?.id !== wire.last_message.id
      && !(conversation.last && conversation.last.createdAt > wire.last_message.created_at)) {
    conversation.last = lastRecord(wire.last_message, draft.me);
  }
}

/** What holds of a conversation whether it is in the inbox or not. @param {ConversationRecord} conversation @param {any} wire */
export function describe(conversation, wire) {
  conversation.other = userOf(wire.participant);
  conversation.lastSeen = wire.participant.last_seen;
  conversation.blocked = wire.is_blocked;
  conversation.refusal = null;
  conversation.createdAt = wire.created_at;
  conversation.updatedAt = later(conversation.updatedAt, wire.updated_at);
}

/** It comes back with what is then in it, so nothing of it is worth keeping. @param {Draft} draft @param {ConversationRecord} conversation */
async function leave(draft, conversation) {
  await empty(draft, conversation);
  conversation.listed = false;
  conversation.last = null;
  conversation.told = null;
}

/** @param {Draft} draft @param {ConversationRecord} conversation */
export async function empty(draft, conversation) {
  await draft.removeMessages(conversation.id);
  conversation.floor = null;
  conversation.above = 0;
  conversation.below = 0;
}

/** @param {Draft} draft @param {ConversationRecord} conversation @param {number} seq */
async function clear(draft, conversation, seq) {
  if (seq <= conversation.clearedSeq) {
    return;
  }
  conversation.clearedSeq = seq;
  conversation.below = 0;
  for (const message of await draft.messages(conversation.id, 0, seq)) {
    conversation.above -= Number(isUnread(message));
    draft.removeMessage(message);
  }
  conversation.floor = conversation.floor === null ? null : Math.max(conversation.floor, seq + 1);
}

/**
 * The server's count holds for the moment of its last message: what is unread before the floor
 * follows from it once that message is here.
 *
 * @param {Draft} draft
 * @param {ConversationRecord} conversation
 */
export async function reconcile(draft, conversation) {
  const { told, floor } = conversation;
  if (told === null || floor === null) {
    return;
  }
  const last = told.lastId === null ? null : await draft.messageById(told.lastId);
  if (last) {
    const newer = await draft.messages(conversation.id, last.seq + 1, Infinity);
    const counted = conversation.above - newer.filter(isUnread).length;
    conversation.below = Math.max(0, told.unread - counted);
    conversation.told = null;
  }
}

/** @param {Draft} draft @param {any} receipt  as sync has them */
export async function applyReceipt(draft, receipt) {
  const { conversation_id: id, up_to_seq: upTo, status, message_id: messageId, at } = receipt;
  const isMine = receipt.user_id === draft.me;
  if (isMine && status !== 'read') {
    return;
  }
  if (upTo === null || upTo === undefined) {
    await applyOne(draft, messageId, status, at, isMine);
    return;
  }
  const conversation = await draft.conversation(id);
  if (isMine) {
    await readUpTo(draft, conversation, upTo, at);
  } else if (status === 'read') {
    conversation.readUpTo = Math.max(conversation.readUpTo, upTo);
  } else {
    conversation.deliveredUpTo = Math.max(conversation.deliveredUpTo, upTo);
  }
}

/** @param {Draft} draft @param {string} id @param {'delivered' | 'read'} status @param {string | null} at @param {boolean} isMine */
async function applyOne(draft, id, status, at, isMine) {
  const message = await draft.messageById(id);
  if (message && message.own !== isMine) {
    const conversation = await draft.conversation(message.conversationId);
    const further_ = further(message.status, status);
    save(draft, conversation, message, { ...message, status: further_, readAt: at ?? message.readAt });
  }
}

/** All incoming ones. @param {Draft} draft @param {ConversationRecord} conversation @param {number} upTo @param {string | null} at */
export async function readUpTo(draft, conversation, upTo, at) {
  if (conversation.floor === null || upTo >= conversation.floor) {
    conversation.below = 0;
  }
  if (conversation.above > 0) {
    for (const message of await draft.messages(conversation.id, conversation.floor ?? 0, upTo)) {
      if (isUnread(message)) {
        save(draft, conversation, message, { ...message, status: 'read', readAt: at });
      }
    }
  }
}

/** @param {Draft} draft @param {any} frame  an event of the socket; others do nothing */
export async function applyFrame(draft, frame) {
  const { data } = frame;
  switch (frame.type) {
    case 'new_message':
      return applyMessage(draft, data);
    case 'ack':
      return frame.message ? applyMessage(draft, frame.message) : undefined;
    case 'message_status':
      return applyReceipt(draft, data);
    case 'message_read':
      return applyReceipt(draft, { ...data, user_id: data.read_by, status: 'read', at: data.read_at });
    case 'conversation_read':
      return applyReceipt(draft, {
        ...data, user_id: data.read_by, status: 'read', at: data.read_at, up_to_seq: data.seq,
      });
    case 'message_deleted':
      return data.for === 'me' ? removeMessage(draft, data.message_id) : buryMessage(draft, data.message_id);
    case 'conversation_updated':
      return applyConversation(draft, data);
    case 'blocked':
      return applyBlock(draft, data);
    case 'user_updated':
      return applyUser(draft, data);
    case 'settings_updated':
      return draft.saveMeta('settings', data);
    default:
      return undefined;
  }
}

/** Somebody as they are called and look now, wherever they stand. @param {Draft} draft @param {any} wire */
export async function applyUser(draft, wire) {
  const user = userOf(wire);
  if (user.id === draft.me) {
    draft.saveMeta('user', user);
  }
  const known = [...(await draft.allConversations()), ...draft.touched()];
  for (const { id } of known.filter(({ other }) => other?.id === user.id)) {
    const conversation = await draft.conversation(id);
    conversation.other = user;
    // The account may have been enabled again.
    conversation.refusal = null;
  }
}

/** @param {Draft} draft @param {{user_id: string, is_blocked: boolean}} change */
export async function applyBlock(draft, { user_id: id, is_blocked: isBlocked }) {
  const others = ((await draft.meta('blocks')) ?? []).filter((/** @type {string} */ each) => each !== id);
  draft.saveMeta('blocks', isBlocked ? [...others, id] : others);
}

/** @param {string} a @param {string} b */
function later(a, b) {
  return a > b ? a : b;
}
