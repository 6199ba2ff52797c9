/** Preferences stored only in this browser. */

/** @param {string} key @param {boolean} otherwise */
const flag = (key, otherwise) => (localStorage.getItem(key) ?? String(otherwise)) === 'true';

export const preferences = {
  get notifications() {
    return flag('dm.notifications', false) && 'Notification' in window && Notification.permission === 'granted';
  },
  set notifications(on) {
    localStorage.setItem('dm.notifications', String(on));
  },
  get previews() {
    return flag('dm.previews', true);
  },
  set previews(on) {
    localStorage.setItem('dm.previews', String(on));
  },
  get sound() {
    return flag('dm.sound', true);
  },
  set sound(on) {
    localStorage.setItem('dm.sound', String(on));
  },
  /** @returns {'system' | 'light' | 'dark'} */
  get theme() {
    const kept = localStorage.getItem('dm.theme');
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  },
  set theme(next) {
    localStorage.setItem('dm.theme', next);
    dispatchEvent(new Event('dm-theme'));
  },
};
