import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { again, unsentRecords } from '../../main/resources/web/client/send/outbox.js';
import { chat } from '../support/fake-server.js';

const photo = (name) => new File(['x'], name, { type: 'image/png' });

test('nothing but spaces and no file is no message', () => {
  assert.deepEqual(unsentRecords(chat, { content: ' \n' }, 5), []);
});

test('a text stays as it was written', () => {
  const [item] = unsentRecords(chat, { content: '  5 < 6 ' }, 5);
  assert.equal(item.content, '  5 < 6 ');
  assert.equal(item.type, 'text');
});

test('pictures go as an image, and a picture with a document as files', () => {
  const document = new File(['x'], 'a.pdf', { type: 'application/pdf' });
  assert.equal(unsentRecords(chat, { files: [photo('a.png')] }, 5)[0].type, 'image');
  assert.equal(unsentRecords(chat, { files: [photo('a.png'), document] }, 5)[0].type, 'file');
});

test('more files than one message takes are several messages, and the text goes with the first', () => {
  const files = Array.from({ length: 7 }, (_, at) => photo(`${at}.png`));
  const items = unsentRecords(chat, { content: 'Seven', files }, 5);
  assert.deepEqual(items.map((each) => [each.content, each.files.length]), [['Seven', 5], [null, 2]]);
  assert.ok(items[1].order > items[0].order);
});

test('while the limit is not known all files stay together', () => {
  const files = Array.from({ length: 7 }, (_, at) => photo(`${at}.png`));
  assert.equal(unsentRecords(chat, { files }, Infinity).length, 1);
});

test('messages keep the order of writing when the clock is set back', () => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  const [first] = unsentRecords(chat, { content: 'First' }, 5);
  mock.timers.setTime(1_000);
  const [second] = unsentRecords(chat, { content: 'Second' }, 5);
  mock.timers.reset();
  assert.ok(second.order > first.order);
});

test('a message that is tried again keeps its id and the files that have arrived', () => {
  const [item] = unsentRecords(chat, { files: [photo('a.png'), photo('b.png')] }, 5);
  item.files[0] = { ...item.files[0], state: 'done', attachment: { id: 'u1', url: '/u1' } };
  item.files[1] = { ...item.files[1], state: 'failed' };
  const retried = again({ ...item, state: 'failed', error: { code: 'network' } }, item.order + 1);
  assert.equal(retried.key, item.key);
  assert.deepEqual(retried.files.map((each) => each.state), ['done', 'waiting']);
});

test('a message that was refused as invalid uploads its files again', () => {
  const [item] = unsentRecords(chat, { files: [photo('a.png')] }, 5);
  item.files[0] = { ...item.files[0], state: 'done', attachment: { id: 'u1', url: '/u1' } };
  const retried = again({ ...item, error: { code: 'invalid_request' } }, 1);
  assert.deepEqual(retried.files.map((each) => [each.state, each.attachment]), [['waiting', null]]);
});
