/** The one place that knows where the template library lies. */
export { html, svg, render, nothing } from '../library/lit-html/lit-html.js';
export { repeat } from '../library/lit-html/directives/repeat.js';
export { classMap } from '../library/lit-html/directives/class-map.js';
export { styleMap } from '../library/lit-html/directives/style-map.js';
export { ifDefined } from '../library/lit-html/directives/if-defined.js';
export { keyed } from '../library/lit-html/directives/keyed.js';
export { live } from '../library/lit-html/directives/live.js';
export { ref } from '../library/lit-html/directives/ref.js';
