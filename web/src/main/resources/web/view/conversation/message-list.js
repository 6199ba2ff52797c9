import { html, render, repeat } from '../lit.js';
import { day } from '../dates.js';
import { FloatingDate } from './floating-date.js';
import { Heights } from './scroll/heights.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('./timeline.js').Item} Item
 *
 * @typedef {object} ListModel
 * @property {string} label
 * @property {Item[]} items
 * @property {unknown} top what stands before the first message
 * @property {unknown} end what stands after the last
 * @property {(item: Item, focused: boolean) => unknown} drawItem
 * @property {(time: string) => string} dayOf
 * @property {() => void} nearTop is called when what is older will be wanted soon
 * @property {(position: {away: boolean, seen: number}) => void} moved
 *   away: more than a screen from the end; seen: the highest number of an incoming message on the screen
 */

/** Pixels from the end within which the list follows new messages. */
const followWithin = 100;
/** Pixels drawn beyond each edge of the screen, about the distance of a fast flick between two frames. */
const margin = 900;
/** Distance of the unread divider from the top in pixels. */
const dividerFromTop = 96;

/**
 * The virtualised message list. Only messages near the screen are elements. Visible messages keep their
 * position when others are added, removed or measured.
 */
export class MessageList extends HTMLElement {
  /** @type {ListModel | null} */
  #model = null;
  #heights = new Heights();
  #first = 0;
  #last = 0;
  #following = true;
  #placed = false;
  #focused = '';
  #date = new FloatingDate(this);
  #resized = new ResizeObserver(() => this.#draw());

  connectedCallback() {
    this.setAttribute('role', 'log');
    this.setAttribute('aria-live', 'off'); // New messages are announced apart; history coming in is not news.
    this.tabIndex = -1;
    this.addEventListener('scroll', this.#scrolled, { passive: true });
    this.addEventListener('keydown', this.#steer);
    this.addEventListener('focusin', this.#focusMoved);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#date.end();
  }

  /** @param {ListModel} model */
  set model(model) {
    // A list showing its end follows new messages, also before any scrolling.
    if (this.#placed && this.#distance < followWithin) this.#following = true;
    const anchor = this.#anchor();
    this.#model = model;
    this.setAttribute('aria-label', model.label);
    this.#draw(anchor);
  }

  /** Pixels below the screen. */
  get #distance() {
    return this.scrollHeight - this.clientHeight - this.scrollTop;
  }

  get #focusedElement() {
    return /** @type {Document | ShadowRoot} */ (this.getRootNode()).activeElement;
  }

  get #items() {
    return this.#model?.items ?? [];
  }

  get #listTop() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.messages__space'))?.offsetTop ?? 0;
  }

