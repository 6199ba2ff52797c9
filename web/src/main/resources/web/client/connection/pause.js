/** A delay that can be ended early. */
export class Pause {
  /** @type {(() => void) | null} */
  #end = null;

  /** @param {number} millis */
  async for(millis) {
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#end = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
    this.#end = null;
  }

  end() {
    this.#end?.();
  }
}
