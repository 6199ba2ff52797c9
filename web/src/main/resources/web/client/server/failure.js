/** @typedef {import('../types.js').Failure} Failure */

/** Error codes for responses of proxies that have no error body. @type {Record<number, string>} */
const CODES = { 401: 'unauthorized', 403: 'forbidden', 404: 'not_found', 413: 'payload_too_large', 429: 'rate_limited' };

/** A failure in one format, reported by the server or by the network. */
export class DmFailure extends Error {
  /** @param {Partial<Failure> & {code: string}} failure */
  constructor(failure) {
    super(failure.message ?? failure.code);
    this.name = 'DmFailure';
    this.code = failure.code;
    this.status = failure.status ?? 0;
    this.retryAfter = failure.retryAfter ?? null;
    this.requestId = failure.requestId ?? null;
    this.details = failure.details ?? {};
  }

  static network() {
    return new DmFailure({ code: 'network', message: 'The server could not be reached.' });
  }

  static cancelled() {
    return new DmFailure({ code: 'cancelled', message: 'This was cancelled.' });
  }

  /**
   * @param {number} status
   * @param {string} body  what came, be it no JSON at all: a proxy may have answered
   * @param {(name: string) => string | null} header
   */
  static of(status, body, header) {
    const error = parsed(body)?.error ?? {};
    const seconds = Number(header('Retry-After') ?? error.details?.retry_after ?? NaN);
    return new DmFailure({
      code: error.code ?? CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid_request'),
      message: error.message ?? `The server answered ${status}.`,
      status,
      retryAfter: Number.isFinite(seconds) ? seconds : null,
      requestId: header('X-Request-Id'),
      details: error.details ?? {},
    });
  }

  /** @param {unknown} error @returns {DmFailure} */
  static from(error) {
    return error instanceof DmFailure
      ? error
      : new DmFailure({ code: 'internal_error', message: String(error) });
  }

  /** Whether repeating the same request later may succeed. */
  get isPassing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500 && this.status !== 507;
  }

  /** A plain object that can be stored and sent to other tabs. @returns {Failure} */
  plain() {
    const { code, message, status, retryAfter, requestId, details } = this;
    return { code, message, status, retryAfter, requestId, details };
  }
}

/** @param {string} body @returns {any} */
export function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
