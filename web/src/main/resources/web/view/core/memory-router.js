/**
 * The path of a messenger inside another page, whose address bar it leaves alone.
 *
 * @typedef {object} Router
 * @property {string} path
 * @property {(path: string, options?: {replace?: boolean}) => void} go
 * @property {() => boolean} back  false when there is nothing to return to
 * @property {() => void} [cover]  something lies over the page, which Back closes
 * @property {() => void} [uncover]  it is closed
 * @property {(moved: () => void, signal: AbortSignal) => void} listen  calls `moved` when the path changed from outside
 *
 * @implements {Router}
 */
export class MemoryRouter {
  #entries;

  /** @param {string} [path] */
  constructor(path = '/') {
    this.#entries = [path];
  }

  get path() {
    return this.#entries.at(-1) ?? '/';
  }

  /** @param {string} path @param {{replace?: boolean}} [options] */
  go(path, { replace = false } = {}) {
    if (path === this.path) return;
    if (replace) this.#entries.pop();
    this.#entries.push(path);
  }

  back() {
    if (this.#entries.length < 2) return false;
    this.#entries.pop();
    this.#moved();
    return true;
  }

  #moved = () => {};

  /** @param {() => void} moved */
  listen(moved) {
    this.#moved = moved;
  }
}
