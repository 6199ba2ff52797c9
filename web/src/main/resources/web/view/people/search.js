import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { set, state } from '../state.js';
import { navigate } from '../router.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { marked } from '../parts/marked.js';
import { attempt, reasonText, report } from '../parts/problem.js';
import { rove } from '../parts/rove.js';
import { empty } from '../inbox/empty.js';
import { skeletonRow } from '../inbox/row.js';

/** @typedef {import('../../client/types.js').FoundUser} FoundUser */

/** Milliseconds without typing before the server is asked. */
const pauseMilliseconds = 200;

const found = {
  /** @type {FoundUser[]} */
  people: [],
  /** The query of the current results. */
  query: '',
  loading: false,
  timer: 0,
};

/** @param {Event} event */
export function search(event) {
  const query = /** @type {HTMLInputElement} */ (event.target).value;
  set({ query });
  clearTimeout(found.timer);
  found.loading = query.trim() !== '';
  found.timer = setTimeout(ask, pauseMilliseconds);
}

async function ask() {
  const query = state.query.trim();
  if (!query) return;
  try {
    const people = await client.people.search(query);
    // The response to an older query may arrive after a newer one.
    if (query === state.query.trim()) Object.assign(found, { people, query, loading: false });
  } catch (problem) {
    if (/** @type {any} */ (problem).code === 'cancelled') return;
    found.loading = false;
    report(problem);
  }
  schedule();
}

/** @param {FoundUser} person */
async function open(person) {
  if (person.canMessage === false && !known(person)) return;
  const id = await attempt(client.inbox.open(person.id));
  if (!id) return;
  state.query = '';
  navigate(`/c/${id}`);
}

/** Settings restrict new conversations only: an existing one can be opened. @param {FoundUser} person */
function known(person) {
  return client.inbox.items.some((each) => each.other.id === person.id);
}

/** @param {FoundUser} person @param {number} index */
function result(person, index) {
  const reachable = person.canMessage !== false || known(person);
  const reason = reachable ? '' : reasonText(person.reason);
  return html`<li>
    <button class="person" type="button" data-index=${index} tabindex=${index ? -1 : 0} aria-disabled=${reachable ? nothing : 'true'}
      @click=${() => open(person)}>
      ${avatar(person)}
      <span class="person__text">
        <span class="person__name ellipsis"><bdi>${marked(person.full_name, found.query)}</bdi></span>
        <span class="person__detail ${reason ? '' : 'ellipsis'}">@${marked(person.username, found.query)}${reason ? ` · ${reason}` : ''}</span>
      </span>
    </button>
  </li>`;
}

/** @param {KeyboardEvent} event */
export function searchSteer(event) {
  const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.person')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (event.key === 'Escape') {
    set({ query: '' });
    document.getElementById('search')?.focus();
  } else if (at < 0 && event.key === 'ArrowUp') return;
  else if (at <= 0 && event.key === 'ArrowUp') document.getElementById('search')?.focus();
  else if (at < 0 && event.key !== 'ArrowDown') return;
  else {
    const to = rove(event, at, buttons.length);
    if (to === null) return;
    buttons[to]?.focus();
  }
  event.preventDefault();
}

export function peopleResults() {
  const asked = state.query.trim();
  if (!asked) return empty({ icon: 'search', title: t('new.hint.title'), text: t('new.hint.text') });
  if (found.loading && !found.people.length) {
    return html`<div class="list" aria-busy="true">${Array.from({ length: 5 }, skeletonRow)}</div>`;
  }
  const count = found.loading ? nothing : t('search.count', { count: found.people.length });
  return html`<div class="heard" role="status">${count}</div>
    ${found.people.length || found.loading
      ? html`<ul class="list scroll" role="list" aria-label=${t('search.people')} @keydown=${searchSteer}>
          ${found.people.map(result)}
        </ul>`
      : empty({ icon: 'user', title: t('search.none.title'), text: t('search.none.text', { query: asked }) })}`;
}
