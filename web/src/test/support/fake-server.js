/**
 * A server for one person, in memory: their conversations, messages and events. Answers `fetch` and
 * `WebSocket` as the real one does (docs/behaviour.md), as far as the client library needs it. Faults
 * are made by `next`, which answers one request in place of the server.
 */
const ME = '00000000-0000-7000-8000-000000000001';
export const me = { id: ME, username: 'alice', full_name: 'Alice', avatar_url: null };
export const bob = { id: '00000000-0000-7000-8000-000000000002', username: 'bob', full_name: 'Bob', avatar_url: null };
export const chat = '00000000-0000-7000-8000-0000000000c1';

const json = (status, body, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const ok = (data, status = 200) => json(status, { success: true, data });
export const refused = (status, code, headers, details) =>
  json(status, { success: false, error: { code, message: code, details } }, headers);

export class FakeServer {
  /** Events of the person's feed; a cursor is the number of events it has seen. */
  events = [];
  messages = [];
  /** Requests in the order of arrival: `{method, path, body}`. */
  requests = [];
  sockets = [];
  config = {
    account: { identity: 'builtin', min_password_length: 9, max_password_length: 90, max_full_name_length: 30 },
    message: { max_length: 100, max_attachments: 2, delete_for_everyone_seconds: 60 },
    presence: { typing_seconds: 4, max_watched: 3 },
    upload: {
      max_files: 2, max_bytes: 2_000, max_avatar_bytes: 1_000, unsent_seconds: 3_600,
      kinds: [{ category: 'image', max_bytes: 1_000, extensions: ['jpg', 'png'] }],
    },
  };
  /** Every socket is refused while this holds. */
  refusesSockets = false;
  pageSize = 500;
  #faults = [];
  #conversations = new Map();

  /** Answers the next request that matches in place of the server. */
  next(pattern, answer) {
    this.#faults.push({ pattern, answer });
  }

  install() {
    const server = this;
    globalThis.fetch = (path, options) => this.#fetch(String(path), options);
    globalThis.location = { origin: 'http://server.test', href: 'http://server.test/' };
    // Node 20 has none, later versions have one that tells nothing about the network.
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
    globalThis.WebSocket = class extends FakeSocket {
      static OPEN = 1;

      constructor(address) {
        super(address, server);
      }
    };
    return this;
  }

  async #fetch(path, { method = 'GET', body, signal } = {}) {
    const request = { method, path, body: body === undefined ? undefined : JSON.parse(body) };
    this.requests.push(request);
    const fault = this.#faults.findIndex((each) => each.pattern.test(`${method} ${path}`));
    if (fault >= 0) {
      const [{ answer }] = this.#faults.splice(fault, 1);
      return answer(request, signal, () => this.#answer(request));
    }
    return this.#answer(request, signal);
  }

  #answer({ method, path, body }, signal) {
    const url = new URL(path, location.origin);
    if (url.pathname === '/v1/sync') {
      const isNews = this.since(url.searchParams.get('cursor')) !== this.events.length;
      if (url.searchParams.get('wait') !== '0' && !isNews) {
        return this.#held({ method, path, body }, signal);
      }
      return ok(this.#page(url.searchParams.get('cursor')));
    }
    if (url.pathname === '/v1/config') {
      return ok(this.config);
    }
    if (url.pathname === '/v1/ws/ticket') {
      return ok({ ticket: 'once' });
    }
    const send = /^\/v1\/conversations\/([^/]+)\/messages$/.exec(url.pathname);
    if (method === 'POST' && send) {
      return ok(this.sends(me, body.content, { key: body.client_message_id, conversation: send[1] }), 201);
    }
    return refused(404, 'not_found');
  }

  /** A long poll: until something happens. */
  async #held(request, signal) {
    await new Promise((resolve, reject) => {
      this.#polls.push(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return this.#answer(request, signal);
  }

  #polls = [];

  /** Somebody writes; the same key makes no second message. */
  sends(sender, content, { key = null, conversation = chat } = {}) {
    const known = key && this.messages.find((each) => each.client_message_id === key);
    if (known) {
      return known;
    }
    this.#conversations.set(conversation, bob);
    const seq = this.messages.filter((each) => each.conversation_id === conversation).length + 1;
    const message = {
      id: `00000000-0000-7000-9000-${String(this.messages.length + 1).padStart(12, '0')}`,
      conversation_id: conversation, seq, sender_id: sender.id, sender, client_message_id: key,
      message_type: 'text', content, attachments: [], status: 'sent', is_read: false, read_at: null,
      is_deleted: false, created_at: new Date(Date.UTC(2026, 0, 1, 0, 0, this.messages.length)).toISOString(),
    };
    this.messages.push(message);
    this.tells({ type: 'new_message', data: message });
    return message;
  }

  /** An event: it goes into the feed and to all open sockets. */
  tells(frame) {
    this.events.push(frame);
    this.#polls.splice(0).forEach((wake) => wake());
    const told = { ...frame, cursor: this.cursor };
    this.sockets.filter((each) => each.readyState === 1).forEach((each) => each.hears(told));
    return told;
  }

  get cursor() {
    return `${this.epoch}-${this.events.length}`;
  }

  epoch = 'one';

  /** Cursors of another epoch cannot be resumed. */
  starts(epoch) {
    this.epoch = epoch;
  }

  since(cursor) {
    const [epoch, number] = (cursor ?? '').split('-');
    return epoch === this.epoch ? Number(number) : null;
  }

  forgets(conversation) {
    this.#conversations.delete(conversation);
    this.messages = this.messages.filter((each) => each.conversation_id !== conversation);
  }

  #page(cursor) {
    const from = this.since(cursor);
    const isFresh = from === null;
    const messages = isFresh
      ? this.messages
      : this.events.slice(from).filter((each) => each.type === 'new_message').map((each) => each.data);
    return {
      cursor: this.cursor, reset: isFresh && cursor !== null, has_more: false,
      conversations: isFresh ? [...this.#conversations].map(([id, other]) => this.#conversation(id, other)) : [],
      messages: messages.toReversed(), receipts: [], blocks: [], users: [], settings: null,
    };
  }

  #conversation(id, participant) {
    const all = this.messages.filter((each) => each.conversation_id === id);
    const last = all.at(-1);
    return {
      id, participant: { ...participant, last_seen: null }, is_blocked: false, is_deleted: false,
      unread_count: all.filter((each) => each.sender_id !== ME && !each.is_read).length, cleared_seq: 0,
      last_message: last ?? null, created_at: '2026-01-01T00:00:00Z', updated_at: last?.created_at ?? '2026-01-01T00:00:00Z',
    };
  }
}

/** A connection as the client sees it. Opens, greets and replays in the next turn. */
class FakeSocket {
  readyState = 0;
  sent = [];

  constructor(address, server) {
    this.address = new URL(address);
    this.server = server;
    server.sockets.push(this);
    setImmediate(() => (server.refusesSockets ? this.closes(1006) : this.#opens()));
  }

  #opens() {
    this.readyState = 1;
    const { server } = this;
    this.hears({ type: 'hello', connection_id: 'c', heartbeat_seconds: 30, cursor: server.cursor });
    const from = server.since(this.address.searchParams.get('cursor'));
    if (from === null) {
      this.hears({ type: 'reset' });
      return;
    }
    server.events.slice(from).forEach((event, at) =>
      this.hears({ ...event, cursor: `${server.epoch}-${from + at + 1}` }));
    this.hears({ type: 'caught_up', cursor: server.cursor });
  }

  hears(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  /** By the server. */
  closes(code) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  /** By the client. */
  close() {
    this.readyState = 3;
  }
}
