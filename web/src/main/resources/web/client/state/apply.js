import {
  further, isUnread, lastRecord, messageRecord, userOf,
} from '../storage/records.js';

/**
 * Applies data of the server to the stored data. The same data may arrive twice, and it has its current
 * state, not the state at the time of the event. So a status never goes back, and counters are computed
 * from stored messages, not from frames.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 * @typedef {import('../storage/records.js').MessageRecord} MessageRecord
 */

/**
 * @param {Change} change
 * @param {any} wire  a message, or the mark of one that is hidden
 * @param {{isHistory?: boolean}} [options]  history may lie before `completeFromSeq` and raises no notification
 */
export async function applyMessage(change, wire, { isHistory = false } = {}) {
  if (wire.deleted_for === 'me') {
    await removeMessage(change, wire.id);
    return;
  }
  const conversation = await change.conversation(wire.conversation_id);
  const old = await change.message(conversation.id, wire.seq);
  const isBelow = conversation.completeFromSeq !== null && wire.seq < conversation.completeFromSeq;
  if (wire.seq <= conversation.clearedSeq || (!old && isBelow && !isHistory)) {
    return;
  }
  const message = merged(old, messageRecord(wire, change.me));
  save(change, conversation, old, message);
  conversation.completeFromSeq = Math.min(conversation.completeFromSeq ?? wire.seq, wire.seq);
  if (message.type === 'system') {
    return;
  }
  setLast(conversation, message);
  if (message.own) {
    change.removeUnsent(message.key);
  }
  if (!isHistory) {
    appear(change, conversation, wire, old, message);
  }
}

