import { attentive } from '../conversation/pane-state.js';
import { state } from '../state.js';

const key = 'dm.watched';
let mine = '';

/** Tells the other tabs which conversation is looked at here: one of them may be about to notify of it. */
export function shareAttention() {
  const now = attentive() ? (state.route.id ?? '') : '';
  if (now === mine) return;
  if (now || localStorage.getItem(key) === mine) localStorage.setItem(key, now);
  mine = now;
}

/** Whether a conversation is looked at, here or in another tab. @param {string} id */
export const isWatched = (id) => localStorage.getItem(key) === id;
