import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Device } from '../support/device.js';
import { bob, chat, FakeServer, ok, refused } from '../support/fake-server.js';

const other = '00000000-0000-7000-8000-0000000000c2';
let device;
let server;

beforeEach(async () => {
  server = new FakeServer().install();
  device = await Device.ofAlice();
});

test('a fresh start brings what there is, and its messages ring no bell', async () => {
  server.sends(bob, 'One');
  server.sends(bob, 'Two');
  let arrived = 0;
  const apply = device.cache.apply.bind(device.cache);
  device.cache.apply = (changed, isOwn) => {
    arrived += changed.arrived.length;
    apply(changed, isOwn);
  };
  await device.sync.start();
  assert.deepEqual(await device.contents(), ['One', 'Two']);
  assert.equal(device.unread(), 2);
  assert.equal(arrived, 0);
  server.sends(bob, 'Three');
  await device.sync.page(0);
  assert.equal(arrived, 1);
});

test('the cursor is stored with the changes before it, or neither is', async () => {
  server.sends(bob, 'One');
  await device.sync.start();
  const before = device.sync.cursor;
  server.sends(bob, 'Two');
  server.next(/\/v1\/sync/, (request, signal, real) => real().json().then(({ data }) =>
    ok({ ...data, receipts: [null] })));
  await assert.rejects(device.sync.page(0));
  assert.equal(device.sync.cursor, before);
  await device.sync.page(0);
  assert.deepEqual(await device.contents(), ['One', 'Two']);
});

test('a page that the server cannot give changes nothing', async () => {
  server.next(/\/v1\/sync/, () => refused(503, 'unavailable', { 'Retry-After': '2' }));
  await assert.rejects(device.sync.start(), { code: 'unavailable', retryAfter: 2 });
  assert.equal(device.sync.cursor, null);
});

test('after a reset, conversations that the server no longer has are gone and the others are whole', async () => {
  server.sends(bob, 'Stays');
  server.sends(bob, 'Goes', { conversation: other });
  await device.sync.start();
  server.forgets(other);
  server.starts('two');
  server.sends(bob, 'New');
  await device.sync.page(0);
  assert.deepEqual(await device.contents(), ['Stays', 'New']);
  assert.equal(device.cache.conversations.has(other), false);
  assert.deepEqual(await device.contents(other), []);
});

test('until a fresh start is complete the old data stays visible', async () => {
  server.sends(bob, 'Old', { conversation: other });
  await device.sync.start();
  await device.sync.forget();
  server.sends(bob, 'New');
  server.next(/\/v1\/sync/, (request, signal, real) => real().json().then(({ data }) => ok({
    ...data, has_more: true, conversations: data.conversations.filter(({ id }) => id === chat),
    messages: data.messages.filter((each) => each.conversation_id === chat),
  })));
  await device.sync.page(0);
  assert.equal(device.cache.conversations.has(other), true);
  assert.equal(device.sync.cursor, null);
});

test('a heartbeat that names another cursor shows that something is missing', async () => {
  server.sends(bob, 'One');
  await device.sync.start();
  const same = await device.sync.apply([{ type: 'heartbeat', cursor: server.cursor }]);
  assert.equal(same.isBehind, false);
  server.sends(bob, 'Two');
  const later = await device.sync.apply([{ type: 'heartbeat', cursor: server.cursor }]);
  assert.equal(later.isBehind, true);
});
