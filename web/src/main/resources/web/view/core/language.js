import english from '../../language/en.js';

/** @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Catalogue */

/** The available languages, each with its own name. */
export const languages = { en: 'English', de: 'Deutsch' };

/** @param {string} key */
export const has = (key) => Object.hasOwn(english, key);

/** The first of the wanted languages that is available. @param {Array<string | null | undefined>} wanted */
export function available(...wanted) {
  const known = wanted.map((each) => (each ?? '').slice(0, 2)).find((each) => Object.hasOwn(languages, each));
  return known ?? 'en';
}

/** Dates, times and numbers are written as in the browser's region, whatever the language. @param {string} language */
function inRegion(language) {
  const matching = navigator.languages.find((each) => each.startsWith(`${language}-`));
  const { region } = new Intl.Locale(navigator.language).maximize();
  return matching && matching === navigator.language ? matching : `${language}${region ? `-${region}` : ''}`;
}

/** The texts of one messenger in the language in use. */
export class Language {
  /** @type {Catalogue} */
  #catalogue = english;
  #plurals = new Intl.PluralRules('en');
  #numbers = new Intl.NumberFormat('en');
  #name = 'en';
  #tag = 'en';

  /** One of the languages. */
  get name() {
    return this.#name;
  }

  /** As a BCP 47 tag for Intl. */
  get tag() {
    return this.#tag;
  }

  /** @param {string} next one of the languages */
  async use(next) {
    this.#catalogue = next === 'de' ? (await import('../../language/de.js')).default : english;
    this.#name = next;
    this.#tag = inRegion(next);
    this.#plurals = new Intl.PluralRules(next);
    this.#numbers = new Intl.NumberFormat(this.#tag);
  }

  /**
   * The text of a key with its values filled in; `count` also picks the plural form.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  text(key, values = {}) {
    const entry = this.#catalogue[key] ?? english[/** @type {keyof typeof english} */ (key)] ?? key;
    const text = typeof entry === 'string' ? entry : this.#pick(entry, Number(values.count));
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  /** @param {number} count */
  number(count) {
    return this.#numbers.format(count);
  }

  /**
   * @param {Partial<Record<Intl.LDMLPluralRule, string>>} forms
   * @param {number} count
   */
  #pick(forms, count) {
    return forms[this.#plurals.select(count)] ?? forms.other ?? '';
  }
}
