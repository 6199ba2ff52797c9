import { html } from '../lit.js';
import { attempt } from '../parts/problem.js';
import { choice, toggle } from './rows.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {Partial<import('../../client/types.js').Settings>} change */
const update = (ctx, change) => attempt(ctx, ctx.client.settings.update(change));

/** @param {Context} ctx */
export function privacy(ctx) {
  const values = ctx.client.settings.values;
  if (!values) return html`<p class="setting setting__hint">${ctx.t('loading')}</p>`;
  return html`${choice({
    name: 'who',
    label: ctx.t('settings.who'),
    hint: ctx.t('settings.who_hint'),
    value: values.who_can_message,
    options: ['everyone', 'followers', 'none'].map((value) => ({ value, label: ctx.t(`settings.who.${value}`) })),
    change: (value) => update(ctx, { who_can_message: value }),
  })}
  ${toggle({
    id: 'receipts',
    label: ctx.t('settings.receipts'),
    hint: ctx.t('settings.receipts_hint'),
    on: values.read_receipts,
    change: (on) => update(ctx, { read_receipts: on }),
  })}
  ${toggle({
    id: 'show-online',
    label: ctx.t('settings.online'),
    hint: ctx.t('settings.online_hint'),
    on: values.show_online,
    change: (on) => update(ctx, { show_online: on }),
  })}`;
}
