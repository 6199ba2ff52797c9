import { html, svg } from '../lit.js';

/** @typedef {import('../core/context.js').Context} Context */

const one = svg`<path d="M4.5 6.5l3 3 6-7"/>`;
const two = svg`<path d="M1 6.5l3 3 6-7M7.8 8.800l.7.7 6-7"/>`;
const clock = svg`<circle cx="8" cy="6" r="4.800"/><path d="M8 3.400V6l1.800 1.100"/>`;
const failed = svg`<circle cx="8" cy="6" r="5"/><path d="M8 3.400v3M8 8.600v.1"/>`;

const shapes = { waiting: clock, sending: clock, failed, sent: one, delivered: two, read: two };

/** The status of an own message, as icon and text. @param {Context} ctx @param {import('../../client/types.js').MessageStatus} status */
export function tick(ctx, status) {
  const name = ctx.t(`status.${status}`);
  return html`<svg class="tick tick--${status}" viewBox="0 0 16 12" role="img" aria-label=${name}><title>${name}</title>${shapes[status]}</svg>`;
}
