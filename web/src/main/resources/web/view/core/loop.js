/**
 * The render loop of one messenger: each change requests a frame, and a frame draws everything once.
 */
export class Loop {
  #draw;
  #pending = false;
  #ended = false;
  /** @type {Array<() => void>} */
  #afterwards = [];

  /** @param {() => void} draw is called once for each frame in which something changed */
  constructor(draw) {
    this.#draw = draw;
  }

  schedule = () => {
    if (this.#pending || this.#ended) return;
    this.#pending = true;
    // A hidden page gets no frames, but its title must still show the unread count.
    if (document.hidden) setTimeout(this.#run, 0);
    else requestAnimationFrame(this.#run);
  };

  /** Runs when the next frame is drawn, for what needs the new elements: focus, scrolling. @param {() => void} action */
  afterDraw = (action) => {
    this.#afterwards.push(action);
    this.schedule();
  };

  end() {
    this.#ended = true;
    this.#afterwards = [];
  }

  #run = () => {
    this.#pending = false;
    if (this.#ended) return;
    this.#draw();
    const actions = this.#afterwards;
    this.#afterwards = [];
    for (const action of actions) action();
  };
}
