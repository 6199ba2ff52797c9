import { html } from '../lit.js';
import { exact } from '../dates.js';

/** @typedef {import('../core/context.js').Context} Context */

/** A change of a group, in the server's words. @param {Context} ctx @param {import('../../client/types.js').Message} message @param {boolean} focused */
export function notice(ctx, message, focused) {
  return html`<div class="message message--notice" role="article" tabindex=${focused ? 0 : -1} data-key=${message.key}>
    <p class="notice" title=${exact(ctx, message.createdAt)}>${message.content}</p>
  </div>`;
}
