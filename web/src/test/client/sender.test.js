import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Device, rest, until } from '../support/device.js';
import { FakeServer, refused } from '../support/fake-server.js';

const SEND = /POST \/v1\/conversations/;
const other = '00000000-0000-7000-8000-0000000000c2';
let device;
let server;

beforeEach(async () => {
  server = new FakeServer().install();
  device = await Device.ofAlice();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
});

afterEach(() => {
  device.sender.stop();
  mock.timers.reset();
});

const sent = () => server.messages.map((each) => each.content);
const isEmpty = () => device.cache.outbox.size === 0;

test('messages of one conversation go one after the other, in the order of writing', async () => {
  let letGo;
  server.next(SEND, async (request, signal, real) => {
    await new Promise((resolve) => (letGo = resolve));
    return real();
  });
  await device.writes('One');
  await device.writes('Two');
  await device.writes('Elsewhere', other);
  device.sender.start();
  await until(() => server.messages.length === 1);
  assert.deepEqual(sent(), ['Elsewhere']);
  letGo();
  await until(isEmpty);
  assert.deepEqual(sent(), ['Elsewhere', 'One', 'Two']);
});

test('a reply that is lost makes no second message', async () => {
  server.next(SEND, async (request, signal, real) => {
    real();
    throw new TypeError('Failed to fetch');
  });
  const key = await device.writes('Once');
  device.sender.start();
  await until(() => device.cache.outbox.get(key)?.error?.code === 'network');
  assert.equal(device.cache.outbox.get(key).state, 'waiting');
  mock.timers.tick(60_000);
  await until(isEmpty);
  assert.deepEqual(sent(), ['Once']);
  assert.deepEqual(await device.contents(), ['Once']);
});

test('a refused message waits for its writer, and the next one goes', async () => {
  server.next(SEND, () => refused(403, 'blocked', {}, { reason_code: 'blocked_by_recipient' }));
  const key = await device.writes('Refused');
  await device.writes('Goes');
  device.sender.start();
  await until(() => device.cache.outbox.size === 1);
  assert.equal(device.cache.outbox.get(key).state, 'failed');
  assert.equal(device.conversation().refusal, 'blocked_by_recipient');
  mock.timers.tick(3_600_000);
  await rest();
  assert.deepEqual(sent(), ['Goes']);
});

test('over the rate it waits as long as the server says, and not less', async () => {
  server.next(SEND, () => refused(429, 'rate_limited', { 'Retry-After': '7' }));
  const key = await device.writes('Patient');
  device.sender.start();
  await until(() => device.cache.outbox.get(key)?.error?.code === 'rate_limited');
  await rest();
  mock.timers.tick(6_900);
  await rest();
  assert.deepEqual(sent(), []);
  mock.timers.tick(400);
  await until(isEmpty);
  assert.deepEqual(sent(), ['Patient']);
});

test('a request without a reply is repeated after 20 seconds under the same id', async () => {
  server.next(SEND, (request, signal) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  }));
  const key = await device.writes('Again');
  device.sender.start();
  await until(() => server.requests.length === 1);
  mock.timers.tick(19_000);
  await rest();
  assert.equal(server.requests.length, 1);
  mock.timers.tick(1_000);
  await until(isEmpty);
  assert.deepEqual(server.requests.map((each) => each.body.client_message_id), [key, key]);
});

test('what was stored before the page was left is sent by the next page', async () => {
  await device.writes('Kept');
  const next = new Device();
  next.database = device.database;
  await next.database.run('readonly', (work) => device.cache.load(work));
  device.sender.start();
  await until(isEmpty);
  assert.deepEqual(sent(), ['Kept']);
});
