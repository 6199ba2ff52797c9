import { perMessenger } from '../core/per-messenger.js';
import { html } from '../lit.js';
import { icon } from '../parts/icon.js';
import { carried } from './carried.js';
import { add } from './pending.js';

/** @typedef {import('../core/context.js').Context} Context */

/** `dragenter` of a child fires before `dragleave` of its parent, so both are counted. */
const depthOf = perMessenger(() => ({ count: 0 }));

/** @param {DragEvent} event */
const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;

export const dropEventsOf = perMessenger((ctx) => ({
  /** @param {DragEvent} event */
  enter(event) {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depthOf(ctx).count += 1;
    if (!ctx.state.dragging) ctx.set({ dragging: true });
  },
  /** @param {DragEvent} event */
  over(event) {
    if (carriesFiles(event)) event.preventDefault();
  },
  /** @param {DragEvent} event */
  leave(event) {
    const depth = depthOf(ctx);
    if (!carriesFiles(event)) return;
    depth.count -= 1;
    if (depth.count <= 0) end(ctx);
  },
  /** @param {DragEvent} event */
  drop(event) {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    end(ctx);
    const id = ctx.state.route.id ?? '';
    if (event.dataTransfer && ctx.client.conversation(id).canWrite) add(ctx, id, carried(ctx, event.dataTransfer));
  },
}));

/** @param {Context} ctx */
function end(ctx) {
  depthOf(ctx).count = 0;
  ctx.set({ dragging: false });
}

/** @param {Context} ctx */
export function dropOverlay(ctx) {
  return html`<div class="drop"><div class="drop__card">${icon('paperclip')}<p>${ctx.t('drop')}</p><p class="drop__hint">${ctx.t('drop.hint')}</p></div></div>`;
}
