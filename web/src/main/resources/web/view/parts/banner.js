import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { icon } from './icon.js';

/** Milliseconds before a disconnect is shown: short ones are not shown. */
const patience = 5_000;

let timer = 0;
let was = '';

function text() {
  const { state, since, reason } = client.connection;
  if (reason) return t(`connection.${reason}`);
  if (state === 'offline') return t('connection.offline');
  if (state === 'online') return '';
  const left = since + patience - Date.now();
  clearTimeout(timer);
  if (left > 0) {
    timer = setTimeout(schedule, left);
    // Keeps the offline message until it is replaced, so that screen readers announce one change.
    return was && was !== t('connection.back') ? was : '';
  }
  return t('connection.reconnecting');
}

/** Shown above the page while there is no connection. */
export function banner() {
  const shown = text();
  const recovered = was && !shown;
  was = shown;
  const action = client.connection.reason === 'replaced' || shown === t('connection.reconnecting');
  return html`<div class="banner-place">
    <div class="heard" role="status">${recovered ? t('connection.back') : ''}</div>
    <div role="status">${shown
      ? html`<p class="banner">${icon('offline')}<span>${shown}</span>${action
          ? html`<button class="link banner__action" type="button" @click=${() => client.reconnect()}>${t('connection.try')}</button>`
          : nothing}</p>`
      : nothing}</div>
  </div>`;
}
