import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { set } from '../state.js';
import { back, navigate } from '../router.js';
import { language, languages, t, useLanguage } from '../language.js';
import { ask } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { attempt } from '../parts/problem.js';
import { blockedList } from './blocked.js';
import { notificationSettings } from './notifications.js';
import { preferences } from './preferences.js';
import { profile } from './profile.js';
import { choice, section, toggle } from './rows.js';

/** @param {Partial<import('../../client/types.js').Settings>} change */
const update = (change) => attempt(client.settings.update(change));

function privacy() {
  const values = client.settings.values;
  if (!values) return html`<p class="setting setting__hint">${t('loading')}</p>`;
  return html`${choice({
    name: 'who',
    label: t('settings.who'),
    hint: t('settings.who_hint'),
    value: values.who_can_message,
    options: ['everyone', 'followers', 'none'].map((value) => ({ value, label: t(`settings.who.${value}`) })),
    change: (value) => update({ who_can_message: value }),
  })}
  ${toggle({
    id: 'receipts',
    label: t('settings.receipts'),
    hint: t('settings.receipts_hint'),
    on: values.read_receipts,
    change: (on) => update({ read_receipts: on }),
  })}
  ${toggle({
    id: 'show-online',
    label: t('settings.online'),
    hint: t('settings.online_hint'),
    on: values.show_online,
    change: (on) => update({ show_online: on }),
  })}`;
}

/** @param {string} value */
async function speak(value) {
  localStorage.setItem('dm.language', value);
  await useLanguage(value);
  schedule();
}

function appearance() {
  return html`${choice({
    name: 'theme',
    label: t('settings.theme'),
    value: preferences.theme,
    options: ['system', 'light', 'dark'].map((value) => ({ value, label: t(`settings.theme.${value}`) })),
    change: (value) => ((preferences.theme = value), schedule()),
  })}
  ${choice({
    name: 'language',
    label: t('settings.language'),
    value: language().slice(0, 2),
    options: Object.entries(languages).map(([value, label]) => ({ value, label })),
    change: speak,
  })}`;
}

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
        ${section(t('settings.appearance'), appearance())} ${section(t('settings.account'), account())}
      </div>
    </div>
  </main>`;
}
