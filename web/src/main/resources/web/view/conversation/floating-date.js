/** Milliseconds it stays visible after scrolling. */
const stayMilliseconds = 1_200;

/**
 * Shows the day of the topmost item while the person scrolls. Scrolling by layout changes (opening,
 * loaded images, the keyboard) does not show it, to avoid flicker.
 */
export class FloatingDate {
  #list;
  #byHand = false;
  #timer = 0;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
    for (const input of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      list.addEventListener(input, () => this.#touched(), { passive: true });
    }
  }

  get #element() {
    return this.#list.querySelector('.messages__date');
  }

  #touched() {
    this.#byHand = true;
    this.#rest();
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#byHand = false;
      this.#element?.classList.remove('messages__date--shown');
    }, stayMilliseconds);
  }

  /** Called when the list has scrolled. @param {() => string} text of the day on top; empty where it stands there already */
  scrolled(text) {
    const date = this.#element;
    if (!this.#byHand || !date?.firstElementChild) return;
    const shown = text();
    date.firstElementChild.textContent = shown;
    date.classList.toggle('messages__date--shown', shown !== '');
    this.#rest();
  }

  end() {
    clearTimeout(this.#timer);
  }
}
