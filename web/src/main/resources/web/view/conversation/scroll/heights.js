/** @typedef {import('../timeline.js').Item} Item */

/**
 * Heights and positions of list items: measured for items that were drawn, estimated for others.
 */
export class Heights {
  /** @type {Map<string, number>} */
  #measured = new Map();
  /** @type {Map<string, number>} */
  #estimated = new Map();
  /** @type {Item[]} */
  #items = [];
  /** Where each item begins; one more than there are items. */
  #starts = new Float64Array(1);
  #width = 0;

  /** @param {Item[]} items @param {number} width of the list in pixels */
  use(items, width) {
    // Line breaks depend on the width.
    const otherWidth = Math.abs(width - this.#width) > 1;
    if (!otherWidth && items === this.#items) return;
    if (otherWidth) {
      this.#measured.clear();
      this.#estimated.clear();
    }
    this.#width = width;
    this.#items = items;
    this.#sum();
  }

  #sum() {
    const { length } = this.#items;
    if (this.#starts.length !== length + 1) this.#starts = new Float64Array(length + 1);
    for (let index = 0; index < length; index++) {
      this.#starts[index + 1] = this.start(index) + this.#height(/** @type {Item} */ (this.#items[index]));
    }
  }

  /** @param {Item} item */
  #height(item) {
    const known = this.#measured.get(item.key) ?? this.#estimated.get(item.key);
    if (known !== undefined) return known;
    const height = estimate(item, this.#width);
    this.#estimated.set(item.key, height);
    return height;
  }

  /** @param {Array<[string, number]>} measured @returns {boolean} whether anything differs from before */
  learn(measured) {
    let changed = false;
    for (const [key, height] of measured) {
      if (Math.abs((this.#measured.get(key) ?? -1) - height) < 0.01) continue;
      this.#measured.set(key, height);
      changed = true;
    }
    if (changed) this.#sum();
    return changed;
  }

  /** Pixels from the beginning of the list. @param {number} index */
  start(index) {
    return this.#starts[Math.max(0, Math.min(index, this.#starts.length - 1))] ?? 0;
  }

  get total() {
    return this.start(this.#items.length);
  }

  /** The item at a distance from the beginning. @param {number} pixels */
  at(pixels) {
    let low = 0;
    let high = this.#items.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

/**
 * Accurate enough for the scroll bar; visible items are always measured.
 *
 * @param {Item} item
 * @param {number} width
 */
function estimate(item, width) {
  if (item.kind !== 'message') return 44;
  const { content, attachments, uploads, type } = item.message;
  const letters = Math.max(20, Math.min(width * 0.75, 560) / 7.4);
  const lines = content ? content.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 8) / letters), 0) : 0;
  const files = attachments.length + uploads.length;
  const images = files && type === 'image' ? 260 : files * 64;
  return lines * 21 + images + 18 + (item.last ? 10 : 2);
}
