import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Limits } from '../../main/resources/web/client/server/limits.js';
import { Typing } from '../../main/resources/web/client/typing.js';
import { Watching } from '../../main/resources/web/client/watching.js';
import { FakeServer, refused } from '../support/fake-server.js';

let server;
let limits;
let changes;

beforeEach(() => {
  server = new FakeServer().install();
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  changes = 0;
  limits = new Limits('', 'test', () => (changes += 1));
});

test('before the server has told them, nothing is limited here', () => {
  assert.equal(limits.messageLength, Infinity);
  assert.equal(limits.fileBytes, null);
});

test('they are those that the server tells, and views learn of it', async () => {
  await limits.load();
  assert.equal(limits.messageLength, 100);
  assert.equal(limits.deleteForEveryoneMillis, 60_000);
  assert.deepEqual(limits.fileBytes, { jpg: 1_000, png: 1_000 });
  assert.equal(changes, 1);
});

test('the next visit has them at once, also without a server', async () => {
  await limits.load();
  server.next(/config/, () => {
    throw new TypeError('Failed to fetch');
  });
  const next = new Limits('', 'test', () => {});
  await next.load();
  assert.equal(next.messageLength, 100);
});

test('a failure changes nothing', async () => {
  await limits.load();
  server.next(/config/, () => refused(503, 'unavailable'));
  await limits.load();
  assert.equal(limits.attachments, 2);
});

test('typing is reported twice in the time for which it is shown', async () => {
  await limits.load();
  let now = 0;
  const real = performance.now;
  performance.now = () => now;
  const told = [];
  const typing = new Typing({ ask: (_, frame) => told.push(frame.is_typing) }, limits);
  for (; now <= 4_000; now += 100) typing.now('c');
  performance.now = real;
  assert.equal(told.length, 3);
});

test('no more people are watched than one connection may', async () => {
  await limits.load();
  const sent = [];
  const watching = new Watching({ send: (frame) => sent.push(frame) }, { conversations: new Map() }, limits);
  watching.want(['a', 'b', 'c', 'd']);
  assert.deepEqual(sent.at(-1).user_ids, ['a', 'b', 'c']);
});
