import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { set } from '../state.js';
import { back, navigate } from '../router.js';
import { t } from '../language.js';
import { ask } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { attempt } from '../parts/problem.js';
import { appearance } from './appearance.js';
import { blockedList } from './blocked.js';
import { notificationSettings } from './notifications.js';
import { password } from './password.js';
import { privacy } from './privacy.js';
import { profile } from './profile.js';
import { section } from './rows.js';

function askToSignOut() {
  ask({
    title: t('sign.out_title'),
    text: t('sign.out_text'),
    choices: [{ label: t('sign.out'), danger: true, run: () => attempt(client.signOut()).then(() => navigate('/', { replace: true })) }],
  });
}

function account() {
  const leave = html`<button class="setting setting--button setting--danger" type="button" @click=${askToSignOut}>${icon('logout')}${t('sign.out')}</button>`;
  return html`<button class="setting setting--button" type="button" @click=${() => set({ dialog: { kind: 'shortcuts' } })}>${icon('keyboard')}${t('keys.title')}</button>
    ${client.session.tokens === 'host' ? nothing : leave}`;
}

export function settingsPage() {
  return html`<main class="pane settings" id="main" tabindex="-1" aria-label=${t('settings')}>
    <header class="chat__header">
      <button class="icon-button" type="button" aria-label=${t('back')} @click=${back}>${icon('back')}</button>
      <h1 class="settings__heading">${t('settings')}</h1>
    </header>
    <div class="settings__scroll scroll" tabindex="-1">
      <div class="settings__column">
        ${section(t('settings.profile'), profile())} ${section(t('settings.privacy'), privacy())}
        ${section(t('settings.blocked'), blockedList())} ${section(t('settings.alerts'), notificationSettings())}
        ${section(t('settings.appearance'), appearance())}
        ${client.session.tokens === 'host' ? nothing : section(t('settings.password'), password())}
        ${section(t('settings.account'), account())}
      </div>
    </div>
  </main>`;
}
