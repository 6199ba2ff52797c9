import { Directive, directive, noChange } from '../lit.js';

/**
 * Styles that only the moment knows, set through the object model: the page's policy allows no style attributes, and
 * the template library's own directive writes one at first.
 */
class Place extends Directive {
  /** @param {Record<string, string>} _styles */
  render(_styles) {
    return noChange;
  }

  /** @param {{element: HTMLElement}} part @param {[Record<string, string>]} styles */
  update({ element }, [styles]) {
    for (const [name, value] of Object.entries(styles)) {
      if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
    }
    return noChange;
  }
}

/** Used on an element: `<div ${place({ height: '3px' })}>`. */
export const place = directive(/** @type {any} */ (Place));