  /** @param {number} top */
  #scrollTo(top) {
    this.scroll({ top, behavior: 'instant' });
  }

  /** The messages on the screen and how far from its top each begins, before anything changes. */
  #anchor() {
    if (!this.#placed) return [];
    const top = this.scrollTop - this.#listTop;
    const at = this.#heights.at(Math.max(0, top));
    return this.#items
      .slice(at, at + 6)
      .map((item, index) => ({ item, from: this.#heights.start(at + index) - top }))
      .filter(({ item, from }) => item.kind === 'message' && from > -this.clientHeight);
  }

  #draw(anchor = this.#anchor()) {
    if (!this.#model || !this.isConnected) return;
    const within = this.contains(this.#focusedElement);
    this.#heights.use(this.#items, this.clientWidth);
    const keep = this.#placed ? anchor : this.#firstPlace();
    let top = this.#wanted(keep);
    // Measuring shifts items. Items that become visible are drawn in a second pass, rarely a third.
    for (let round = 0; round < 4; round++) {
      this.#take(top);
      this.#render();
      this.#measure();
      top = this.#wanted(keep);
      if (Math.abs(this.scrollTop - top) >= 0.5) this.#scrollTo(top);
      if (this.#covers()) break;
    }
    if (within && !this.contains(this.#focusedElement)) this.focus({ preventScroll: true });
    this.#tell();
  }

  /** Opens at the first unread message, or at the end. */
  #firstPlace() {
    if (!this.#items.length) return [];
    this.#placed = true;
    const item = this.#items.find((each) => each.kind === 'unread');
    this.#following = !item;
    return item ? [{ item, from: dividerFromTop }] : [];
  }

  /** Where to scroll so that the anchor stays. @param {Array<{item: Item, from: number}>} anchor */
  #wanted(anchor) {
    const most = this.#listTop + this.#heights.total + this.#endHeight - this.clientHeight;
    if (this.#following) return Math.max(0, most);
    for (const { item, from } of anchor) {
      const index = this.#items.findIndex((each) => each.key === item.key);
      if (index >= 0) return Math.max(0, Math.min(most, this.#listTop + this.#heights.start(index) - from));
    }
    return this.scrollTop;
  }

  get #endHeight() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.messages__end'))?.offsetHeight ?? 0;
  }

  /** Chooses the items around a scroll position. @param {number} top */
  #take(top) {
    const from = top - this.#listTop;
    this.#first = this.#items.length ? this.#heights.at(Math.max(0, from - margin)) : 0;
    this.#last = this.#items.length ? this.#heights.at(Math.max(0, from + this.clientHeight + margin)) + 1 : 0;
  }

  /** Whether the screen and a margin are covered by drawn items. */
  #covers() {
    const from = this.scrollTop - this.#listTop;
    const above = this.#first === 0 || this.#heights.start(this.#first) < from - margin / 3;
    const end = from + this.clientHeight + margin / 3;
    return above && (this.#last >= this.#items.length || this.#heights.start(this.#last) > end);
  }

  #render() {
    const { top, end, drawItem } = /** @type {ListModel} */ (this.#model);
    const shown = this.#items.slice(this.#first, this.#last);
    const stop = shown.some((each) => each.key === this.#focused) ? this.#focused : shown.findLast((each) => each.kind === 'message')?.key;
    render(
      html`<div class="messages__date" aria-hidden="true"><span></span></div>
        <div class="messages__top">${top}</div>
        <div class="messages__space"></div>
        ${repeat(shown, (item) => item.key, (item) => html`<div class="item">${drawItem(item, item.key === stop)}</div>`)}
        <div class="messages__space"></div>
        <div class="messages__end">${end}</div>`,
      this,
    );
    this.#spaces();
  }

  #spaces() {
    const [before, after] = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('.messages__space'));
    if (before) before.style.height = `${this.#heights.start(this.#first)}px`;
    if (after) after.style.height = `${this.#heights.total - this.#heights.start(this.#last)}px`;
  }

  #measure() {
    const elements = this.querySelectorAll(':scope > .item');
    /** @type {Array<[string, number]>} */
    const measured = [];
    elements.forEach((element, index) => {
      const item = this.#items[this.#first + index];
      if (item) measured.push([item.key, element.getBoundingClientRect().height]);
    });
    if (this.#heights.learn(measured)) this.#spaces();
  }

  #scrolled = () => {
    this.#following = this.#distance < followWithin;
    if (!this.#covers()) this.#drawScrolled();
    else this.#tell();
    this.#date.scrolled(() => this.#dayOnTop());
  };

  /** While the person scrolls near the end, the list must not snap to it. */
  #drawScrolled() {
    const following = this.#following;
    this.#following = false;
    this.#draw();
    this.#following = following;
  }

  #tell() {
    const { nearTop, moved } = /** @type {ListModel} */ (this.#model);
    if (this.scrollTop < 1.5 * this.clientHeight) nearTop();
    const bottom = this.scrollTop + this.clientHeight - this.#listTop;
    let at = this.#items.length ? this.#heights.at(Math.max(0, bottom - 20)) : -1;
    let seen = 0;
    for (; at >= 0 && !seen; at--) {
      const item = this.#items[at];
      if (item?.kind === 'message' && !item.message.own) seen = item.message.seq ?? 0;
    }
    const away = this.#distance > this.clientHeight;
    moved({ away, seen });
  }

  /** The day of the topmost item, or nothing when its day heading is visible. */
  #dayOnTop() {
    const top = this.scrollTop - this.#listTop;
    const item = this.#items[this.#heights.at(Math.max(0, top))];
    const twice = this.#items[this.#heights.at(Math.max(0, top + 44))]?.kind === 'day';
    if (twice || top <= 0 || !item || item.kind === 'unread') return '';
    return /** @type {ListModel} */ (this.#model).dayOf(item.kind === 'day' ? item.time : item.message.createdAt);
  }

  toEnd() {
    this.#following = true;
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #steer = (event) => {
    const row = /** @type {HTMLElement} */ (event.target);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'End' && row.dataset['key']) this.toEnd();
    if (!step || !row.dataset['key'] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    let at = this.#items.findIndex((each) => each.key === row.dataset['key']) + step;
    while (this.#items[at] && this.#items[at]?.kind !== 'message') at += step;
    if (this.#items[at]) this.#focusItem(at);
  };

  /** @param {number} index */
  #focusItem(index) {
    this.#focused = this.#items[index]?.key ?? '';
    const start = this.#listTop + this.#heights.start(index);
    const end = this.#listTop + this.#heights.start(index + 1);
    this.#following = false;
    if (start < this.scrollTop + 40) this.#scrollTo(start - 40);
    else if (end > this.scrollTop + this.clientHeight) this.#scrollTo(end - this.clientHeight + 8);
    this.#draw();
    const row = /** @type {HTMLElement | null} */ (this.querySelector(`[data-key="${CSS.escape(this.#focused)}"]`));
    row?.focus({ preventScroll: true });
  }

  /** @param {FocusEvent} event */
  #focusMoved = (event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('[data-key]');
    const key = row?.getAttribute('data-key');
    if (key && key !== this.#focused) this.#focused = key;
  };
}

// A page may load two versions of the messenger.
if (!customElements.get('message-list')) customElements.define('message-list', MessageList);

/** The divider between read and new messages. @param {Context} ctx */
export const divider = (ctx) => html`<div class="divider" role="separator"><span>${ctx.t('unread.divider')}</span></div>`;

/** @param {Context} ctx @param {string} time */
export const dayLine = (ctx, time) => html`<h3 class="day"><time datetime=${time}>${day(ctx, time)}</time></h3>`;
