import { html, keyed, nothing } from './lit.js';
import { client } from './client.js';
import { state } from './state.js';
import { t } from './language.js';
import { conversationPane } from './conversation/pane.js';
import { enter } from './conversation/pane-state.js';
import { nothingOpen } from './inbox/empty.js';
import { sidebar } from './inbox/sidebar.js';
import { announcer } from './parts/announce.js';
import { banner } from './parts/banner.js';
import { questionDialog } from './parts/dialog.js';
import { shortcutsDialog } from './parts/keyboard.js';
import { menu } from './parts/menu.js';
import { later } from './parts/later.js';
import { toasts } from './parts/toast.js';
import { expiredDialog } from './sign/expired.js';
import { sign } from './sign/sign.js';

/** @type {Record<string, () => unknown>} */
const dialogs = { question: questionDialog, shortcuts: shortcutsDialog };

const settings = later(() => import('./settings/page.js'));
const viewer = later(() => import('./files/lightbox.js'));

const waitingPane = () => html`<main class="pane" id="main" tabindex="-1" aria-busy="true"></main>`;

function mainPane() {
  if (state.route.name === 'conversation') return conversationPane();
  enter('');
  if (state.route.name !== 'settings') return nothingOpen();
  return settings()?.settingsPage() ?? waitingPane();
}

function shell() {
  const pane = ['conversation', 'settings'].includes(state.route.name) ? 'main' : 'list';
  return html`<div class="shell" data-pane=${pane}>${banner()}${sidebar()}${mainPane()}</div>`;
}

/** Shown until the session state is known. */
const waiting = () => html`<main class="waiting" aria-busy="true"><span class="heard">${t('loading')}</span></main>`;

function page() {
  const views = { unknown: waiting, out: sign, in: shell, expired: shell };
  return views[client.session.state]();
}

/** Each dialog gets its own element: a dialog opened before the last one is removed would not open otherwise. */
const openDialog = () => (state.dialog ? keyed(state.dialog, dialogs[state.dialog.kind]?.()) : nothing);

export function app() {
  const { state: session } = client.session;
  return html`${page()} ${announcer()} ${openDialog()} ${state.lightbox ? viewer()?.lightbox() : nothing}
  ${session === 'expired' ? expiredDialog() : nothing} ${menu()} ${toasts()}`;
}
