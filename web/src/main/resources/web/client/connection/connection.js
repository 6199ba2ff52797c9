import { Backoff } from './backoff.js';
import { DmFailure } from '../server/failure.js';
import { FrameQueue } from './frame-queue.js';
import { Pause } from './pause.js';
import { Socket } from './socket.js';

const FIRST_PERMANENT = 4500;
const GONE = 4501;
const TOO_MANY = 4429;
const A_MINUTE = 60_000;
const RENEW_EVERY = 15_000;
const POLL_SECONDS = 25;
/** Consecutive failed handshakes before long polling is used: some networks block WebSockets. */
const PATIENCE = 2;

/**
 * Keeps the leading tab connected by a socket. If sockets fail, it uses long polling and tries a socket
 * every minute. It reconnects after growing, random delays or after the delay the server sent, and
 * resumes from the stored cursor.
 *
 * @typedef {import('../types.js').Connection} State
 */
export class Connection {
  #api;
  #tokens;
  #sync;
  #events;
  #backoff = new Backoff();
  #pause = new Pause();
  /** @type {Socket | null} */
  #socket = null;
  #refusals = 0;
  #run = 0;
  /** The server asked for this delay; local events do not shorten it. */
  #isBarred = false;
  /** @type {AbortController | null} */
  #polling = null;

  /**
   * @param {import('../server/api.js').Api} api
   * @param {(stale: string | null) => Promise<string>} tokens
   * @param {import('../state/sync.js').Sync} sync
   * @param {{state: (state: Partial<State>) => void, live: (frame: any) => void, online: () => void, gone: () => void, unauthorized: (code: string) => void}} events
   *   `online`: caught up; again after each interruption. `gone`: the account was deleted or disabled
   */
  constructor(api, tokens, sync, events) {
    this.#api = api;
    this.#tokens = tokens;
    this.#sync = sync;
    this.#events = events;
  }

  start() {
    this.stop();
    this.#pause = new Pause();
    this.#isBarred = false;
    this.#live(this.#run);
  }

  stop() {
    this.#run += 1;
    this.#pause.end();
    this.#polling?.abort();
    this.#socket?.close();
  }

  /** The network may have improved: reconnect at once, or check the open socket. */
  wake() {
    if (!this.#isBarred) {
      this.#pause.end();
    }
    this.#socket?.check();
  }

  /** @param {object} frame @returns {boolean} */
  send(frame) {
    return this.#socket?.send(frame) ?? false;
  }

  /** @param {number} run  ends when another one has begun */
  async #live(run) {
    const isCurrent = () => run === this.#run;
    while (isCurrent()) {
      try {
        await this.#sync.start();
        const millis = await this.#connected(isCurrent);
        if (isCurrent()) {
          await this.#rest(millis);
        }
      } catch (error) {
        const { code, status, retryAfter } = DmFailure.from(error);
        if (!isCurrent()) {
          return;
        }
        if (status === 401) {
          this.#events.unauthorized(code);
          return;
        }
        await this.#rest(retryAfter ? retryAfter * 1000 : this.#backoff.next());
      }
    }
  }

  /** @param {number} millis */
  async #rest(millis) {
    if (millis > 0) {
      this.#events.state({ state: away(), retryAt: Date.now() + millis });
      await this.#pause.for(millis);
      this.#events.state({ retryAt: null });
    }
  }

  /** @param {() => boolean} isCurrent @returns {Promise<number>} how long to wait before the next try */
  async #connected(isCurrent) {
    if (this.#refusals < PATIENCE) {
      this.#events.state({ state: away(), retryAt: null, reason: null });
    }
    const end = await this.#socketUntilEnd(isCurrent);
    if (end.wasGreeted) {
      this.#refusals = 0;
    } else if (isCurrent()) {
      this.#refusals += 1;
      if (this.#refusals >= PATIENCE) {
        await this.#poll(isCurrent);
        return 0;
      }
    }
    return this.#pauseAfter(end, isCurrent);
  }

  /** @param {import('./socket.js').End} end @param {() => boolean} isCurrent */
  #pauseAfter({ code, retryAfter }, isCurrent) {
    if (code >= FIRST_PERMANENT && isCurrent()) {
      this.#run += 1;
      const reason = code === GONE ? 'deleted' : 'replaced';
      this.#events.state({ state: 'offline', reason, retryAt: null });
      if (code === GONE) {
        this.#events.gone();
      }
    }
    this.#isBarred = code === TOO_MANY;
    if (this.#isBarred) {
      return A_MINUTE * (1 + Math.random() / 2);
    }
    return retryAfter === null ? this.#backoff.next() : retryAfter * 1000;
  }

  /** @param {() => boolean} isCurrent @returns {Promise<import('./socket.js').End>} */
  async #socketUntilEnd(isCurrent) {
    const token = await this.#tokens(null);
    const { ticket } = await this.#api.post('/v1/ws/ticket');
    if (!isCurrent()) {
      return { code: 1000, wasGreeted: true, retryAfter: null };
    }
    const queue = new FrameQueue(this.#sync, {
      send: (frame) => this.send(frame),
      caughtUp: () => this.#caughtUp('socket'),
      failed: () => this.#socket?.close(),
    });
    const socket = new Socket(this.#address(ticket), (frame) => this.#receive(frame, queue));
    this.#socket = socket;
    const renewal = setInterval(() => this.#renew(token), RENEW_EVERY);
    const end = await socket.ended;
    clearInterval(renewal);
    queue.close();
    this.#socket = null;
    return end;
  }

  /** @param {string} ticket */
  #address(ticket) {
    const query = new URLSearchParams({ ticket, cursor: this.#sync.cursor ?? '' });
    const base = new URL(this.#api.base || location.origin, location.href);
    base.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
    return `${base.origin}/v1/ws/messages?${query}`;
  }

  /** @param {any} frame @param {FrameQueue} queue */
  #receive(frame, queue) {
    if (frame.type === 'reset') {
      this.#sync.forget().finally(() => this.#socket?.close());
    } else if (frame.type === 'user_typing' || frame.type === 'user_status') {
      this.#events.live(frame);
    } else {
      queue.add(frame);
    }
  }

  /** Sends a new token before the old one expires. @param {string} first */
  async #renew(first) {
    const token = await this.#tokens(null).catch(() => first);
    if (token !== first && token !== this.#renewed) {
      this.#renewed = token;
      this.send({ type: 'auth', token });
    }
  }

  #renewed = '';

  /** @param {'socket' | 'poll'} transport */
  #caughtUp(transport) {
    this.#backoff.reset();
    this.#events.state({ state: 'online', transport, retryAt: null, reason: null });
    this.#events.online();
  }

  /** @param {() => boolean} isCurrent */
  async #poll(isCurrent) {
    const until = Date.now() + A_MINUTE;
    this.#polling = new AbortController();
    let isFirst = true;
    while (isCurrent() && Date.now() < until) {
      const hasMore = await this.#sync.page(isFirst ? 0 : POLL_SECONDS, this.#polling.signal);
      if (isFirst && !hasMore) {
        isFirst = false;
        this.#caughtUp('poll');
      }
    }
  }
}

/** A browser without a network may still reach a server on its own machine, so it tries to connect but shows being offline. */
function away() {
  return navigator.onLine === false ? 'offline' : 'reconnecting';
}
