/**
 * The only module that imports the template library.
 *
 * @typedef {import('../library/lit-html/directive.js').Part} Part
 * @typedef {import('../library/lit-html/directive.js').ElementPart} ElementPart
 */
export { html, svg, render, noChange, nothing } from '../library/lit-html/lit-html.js';
export { repeat } from '../library/lit-html/directives/repeat.js';
export { Directive, directive } from '../library/lit-html/directive.js';
export { keyed } from '../library/lit-html/directives/keyed.js';
export { live } from '../library/lit-html/directives/live.js';
export { ref } from '../library/lit-html/directives/ref.js';
