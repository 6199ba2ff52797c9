import english from '../language/en.js';

/** @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Catalogue */

/** The available languages, each with its own name. */
export const languages = { en: 'English', de: 'Deutsch' };

/** @type {Catalogue} */
let catalogue = english;
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');
let tag = 'en';

/** The language in use, as a BCP 47 tag for Intl. */
export const language = () => tag;

/** The chosen language, or the first available language of the browser. */
export function preferredLanguage() {
  const chosen = localStorage.getItem('dm.language');
  const wanted = [chosen ?? '', ...navigator.languages].map((each) => each.slice(0, 2));
  return wanted.find((each) => Object.hasOwn(languages, each)) ?? 'en';
}

/** @param {string} next one of the languages */
export async function useLanguage(next) {
  catalogue = next === 'de' ? (await import('../language/de.js')).default : english;
  // Dates use the browser's region if its language matches.
  tag = navigator.languages.find((each) => each.startsWith(next)) ?? next;
  plurals = new Intl.PluralRules(next);
  numbers = new Intl.NumberFormat(tag);
  document.documentElement.lang = next;
}

/**
 * The text of a key with its values filled in; `count` also picks the plural form.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const entry = catalogue[key] ?? english[/** @type {keyof typeof english} */ (key)] ?? key;
  const text = typeof entry === 'string' ? entry : pick(entry, Number(values.count));
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** @param {number} count */
export const number = (count) => numbers.format(count);

/** @param {string} key */
export const has = (key) => Object.hasOwn(english, key);

/**
 * @param {Partial<Record<Intl.LDMLPluralRule, string>>} forms
 * @param {number} count
 */
function pick(forms, count) {
  return forms[plurals.select(count)] ?? forms.other ?? '';
}
