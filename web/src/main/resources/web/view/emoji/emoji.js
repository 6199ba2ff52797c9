/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {{emoji: string, name: string, words: string}} Named */

/** @type {Map<string, Promise<Record<string, string>>>} */
const catalogues = new Map();

/** Names are loaded on first use, because most visits need none. @param {Context} ctx */
function names(ctx) {
  const tag = ctx.language.name;
  const known = catalogues.get(tag) ?? load(tag);
  catalogues.set(tag, known);
  return known;
}

/** @param {string} tag @returns {Promise<Record<string, string>>} */
async function load(tag) {
  const module = tag === 'de' ? await import('../../language/emoji-de.js') : await import('../../language/emoji-en.js');
  return module.default;
}

/** @type {Map<Record<string, string>, Map<string, Named>>} */
const known = new Map();

/** @param {Context} ctx @returns {Promise<Map<string, Named>>} */
export async function named(ctx) {
  const catalogue = await names(ctx);
  // Called for every letter: another await could resolve after the next letter.
  const found = known.get(catalogue) ?? (await putTogether(catalogue));
  known.set(catalogue, found);
  return found;
}

/** @param {Record<string, string>} catalogue @returns {Promise<Map<string, Named>>} */
async function putTogether(catalogue) {
  const { groups } = await import('./groups.js');
  const all = groups.flatMap((group) => group.emoji);
  return new Map(
    all.map((emoji) => {
      const words = catalogue[emoji] ?? '';
      return [emoji, { emoji, words, name: (words.split(',')[0] ?? '').replaceAll('_', ' ') }];
    }),
  );
}

/** Emoji whose words begin with the typed text; matches in the name come first. @param {Context} ctx @param {string} word */
export async function find(ctx, word) {
  const wanted = word.toLocaleLowerCase().replaceAll('_', ' ');
  const all = [...(await named(ctx)).values()];
  const byName = all.filter((each) => each.name.startsWith(wanted));
  const byWord = all.filter((each) => !byName.includes(each) && wordsOf(each).some((other) => other.startsWith(wanted)));
  return [...byName, ...byWord];
}

/** @param {Named} each */
const wordsOf = (each) => each.words.replaceAll('_', ' ').split(/[\s,]+/u);
