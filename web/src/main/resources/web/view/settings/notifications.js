import { html } from '../lit.js';
import { ping } from '../attention/sound.js';
import { toggle } from './rows.js';

/** @typedef {import('../core/context.js').Context} Context */

/** The browser asks for permission only here, after a click. @param {Context} ctx @param {boolean} on */
async function change(ctx, on) {
  if (on && Notification.permission === 'default') await Notification.requestPermission();
  ctx.preferences.notifications = on;
  ctx.schedule();
}

/** @param {Context} ctx */
export function notificationSettings(ctx) {
  const possible = 'Notification' in window;
  const denied = possible && Notification.permission === 'denied';
  return html`${toggle({
    id: 'notifications',
    label: ctx.t('settings.notifications'),
    hint: ctx.t(!possible ? 'settings.notifications_none' : denied ? 'settings.notifications_denied' : 'settings.notifications_hint'),
    on: ctx.preferences.notifications,
    disabled: !possible || denied,
    change: ctx.bind(change),
  })}
  ${toggle({
    id: 'previews',
    label: ctx.t('settings.previews'),
    hint: ctx.t('settings.previews_hint'),
    on: ctx.preferences.previews,
    change: (on) => ((ctx.preferences.previews = on), ctx.schedule()),
  })}
  ${toggle({
    id: 'sound',
    label: ctx.t('settings.sound'),
    hint: ctx.t('settings.sound_hint'),
    on: ctx.preferences.sound,
    change: (on) => ((ctx.preferences.sound = on), on && ping(), ctx.schedule()),
  })}`;
}
