import { Directive, directive, noChange } from '../lit.js';

/**
 * Sets dynamic styles through the DOM, because the page's policy allows no style attributes and the
 * template library's directive writes one on first render.
 */
class Place extends Directive {
  /** @param {Record<string, string>} _styles */
  render(_styles) {
    return noChange;
  }

  /** @param {import('../lit.js').Part} part @param {unknown[]} properties */
  update(part, [styles]) {
    const element = /** @type {HTMLElement} */ (/** @type {import('../lit.js').ElementPart} */ (part).element);
    for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (styles))) {
      if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
    }
    return noChange;
  }
}

/** Used on an element: `<div ${place({ height: '3px' })}>`. */
export const place = directive(/** @type {any} */ (Place));
