import { html } from '../lit.js';
import { schedule } from '../loop.js';

let said = '';
let again = false;
let timer = 0;
/** What was said does not stay to be found again, long after it may have been deleted. */
const stayMilliseconds = 5_000;

/** Says something to those who hear the page, once. @param {string} text */
export function announce(text) {
  // The same words twice are read twice only when the text differs.
  again = said === text ? !again : false;
  said = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    said = '';
    schedule();
  }, stayMilliseconds);
  schedule();
}

export const announcer = () => html`<div class="heard" role="status" aria-atomic="true">${said}${again ? '\u00a0' : ''}</div>`;
