import { html, nothing } from './lit.js';
import { client } from './client.js';
import { state } from './state.js';
import { t } from './language.js';
import { conversationPane } from './conversation/pane.js';
import { enter } from './conversation/pane-state.js';
import { lightbox } from './files/lightbox.js';
import { nothingOpen } from './inbox/empty.js';
import { sidebar } from './inbox/sidebar.js';
import { announcer } from './parts/announce.js';
import { banner } from './parts/banner.js';
import { questionDialog } from './parts/dialog.js';
import { shortcutsDialog } from './parts/keyboard.js';
import { menu } from './parts/menu.js';
import { toasts } from './parts/toast.js';
import { settingsPage } from './settings/page.js';
import { expiredDialog } from './sign/expired.js';
import { sign } from './sign/sign.js';

/** @type {Record<string, () => unknown>} */
const dialogs = { question: questionDialog, shortcuts: shortcutsDialog };

function mainPane() {
  if (state.route.name === 'conversation') return conversationPane();
  enter('');
  return state.route.name === 'settings' ? settingsPage() : nothingOpen();
}

function shell() {
  const pane = ['conversation', 'settings'].includes(state.route.name) ? 'main' : 'list';
  return html`<div class="shell" data-pane=${pane}>${banner()}${sidebar()}${mainPane()}</div>`;
}

/** Before it is known whether somebody is signed in. */
const waiting = () => html`<main class="waiting" aria-busy="true"><span class="heard">${t('loading')}</span></main>`;

function page() {
  const views = { unknown: waiting, out: sign, in: shell, expired: shell };
  return views[client.session.state]();
}

export function app() {
  const { state: session } = client.session;
  return html`${page()} ${announcer()} ${state.dialog ? dialogs[state.dialog.kind]?.() : nothing} ${lightbox()}
  ${session === 'expired' ? expiredDialog() : nothing} ${menu()} ${toasts()}`;
}
