import { html, nothing } from '../lit.js';
import { languages } from '../core/language.js';
import { choice, toggle } from './rows.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {string} value */
async function speak(ctx, value) {
  ctx.preferences.language = value;
  await ctx.language.use(value);
  ctx.schedule();
}

/** @param {Context} ctx @param {import('./preferences.js').Theme} value */
function dress(ctx, value) {
  ctx.preferences.theme = value;
  ctx.dress();
  ctx.schedule();
}

/** @param {Context} ctx */
export function appearance(ctx) {
  return html`${toggle({
    id: 'enter-sends',
    label: ctx.t('settings.enter'),
    hint: ctx.t('settings.enter_hint'),
    on: ctx.preferences.enterSends,
    change: (on) => ((ctx.preferences.enterSends = on), ctx.schedule()),
  })}
  ${ctx.fixed.theme ? nothing : choice({
    name: 'theme',
    label: ctx.t('settings.theme'),
    value: ctx.preferences.theme,
    options: ['system', 'light', 'dark'].map((value) => ({ value, label: ctx.t(`settings.theme.${value}`) })),
    change: ctx.bind(dress),
  })}
  ${ctx.fixed.language ? nothing : choice({
    name: 'language',
    label: ctx.t('settings.language'),
    value: ctx.language.name,
    options: Object.entries(languages).map(([value, label]) => ({ value, label })),
    change: ctx.bind(speak),
  })}`;
}
