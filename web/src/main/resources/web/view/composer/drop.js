import { html } from '../lit.js';
import { client } from '../client.js';
import { set, state } from '../state.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { carried } from './carried.js';
import { add } from './pending.js';

/** `dragenter` of a child fires before `dragleave` of its parent, so both are counted. */
let depth = 0;

/** @param {DragEvent} event */
const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;

export const dropEvents = {
  /** @param {DragEvent} event */
  enter(event) {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth += 1;
    if (!state.dragging) set({ dragging: true });
  },
  /** @param {DragEvent} event */
  over(event) {
    if (carriesFiles(event)) event.preventDefault();
  },
  /** @param {DragEvent} event */
  leave(event) {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth <= 0) end();
  },
  /** @param {DragEvent} event */
  drop(event) {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    end();
    const id = state.route.id ?? '';
    if (event.dataTransfer && client.conversation(id).canWrite) add(id, carried(event.dataTransfer));
  },
};

function end() {
  depth = 0;
  set({ dragging: false });
}

export function dropOverlay() {
  return html`<div class="drop"><div class="drop__card">${icon('paperclip')}<p>${t('drop')}</p><p class="drop__hint">${t('drop.hint')}</p></div></div>`;
}
