import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Device, rest, until } from '../support/device.js';
import { bob, FakeServer } from '../support/fake-server.js';

let device;
let server;

beforeEach(async () => {
  server = new FakeServer().install();
  device = await Device.ofAlice();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
});

afterEach(() => {
  device.connection.stop();
  mock.timers.reset();
});

const onlineTimes = () => device.heard.filter((each) => each === 'online').length;
const isOnline = () => until(() => onlineTimes() === 1);
const open = () => server.sockets.at(-1);

test('it catches up, says that it is online, and takes what comes', async () => {
  server.sends(bob, 'Before');
  device.connection.start();
  await isOnline();
  server.sends(bob, 'Live');
  await until(async () => (await device.contents()).length === 2);
  assert.deepEqual(await device.contents(), ['Before', 'Live']);
  mock.timers.tick(300);
  assert.deepEqual(open().sent.at(-1), { type: 'received', cursor: server.cursor });
});

test('after a break it resumes from the stored cursor and misses nothing', async () => {
  device.connection.start();
  await isOnline();
  const cursor = device.sync.cursor;
  open().closes(1006);
  server.sends(bob, 'While away');
  await rest();
  mock.timers.tick(60_000);
  await until(() => onlineTimes() === 2);
  assert.equal(open().address.searchParams.get('cursor'), cursor);
  await until(async () => (await device.contents()).length === 1);
  assert.equal(server.requests.filter((each) => each.path.startsWith('/v1/sync')).length, 1);
});

test('a cursor that the server does not know leads to a fresh start', async () => {
  device.connection.start();
  await isOnline();
  server.starts('two');
  server.sends(bob, 'In the new world');
  open().closes(1006);
  await rest();
  mock.timers.tick(60_000);
  await rest();
  mock.timers.tick(60_000);
  await until(async () => (await device.contents()).length === 1);
});

test('where sockets fail twice it polls, and tries a socket again after a minute', async () => {
  server.refusesSockets = true;
  device.connection.start();
  await until(() => server.sockets.length === 1);
  await rest();
  mock.timers.tick(60_000);
  await until(() => device.states.some((each) => each.transport === 'poll'));
  assert.equal(server.sockets.length, 2);
  server.sends(bob, 'By polling');
  await until(async () => (await device.contents()).length === 1);
});

test('closed for too many frames, it does not come back within a minute, whatever the browser says', async () => {
  device.connection.start();
  await isOnline();
  open().closes(4429);
  await rest();
  device.connection.wake();
  mock.timers.tick(59_000);
  await rest();
  assert.equal(server.sockets.length, 1);
  mock.timers.tick(32_000);
  await until(() => server.sockets.length === 2);
});

test('replaced by another connection, it stays away until the person asks', async () => {
  device.connection.start();
  await isOnline();
  open().closes(4502);
  await rest();
  mock.timers.tick(3_600_000);
  await rest();
  assert.equal(server.sockets.length, 1);
  assert.equal(device.states.at(-1).reason, 'replaced');
  device.connection.start();
  await until(() => server.sockets.length === 2);
});

test('a deleted account is told once, and nothing is tried again', async () => {
  device.connection.start();
  await isOnline();
  open().closes(4501);
  await rest();
  mock.timers.tick(3_600_000);
  await rest();
  assert.deepEqual(device.heard.filter((each) => each === 'gone'), ['gone']);
  assert.equal(server.sockets.length, 1);
});

test('a heartbeat with another cursor makes it ask for what it has missed', async () => {
  device.connection.start();
  await isOnline();
  const { cursor } = server;
  open().hears({ type: 'heartbeat', cursor: 'one-5' });
  await until(() => open().sent.some((each) => each.type === 'resume'));
  assert.equal(open().sent.find((each) => each.type === 'resume').cursor, cursor);
});

test('a connection that is silent after a ping is given up and made anew', async () => {
  device.connection.start();
  await isOnline();
  const first = open();
  mock.timers.tick(45_000);
  assert.deepEqual(first.sent.at(-1), { type: 'ping' });
  mock.timers.tick(5_000);
  await rest();
  mock.timers.tick(60_000);
  await until(() => server.sockets.length === 2);
});

test('typing is shown and never stored', async () => {
  device.connection.start();
  await isOnline();
  const { cursor } = device.sync;
  open().hears({ type: 'user_typing', data: { user_id: bob.id } });
  assert.equal(device.heard.at(-1).type, 'user_typing');
  assert.equal(device.sync.cursor, cursor);
});
