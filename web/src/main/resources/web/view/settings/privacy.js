import { html } from '../lit.js';
import { client } from '../client.js';
import { t } from '../language.js';
import { attempt } from '../parts/problem.js';
import { choice, toggle } from './rows.js';

/** @param {Partial<import('../../client/types.js').Settings>} change */
const update = (change) => attempt(client.settings.update(change));

export function privacy() {
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
