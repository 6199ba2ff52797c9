import { html } from '../lit.js';
import { setTone, tone, tones } from './tone.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {string} chosen */
function useTone(ctx, chosen) {
  setTone(ctx, chosen);
  ctx.schedule();
}

/** @param {Context} ctx */
export function toneChoice(ctx) {
  const hand = '✋';
  return html`<div class="picker__tones" role="radiogroup" aria-label=${ctx.t('emoji.tone')}>
    ${tones.map(
      (each, index) => html`<button type="button" role="radio" class="picker__tone" aria-checked=${each === tone(ctx)}
        aria-label=${ctx.t(`emoji.tone.${index}`)} @click=${() => useTone(ctx, each)}>${hand}${each}</button>`,
    )}
  </div>`;
}