/** @param {Change} change @param {ConversationRecord} conversation @param {any} wire @param {MessageRecord | undefined} old @param {MessageRecord} message */
function appear(change, conversation, wire, old, message) {
  conversation.listed = true;
  if (!message.own && !conversation.group) {
    conversation.other = userOf(wire.sender);
  }
  if (old === undefined) {
    conversation.updatedAt = later(conversation.updatedAt, message.createdAt);
    if (isUnread(message)) {
      change.changed.arrived.push(message);
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

/** @param {Change} change @param {ConversationRecord} conversation @param {MessageRecord | undefined} old @param {MessageRecord} message */
function save(change, conversation, old, message) {
  conversation.above += Number(isUnread(message)) - Number(isUnread(old));
  change.saveMessage(message);
}

/** @param {Change} change @param {string} id */
async function removeMessage(change, id) {
  const message = await change.messageById(id);
  if (message) {
    const conversation = await change.conversation(message.conversationId);
    conversation.above -= Number(isUnread(message));
    change.removeMessage(message);
  }
}

/** @param {Change} change @param {string} id */
async function buryMessage(change, id) {
  const message = await change.messageById(id);
  if (message) {
    const conversation = await change.conversation(message.conversationId);
    const buried = { ...message, deleted: true, content: null, attachments: [] };
    save(change, conversation, message, buried);
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

/** @param {Change} change @param {any} wire */
export async function applyConversation(change, wire) {
  const conversation = await change.conversation(wire.id);
  if (wire.is_deleted) {
    await leave(change, conversation);
    return;
  }
  conversation.listed = true;
  describe(conversation, wire);
  await clear(change, conversation, wire.cleared_seq);
  conversation.serverCount = { unread: wire.unread_count, lastId: wire.last_message?.id ?? null };
  if (wire.last_message === null) {
    conversation.last = null;
  } else if (conversation.last?.id !== wire.last_message.id
      && !(conversation.last && conversation.last.createdAt > wire.last_message.created_at)) {
    conversation.last = lastRecord(wire.last_message, change.me);
  }
}

/** Fields of a conversation that are set whether or not it is in the inbox. @param {ConversationRecord} conversation @param {any} wire */
export function describe(conversation, wire) {
  conversation.group = wire.type === 'group';
  conversation.other = conversation.group ? groupOf(wire) : userOf(wire.participant);
  conversation.lastSeen = wire.participant?.last_seen ?? null;
  conversation.blocked = wire.is_blocked;
  conversation.refusal = null;
  conversation.createdAt = wire.created_at;
  conversation.updatedAt = later(conversation.updatedAt, wire.updated_at);
}

/** A group has a name and a picture where a direct conversation has a person. @param {any} wire */
function groupOf({ id, group: { name, avatar_url } }) {
  return { id, username: '', full_name: name, avatar_url };
}

/** A conversation that returns is sent again in full, so its messages are deleted here. @param {Change} change @param {ConversationRecord} conversation */
async function leave(change, conversation) {
  await empty(change, conversation);
  conversation.listed = false;
  conversation.last = null;
  conversation.serverCount = null;
}

/** @param {Change} change @param {ConversationRecord} conversation */
export async function empty(change, conversation) {
  await change.removeMessages(conversation.id);
  conversation.completeFromSeq = null;
  conversation.above = 0;
  conversation.below = 0;
}

/** @param {Change} change @param {ConversationRecord} conversation @param {number} seq */
async function clear(change, conversation, seq) {
  if (seq <= conversation.clearedSeq) {
    return;
  }
  conversation.clearedSeq = seq;
  conversation.below = 0;
  for (const message of await change.messages(conversation.id, 0, seq)) {
    conversation.above -= Number(isUnread(message));
    change.removeMessage(message);
  }
  conversation.completeFromSeq = conversation.completeFromSeq === null ? null : Math.max(conversation.completeFromSeq, seq + 1);
}

/**
 * The server's unread count is valid at its last message. Once that message is stored, the number of
 * unread messages before `completeFromSeq` is the server's count minus those counted here.
 *
 * @param {Change} change
 * @param {ConversationRecord} conversation
 */
export async function reconcile(change, conversation) {
  const { serverCount, completeFromSeq } = conversation;
  if (serverCount === null || completeFromSeq === null) {
    return;
  }
  const last = serverCount.lastId === null ? null : await change.messageById(serverCount.lastId);
  if (last) {
    const newer = await change.messages(conversation.id, last.seq + 1, Infinity);
    const counted = conversation.above - newer.filter(isUnread).length;
    conversation.below = Math.max(0, serverCount.unread - counted);
    conversation.serverCount = null;
  }
}

/** @param {Change} change @param {any} receipt  as sync has them */
export async function applyReceipt(change, receipt) {
  const { conversation_id: id, up_to_seq: upTo, status, message_id: messageId, at } = receipt;
  const isMine = receipt.user_id === change.me;
  if (isMine && status !== 'read') {
    return;
  }
  if (upTo === null || upTo === undefined) {
    await applyOne(change, messageId, status, at, isMine);
    return;
  }
  const conversation = await change.conversation(id);
  if (isMine) {
    await readUpTo(change, conversation, upTo, at);
  } else if (status === 'read') {
    conversation.readUpTo = Math.max(conversation.readUpTo, upTo);
  } else {
    conversation.deliveredUpTo = Math.max(conversation.deliveredUpTo, upTo);
  }
}

/** @param {Change} change @param {string} id @param {'delivered' | 'read'} status @param {string | null} at @param {boolean} isMine */
async function applyOne(change, id, status, at, isMine) {
  const message = await change.messageById(id);
  if (message && message.own !== isMine) {
    const conversation = await change.conversation(message.conversationId);
    const further_ = further(message.status, status);
    save(change, conversation, message, { ...message, status: further_, readAt: at ?? message.readAt });
  }
}

/** Marks all incoming messages read. @param {Change} change @param {ConversationRecord} conversation @param {number} upTo @param {string | null} at */
export async function readUpTo(change, conversation, upTo, at) {
  if (conversation.completeFromSeq === null || upTo >= conversation.completeFromSeq) {
    conversation.below = 0;
  }
  if (conversation.above > 0) {
    for (const message of await change.messages(conversation.id, conversation.completeFromSeq ?? 0, upTo)) {
      if (isUnread(message)) {
        save(change, conversation, message, { ...message, status: 'read', readAt: at });
      }
    }
  }
}

/** @param {Change} change @param {any} frame  an event of the socket; others do nothing */
export async function applyFrame(change, frame) {
  const { data } = frame;
  switch (frame.type) {
    case 'new_message':
      return applyMessage(change, data);
    case 'ack':
      return frame.message ? applyMessage(change, frame.message) : undefined;
    case 'message_status':
      return applyReceipt(change, data);
    case 'message_read':
      return applyReceipt(change, { ...data, user_id: data.read_by, status: 'read', at: data.read_at });
    case 'conversation_read':
      return applyReceipt(change, {
        ...data, user_id: data.read_by, status: 'read', at: data.read_at, up_to_seq: data.seq,
      });
    case 'message_deleted':
      return data.for === 'me' ? removeMessage(change, data.message_id) : buryMessage(change, data.message_id);
    case 'conversation_updated':
      return applyConversation(change, data);
    case 'blocked':
      return applyBlock(change, data);
    case 'user_updated':
      return applyUser(change, data);
    case 'settings_updated':
      return change.saveMeta('settings', data);
    default:
      return undefined;
  }
}

/** Updates a person's name and avatar in all conversations. @param {Change} change @param {any} wire */
export async function applyUser(change, wire) {
  const user = userOf(wire);
  if (user.id === change.me) {
    change.saveMeta('user', user);
  }
  const known = [...(await change.allConversations()), ...change.touched()];
  for (const { id } of known.filter(({ other }) => other?.id === user.id)) {
    const conversation = await change.conversation(id);
    conversation.other = user;
    // The account may have been enabled again.
    conversation.refusal = null;
  }
}

/** @param {Change} change @param {{user_id: string, is_blocked: boolean}} block */
export async function applyBlock(change, { user_id: id, is_blocked: isBlocked }) {
  const others = ((await change.meta('blocks')) ?? []).filter((/** @type {string} */ each) => each !== id);
  change.saveMeta('blocks', isBlocked ? [...others, id] : others);
}

/** @param {string} a @param {string} b */
function later(a, b) {
  return a > b ? a : b;
}
