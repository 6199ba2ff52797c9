import { html } from '../lit.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { ping } from '../parts/sound.js';
import { preferences } from './preferences.js';
import { toggle } from './rows.js';

/** The browser asks for permission only here, after a click. @param {boolean} on */
async function change(on) {
  if (on && Notification.permission === 'default') await Notification.requestPermission();
  preferences.notifications = on;
  schedule();
}

export function notificationSettings() {
  const possible = 'Notification' in window;
  const denied = possible && Notification.permission === 'denied';
  return html`${toggle({
    id: 'notifications',
    label: t('settings.notifications'),
    hint: t(!possible ? 'settings.notifications_none' : denied ? 'settings.notifications_denied' : 'settings.notifications_hint'),
    on: preferences.notifications,
    disabled: !possible || denied,
    change,
  })}
  ${toggle({
    id: 'previews',
    label: t('settings.previews'),
    hint: t('settings.previews_hint'),
    on: preferences.previews,
    change: (on) => ((preferences.previews = on), schedule()),
  })}
  ${toggle({
    id: 'sound',
    label: t('settings.sound'),
    hint: t('settings.sound_hint'),
    on: preferences.sound,
    change: (on) => ((preferences.sound = on), on && ping(), schedule()),
  })}`;
}
