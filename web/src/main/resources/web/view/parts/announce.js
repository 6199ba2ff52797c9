import { html } from '../lit.js';
import { schedule } from '../loop.js';

let said = '';
let again = false;
let timer = 0;
/** Announcements are removed after a while, because their message may be deleted later. */
const stayMilliseconds = 5_000;

/** Announces a text to screen readers once. @param {string} text */
export function announce(text) {
  // Screen readers repeat an identical text only if its content changes.
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
