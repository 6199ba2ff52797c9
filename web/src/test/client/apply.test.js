import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { applyConversation, applyFrame, applyMessage, applyReceipt } from '../../main/resources/web/client/state/apply.js';
import { Device } from '../support/device.js';
import { bob, chat, FakeServer, me } from '../support/fake-server.js';

let device;
let server;

beforeEach(async () => {
  server = new FakeServer().install();
  device = await Device.ofAlice();
});

test('a message that comes twice is one message and counts once', async () => {
  const message = server.sends(bob, 'Hello');
  await device.commit((change) => applyMessage(change, message));
  await device.commit((change) => applyMessage(change, message));
  assert.deepEqual(await device.contents(), ['Hello']);
  assert.equal(device.unread(), 1);
});

test('a status never goes back, whatever order the copies come in', async () => {
  const message = { ...server.sends(me, 'Hello'), status: 'read' };
  await device.commit((change) => applyMessage(change, message));
  await device.commit((change) => applyMessage(change, { ...message, status: 'sent' }));
  await device.commit((change) => applyReceipt(change, { message_id: message.id, user_id: bob.id, status: 'delivered', at: null }));
  assert.equal((await device.stored())[0].status, 'read');
});

test('a message deleted for everyone stays so when an older copy follows', async () => {
  const message = server.sends(bob, 'Oops');
  await device.commit((change) => applyMessage(change, message));
  await device.commit((change) => applyFrame(change, { type: 'message_deleted', data: { message_id: message.id, for: 'everyone' } }));
  assert.equal(device.unread(), 0);
  await device.commit((change) => applyMessage(change, message));
  const [stored] = await device.stored();
  assert.equal(stored.content, null);
  assert.equal(stored.deleted, true);
  assert.equal(device.unread(), 0);
});

test('a message deleted for me is gone and no longer unread', async () => {
  const message = server.sends(bob, 'Secret');
  await device.commit((change) => applyMessage(change, message));
  await device.commit((change) => applyMessage(change, { id: message.id, deleted_for: 'me' }));
  assert.deepEqual(await device.contents(), []);
  assert.equal(device.unread(), 0);
});

test('reading on another device up to a message leaves the later ones unread', async () => {
  for (const content of ['One', 'Two', 'Three']) {
    const message = server.sends(bob, content);
    await device.commit((change) => applyMessage(change, message));
  }
  await device.commit((change) => applyFrame(change, {
    type: 'conversation_read', data: { conversation_id: chat, read_by: me.id, seq: 2, read_at: '2026-01-01T00:01:00Z' },
  }));
  assert.equal(device.unread(), 1);
});

test('unread messages that are not here yet are counted by the server, those here by the client', async () => {
  const all = ['One', 'Two', 'Three'].map((content) => server.sends(bob, content));
  await device.commit(async (change) => {
    await applyConversation(change, {
      id: chat, participant: { ...bob, last_seen: null }, is_blocked: false, is_deleted: false, unread_count: 3,
      cleared_seq: 0, last_message: all[2], created_at: all[0].created_at, updated_at: all[2].created_at,
    });
    await applyMessage(change, all[2]);
  });
  assert.equal(device.unread(), 3);
  await device.commit((change) => applyMessage(change, { ...all[2], is_read: true }));
  assert.equal(device.unread(), 2);
});

test('a name that changes changes in every conversation', async () => {
  const message = server.sends(bob, 'Hello');
  await device.commit((change) => applyMessage(change, message));
  await device.commit((change) => applyFrame(change, { type: 'user_updated', data: { ...bob, full_name: 'Robert' } }));
  assert.equal(device.conversation().other.full_name, 'Robert');
});
