import { html } from '../lit.js';
import { schedule } from '../loop.js';
import { language, languages, t, useLanguage } from '../language.js';
import { preferences } from './preferences.js';
import { choice } from './rows.js';

/** @param {string} value */
async function speak(value) {
  localStorage.setItem('dm.language', value);
  await useLanguage(value);
  schedule();
}

export function appearance() {
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
