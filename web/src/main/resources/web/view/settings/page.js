import { html, nothing } from '../lit.js';
import { ask } from '../overlay/dialog.js';
import { icon } from '../parts/icon.js';
import { attempt } from '../parts/problem.js';
import { appearance } from './appearance.js';
import { blockedList } from './blocked.js';
import { notificationSettings } from './notifications.js';
import { password } from './password.js';
import { privacy } from './privacy.js';
import { profile } from './profile.js';
import { section } from './rows.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx */
function askToSignOut(ctx) {
  ask(ctx, {
    title: ctx.t('sign.out_title'),
    text: ctx.t('sign.out_text'),
    choices: [{ label: ctx.t('sign.out'), danger: true, run: () => attempt(ctx, ctx.client.signOut()).then(() => ctx.navigate('/', { replace: true })) }],
  });
}

/** @param {Context} ctx */
function account(ctx) {
  const leave = html`<button class="setting setting--button setting--danger" type="button" @click=${ctx.bind(askToSignOut)}>${icon('logout')}${ctx.t('sign.out')}</button>`;
  return html`<button class="setting setting--button" type="button" @click=${() => ctx.set({ dialog: { kind: 'shortcuts' } })}>${icon('keyboard')}${ctx.t('keys.title')}</button>
    ${ctx.client.session.tokens === 'host' ? nothing : leave}`;
}

/** @param {Context} ctx */
export function settingsPage(ctx) {
  return html`<main class="pane settings" id="main" tabindex="-1" aria-label=${ctx.t('settings')}>
    <header class="chat__header">
      <button class="icon-button" type="button" aria-label=${ctx.t('back')} @click=${ctx.back}>${icon('back')}</button>
      <h1 class="settings__heading">${ctx.t('settings')}</h1>
    </header>
    <div class="settings__scroll scroll" tabindex="-1">
      <div class="settings__column">
        ${section(ctx.t('settings.profile'), profile(ctx))} ${section(ctx.t('settings.privacy'), privacy(ctx))}
        ${section(ctx.t('settings.blocked'), blockedList(ctx))} ${section(ctx.t('settings.alerts'), notificationSettings(ctx))}
        ${section(ctx.t('settings.appearance'), appearance(ctx))}
        ${ctx.client.session.tokens === 'host' ? nothing : section(ctx.t('settings.password'), password(ctx))}
        ${section(ctx.t('settings.account'), account(ctx))}
      </div>
    </div>
  </main>`;
}
