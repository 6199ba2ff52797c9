import { DmFailure, parsed } from './failure.js';

/**
 * Calls the REST API. Replaces an expired token and repeats the call.
 *
 * @typedef {{keepalive?: boolean, signal?: AbortSignal, open?: boolean, once?: boolean}} CallOptions
 *   `open`: without a token; `once`: a 401 refers to the request's content, so the token is not refreshed
 */
export class Api {
  #base;
  #tokens;

  /**
   * @param {string} base
   * @param {(stale: string | null) => Promise<string>} tokens  a good token; `stale` is one that was
   *   refused
   */
  constructor(base, tokens) {
    this.#base = base;
    this.#tokens = tokens;
  }

  get base() {
    return this.#base;
  }

  /** @param {string} path @param {CallOptions} [options] */
  get(path, options) {
    return this.call('GET', path, undefined, options);
  }

  /** @param {string} path @param {object} [body] @param {CallOptions} [options] */
  post(path, body, options) {
    return this.call('POST', path, body, options);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {CallOptions} [options]
   * @returns {Promise<any>} what the envelope holds; rejects with a DmFailure
   */
  async call(method, path, body, options = {}) {
    if (options.open) {
      return unwrapped(await this.#fetch(method, path, body, null, options));
    }
    /** @param {string} token */
    const attempt = (token) => this.#fetch(method, path, body, token, options);
    return unwrapped(options.once ? await attempt(await this.#tokens(null)) : await this.withToken(attempt));
  }

  /**
   * @param {(token: string) => Promise<{status: number}>} attempt  made again with a fresh token when
   *   it is answered with 401
   * @returns {Promise<any>}
   */
  async withToken(attempt) {
    const token = await this.#tokens(null);
    const answer = await attempt(token);
    return answer.status === 401 ? attempt(await this.#tokens(token)) : answer;
  }

  /**
   * @param {string} path
   * @param {string} field
   * @param {Blob} file
   * @returns {Promise<any>}
   */
  async upload(path, field, file) {
    const body = new FormData();
    body.append(field, file);
    const answer = await this.withToken((token) => this.#reach(path, {
      method: 'PUT', body, headers: { Authorization: `Bearer ${token}` },
    }));
    return unwrapped(answer);
  }

  /** Fetches a whole file with the token. @param {string} path @returns {Promise<Blob>} */
  async blob(path) {
    const answer = await this.withToken((token) => this.#fetch('GET', path, undefined, token, {}));
    return answer.ok ? answer.blob() : unwrapped(answer);
  }

  /**
   * @param {string} method @param {string} path @param {object | undefined} body
   * @param {string | null} token @param {CallOptions} options
   */
  async #fetch(method, path, body, token, { keepalive, signal }) {
    /** @type {Record<string, string>} */
    const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    return this.#reach(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive,
      signal,
    });
  }

  /** @param {string} path @param {RequestInit} request */
  async #reach(path, request) {
    try {
      return await fetch(this.#base + path, { ...request, credentials: 'omit', cache: 'no-store' });
    } catch {
      throw request.signal?.aborted ? DmFailure.cancelled() : DmFailure.network();
    }
  }
}

/** @param {Response} answer */
async function unwrapped(answer) {
  const text = await answer.text().catch(() => {
    throw DmFailure.network();
  });
  const body = parsed(text);
  if (!answer.ok || body?.success !== true) {
    throw DmFailure.of(answer.status, text, (name) => answer.headers.get(name));
  }
  return body.data;
}
