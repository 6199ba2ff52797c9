/**
 * The only module that imports the template library.
 *
 * @typedef {import('lit-html/directive.js').Part} Part
 * @typedef {import('lit-html/directive.js').ElementPart} ElementPart
 */
export { html, svg, render, noChange, nothing } from 'lit-html';
export { repeat } from 'lit-html/directives/repeat.js';
export { Directive, directive } from 'lit-html/directive.js';
export { keyed } from 'lit-html/directives/keyed.js';
export { live } from 'lit-html/directives/live.js';
export { ref } from 'lit-html/directives/ref.js';
