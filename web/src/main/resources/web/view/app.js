import { html, keyed, nothing } from './lit.js';
import { conversationPane } from './conversation/pane.js';
import { nothingOpen } from './inbox/empty.js';
import { sidebar } from './inbox/sidebar.js';
import { announcer } from './attention/announce.js';
import { banner } from './overlay/banner.js';
import { questionDialog } from './overlay/dialog.js';
import { shortcutsDialog } from './overlay/keyboard.js';
import { menu } from './overlay/menu.js';
import { later } from './overlay/later.js';
import { toasts } from './overlay/toast.js';
import { expiredDialog } from './sign/expired.js';
import { sign } from './sign/sign.js';

/** @typedef {import('./core/context.js').Context} Context */

/** @type {Record<string, (ctx: Context) => unknown>} */
const dialogs = { question: questionDialog, shortcuts: shortcutsDialog };

const settings = later(() => import('./settings/page.js'));
const viewer = later(() => import('./files/lightbox.js'));

const waitingPane = () => html`<main class="pane" id="main" tabindex="-1" aria-busy="true"></main>`;

/** @param {Context} ctx */
function mainPane(ctx) {
  const { name } = ctx.state.route;
  if (name === 'settings') return settings(ctx)?.settingsPage(ctx) ?? waitingPane();
  if (ctx.view === 'inbox') return nothing;
  if (name === 'person') return waitingPane();
  return name === 'conversation' ? conversationPane(ctx) : nothingOpen(ctx);
}

/** Which pane is shown where there is room for one only. @param {Context} ctx */
function frontPane({ view, state: { route } }) {
  if (route.name === 'settings') return 'main';
  if (view !== 'all') return view === 'inbox' ? 'list' : 'main';
  return ['conversation', 'person'].includes(route.name) ? 'main' : 'list';
}

/** @param {Context} ctx */
function shell(ctx) {
  return html`<div class="shell" part="shell" data-pane=${frontPane(ctx)} data-view=${ctx.view}>
    ${banner(ctx)}${ctx.view === 'conversation' ? nothing : sidebar(ctx)}${mainPane(ctx)}
  </div>`;
}

/** Shown until the session state is known. @param {Context} ctx */
function waiting(ctx) {
  const problem = ctx.client.session.problem;
  return html`<main class="waiting" aria-busy="true"><span class="heard">${ctx.t('loading')}</span>
    <div role="alert">${problem ? html`<p class="waiting__problem">${ctx.t('connection.token')}</p>` : nothing}</div></main>`;
}

/** Signed out by a host page, which has the sign-in. @param {Context} ctx */
const left = (ctx) => html`<main class="waiting"><p class="waiting__problem" role="status">${ctx.t('sign.left')}</p></main>`;

/** @param {Context} ctx */
function page(ctx) {
  const isHost = ctx.client.session.tokens === 'host';
  const views = { unknown: waiting, out: isHost ? left : sign, in: shell, expired: shell };
  return views[ctx.client.session.state](ctx);
}

/** Each dialog gets its own element: a dialog opened before the last one is removed would not open otherwise. @param {Context} ctx */
const openDialog = (ctx) => (ctx.state.dialog ? keyed(ctx.state.dialog, dialogs[ctx.state.dialog.kind]?.(ctx)) : nothing);

/** @param {Context} ctx */
export function app(ctx) {
  const { state: session } = ctx.client.session;
  return html`${page(ctx)} ${announcer(ctx)} ${openDialog(ctx)} ${ctx.state.lightbox ? viewer(ctx)?.lightbox(ctx) : nothing}
  ${session === 'expired' ? expiredDialog(ctx) : nothing} ${menu(ctx)} ${toasts(ctx)}`;
}
