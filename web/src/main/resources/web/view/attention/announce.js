import { html } from '../lit.js';
import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

const spokenOf = perMessenger(() => ({ said: '', again: false, timer: 0 }));
/** Announcements are removed after a while, because their message may be deleted later. */
const stayMilliseconds = 5_000;

/** Announces a text to screen readers once. @param {Context} ctx @param {string} text */
export function announce(ctx, text) {
  // Screen readers repeat an identical text only if its content changes.
  const now = spokenOf(ctx);
  now.again = now.said === text ? !now.again : false;
  now.said = text;
  clearTimeout(now.timer);
  now.timer = setTimeout(() => {
    now.said = '';
    ctx.schedule();
  }, stayMilliseconds);
  ctx.schedule();
}

/** @param {Context} ctx */
export const announcer = (ctx) => html`<div class="heard" role="status" aria-atomic="true">${spokenOf(ctx).said}${spokenOf(ctx).again ? '\u00a0' : ''}</div>`;
