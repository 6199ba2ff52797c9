import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { again, unsentRecords } from '../../main/resources/web/client/outbox.js';
import { chat } from '../support/fake-server.js';

const photo = (name) => new File(['x'], name, { type: 'image/png' });

test('nothing but spaces and no file is no message', () => {
  assert.deepEqual(unsentRecords(chat, { content: ' \n' }), []);
});

test('a text stays as it was written', () => {
  const [item] = unsentRecords(chat, { content: '  5 < 6 ' });
  assert.equal(item.content, '  5 < 6 ');
  assert.equal(item.type, 'text');
});

test('pictures go as an image, and a picture with a document as files', () => {
  const document = new File(['x'], 'a.pdf', { type: 'application/pdf' });
  assert.equal(unsentRecords(chat, { files: [photo('a.png')] })[0].type, 'image');
  assert.equal(unsentRecords(chat, { files: [photo('a.png'), document] })[0].type, 'file');
});

test('messages keep the order of writing when the clock is set back', () => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  const [first] = unsentRecords(chat, { content: 'First' });
  mock.timers.setTime(1_000);
  const [second] = unsentRecords(chat, { content: 'Second' });
  mock.timers.reset();
  assert.ok(second.order > first.order);
});

test('a message that is tried again keeps its id and the files that have arrived', () => {
  const [item] = unsentRecords(chat, { files: [photo('a.png'), photo('b.png')] });
  item.files[0] = { ...item.files[0], state: 'done', attachment: { id: 'u1', url: '/u1' } };
  item.files[1] = { ...item.files[1], state: 'failed' };
  const retried = again({ ...item, state: 'failed', error: { code: 'network' } }, item.order + 1);
  assert.equal(retried.key, item.key);
  assert.deepEqual(retried.files.map((each) => each.state), ['done', 'waiting']);
});

test('a message that was refused as invalid uploads its files again', () => {
  const [item] = unsentRecords(chat, { files: [photo('a.png')] });
  item.files[0] = { ...item.files[0], state: 'done', attachment: { id: 'u1', url: '/u1' } };
  const retried = again({ ...item, error: { code: 'invalid_request' } }, 1);
  assert.deepEqual(retried.files.map((each) => [each.state, each.attachment]), [['waiting', null]]);
});
