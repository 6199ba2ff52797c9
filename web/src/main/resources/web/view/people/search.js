import { perMessenger } from '../core/per-messenger.js';
import { html, nothing } from '../lit.js';
import { avatar } from '../parts/avatar.js';
import { marked } from '../parts/marked.js';
import { attempt, reasonText, report } from '../parts/problem.js';
import { rove } from '../overlay/rove.js';
import { empty } from '../inbox/empty.js';
import { skeletonRow } from '../inbox/row.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').FoundUser} FoundUser */

/** Milliseconds without typing before the server is asked. */
const pauseMilliseconds = 200;

const foundOf = perMessenger(() => ({
  /** @type {FoundUser[]} */
  people: [],
  /** The query of the current results. */
  query: '',
  loading: false,
  /** Enter was pressed before the results were there. */
  opensFirst: false,
  timer: 0,
}));

/** @param {Context} ctx @param {Event} event */
export function search(ctx, event) {
  const found = foundOf(ctx);
  const query = /** @type {HTMLInputElement} */ (event.target).value;
  ctx.set({ query });
  clearTimeout(found.timer);
  found.loading = query.trim() !== '';
  found.opensFirst = false;
  found.timer = setTimeout(ctx.bind(ask), pauseMilliseconds);
}

/** @param {Context} ctx */
async function ask(ctx) {
  const found = foundOf(ctx);
  const query = ctx.state.query.trim();
  if (!query) return;
  try {
    const people = await ctx.client.people.search(query);
    // The response to an older query may arrive after a newer one.
    if (query === ctx.state.query.trim()) Object.assign(found, { people, query, loading: false });
    if (query === ctx.state.query.trim() && found.opensFirst) openFirst(ctx);
  } catch (problem) {
    if (/** @type {any} */ (problem).code === 'cancelled') return;
    found.loading = false;
    report(ctx, problem);
  }
  ctx.schedule();
}

/** Opens the first person found, now or when the results arrive. @param {Context} ctx */
function openFirst(ctx) {
  const found = foundOf(ctx);
  const [first] = found.people;
  found.opensFirst = found.loading;
  if (!found.loading && first) open(ctx, first);
}

/** @param {Context} ctx @param {FoundUser} person */
async function open(ctx, person) {
  if (person.canMessage === false && !known(ctx, person)) return;
  const id = await attempt(ctx, ctx.client.inbox.open(person.id));
  if (!id) return;
  ctx.state.query = '';
  ctx.navigate(`/c/${id}`);
}

/** Settings restrict new conversations only: an existing one can be opened. @param {Context} ctx @param {FoundUser} person */
function known(ctx, person) {
  return ctx.client.inbox.items.some((each) => each.other.id === person.id);
}

/** @param {Context} ctx @param {FoundUser} person @param {number} index */
function result(ctx, person, index) {
  const found = foundOf(ctx);
  const reachable = person.canMessage !== false || known(ctx, person);
  const reason = reachable ? '' : reasonText(ctx, person.reason);
  return html`<li>
    <button class="person" type="button" data-index=${index} tabindex=${index ? -1 : 0} aria-disabled=${reachable ? nothing : 'true'}
      @click=${() => open(ctx, person)}>
      ${avatar(ctx, person)}
      <span class="person__text">
        <span class="person__name ellipsis"><bdi>${marked(person.full_name, found.query)}</bdi></span>
        <span class="person__detail ${reason ? '' : 'ellipsis'}">@${marked(person.username, found.query)}${reason ? ` · ${reason}` : ''}</span>
      </span>
    </button>
  </li>`;
}

/** @param {Context} ctx @param {KeyboardEvent} event */
export function searchSteer(ctx, event) {
  const buttons = /** @type {HTMLElement[]} */ ([...ctx.findAll('.person')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (ctx.activeElement));
  if (event.key === 'Escape') {
    ctx.set({ query: '' });
    ctx.find('#search')?.focus();
  } else if (at < 0 && event.key === 'Enter') openFirst(ctx);
  else if (at < 0 && event.key === 'ArrowUp') return;
  else if (at <= 0 && event.key === 'ArrowUp') ctx.find('#search')?.focus();
  else if (at < 0 && event.key !== 'ArrowDown') return;
  else {
    const to = rove(event, at, buttons.length);
    if (to === null) return;
    buttons[to]?.focus();
  }
  event.preventDefault();
}

/** @param {Context} ctx */
export function peopleResults(ctx) {
  const found = foundOf(ctx);
  const asked = ctx.state.query.trim();
  if (!asked) return empty({ icon: 'search', title: ctx.t('new.hint.title'), text: ctx.t('new.hint.text') });
  if (found.loading && !found.people.length) {
    return html`<div class="list" aria-busy="true">${Array.from({ length: 5 }, skeletonRow)}</div>`;
  }
  const count = found.loading ? nothing : ctx.t('search.count', { count: found.people.length });
  return html`<div class="heard" role="status">${count}</div>
    ${found.people.length || found.loading
      ? html`<ul class="list scroll" role="list" aria-label=${ctx.t('search.people')} @keydown=${ctx.bind(searchSteer)}>
          ${found.people.map(ctx.bind(result))}
        </ul>`
      : empty({ icon: 'user', title: ctx.t('search.none.title'), text: ctx.t('search.none.text', { query: asked }) })}`;
}
