import { html } from '../lit.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { setTone, tone, tones } from './tone.js';

/** @param {string} chosen */
function useTone(chosen) {
  setTone(chosen);
  schedule();
}

export function toneChoice() {
  const hand = '✋';
  return html`<div class="picker__tones" role="radiogroup" aria-label=${t('emoji.tone')}>
    ${tones.map(
      (each, index) => html`<button type="button" role="radio" class="picker__tone" aria-checked=${each === tone()}
        aria-label=${t(`emoji.tone.${index}`)} @click=${() => useTone(each)}>${hand}${each}</button>`,
    )}
  </div>`;
}
