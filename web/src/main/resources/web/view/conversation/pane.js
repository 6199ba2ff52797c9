import { html, keyed, nothing } from '../lit.js';
import { client } from '../client.js';
import { state } from '../state.js';
import { navigate } from '../router.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { explain } from '../parts/problem.js';
import { icon } from '../parts/icon.js';
import { empty } from '../inbox/empty.js';
import { composer } from '../composer/composer.js';
import { dropEvents, dropOverlay } from '../composer/drop.js';
import { bubble } from './bubble.js';
import { header } from './header.js';
import { jumpToEnd } from './jump.js';
import { dayLine, divider } from './message-list.js';
import { below, divide, enter, moved, open, reaching } from './pane-state.js';
import { speak } from './spoken.js';
import { timeline } from './timeline.js';

/**
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('./timeline.js').Item} Item
 */

const skeletons = () =>
  html`<div class="messages__skeleton" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton skeleton--bubble"></div>`)}</div>`;

/**
 * The content above the first message: a loading indicator, an error, or the beginning.
 *
 * @param {ConversationStore} conversation
 * @param {Message[]} messages
 */
function top(conversation, messages) {
  const { loadError, other } = conversation;
  if (loadError) {
    return html`<div class="messages__fault" role="alert"><p>${explain(loadError)}</p>
      <button class="button button--quiet" type="button" @click=${() => conversation.loadOlder()}>${t('retry')}</button></div>`;
  }
  if (conversation.hasOlder || (conversation.loading && !messages.length)) return skeletons();
  if (!other) return nothing;
  return html`<div class="beginning">
    ${avatar(other, { size: 'large' })}
    <p class="beginning__name"><bdi>${other.full_name}</bdi></p>
    <p>${t(messages.length ? 'conversation.beginning' : 'conversation.empty', { name: other.full_name })}</p>
  </div>`;
}

/** @param {ConversationStore} conversation */
function typing({ typing: shown }) {
  return shown
    ? html`<div class="message message--other message--first" aria-hidden="true"><div class="bubble bubble--typing"><span class="dots"><i></i><i></i><i></i></span></div></div>`
    : nothing;
}

/** @param {ConversationStore} conversation @param {Message[]} messages */
function list(conversation, messages) {
  const waits = reaching(conversation, messages);
  if (!waits) divide(conversation, messages);
  return {
    label: t('messages.with', { name: conversation.other?.full_name ?? '' }),
    items: waits ? [] : timeline(messages, open.divider),
    top: waits ? skeletons() : top(conversation, messages),
    end: typing(conversation),
    /** @param {Item} item @param {boolean} focused */
    drawItem(item, focused) {
      if (item.kind === 'day') return dayLine(item.time);
      return item.kind === 'unread' ? divider() : bubble(conversation, item, focused);
    },
    nearTop() {
      if (!waits && conversation.hasOlder && !conversation.loading && !conversation.loadError) queueMicrotask(() => conversation.loadOlder());
    },
    /** @param {{away: boolean, seen: number}} position */
    moved: (position) => moved(conversation, position),
  };
}

/** @param {Message[]} messages */
function jump(messages) {
  if (!open.away) return nothing;
  const count = below(messages);
  return html`<button class="icon-button jump" type="button" @click=${jumpToEnd}>
    <span class="heard">${count ? t('jump.count', { count }) : t('jump')}</span>${icon('down')}${count ? html`<span class="badge" aria-hidden="true">${count}</span>` : nothing}
  </button>`;
}

function lost() {
  const action = { label: t('back.list'), run: () => navigate('/', { replace: true }) };
  return html`<main class="pane pane--empty" id="main" tabindex="-1" aria-label=${t('gone.title')}>
    ${empty({ icon: 'alert', title: t('gone.title'), text: t('gone.text'), action })}
  </main>`;
}

export function conversationPane() {
  const id = state.route.id ?? '';
  enter(id);
  const conversation = client.conversation(id);
  if (conversation.state === 'gone' || conversation.state === 'denied') return lost();
  const name = conversation.other?.full_name ?? '';
  // Read once, because the client rebuilds the list on each access.
  const { messages } = conversation;
  speak(conversation, messages);
  return html`<main class="pane chat" id="main" tabindex="-1" aria-label=${t('conversation.with', { name })}
      @dragenter=${dropEvents.enter} @dragover=${dropEvents.over} @dragleave=${dropEvents.leave} @drop=${dropEvents.drop}>
    ${header(conversation)}
    <div class="chat__body">
      ${keyed(id, html`<message-list class="messages scroll" .model=${list(conversation, messages)}></message-list>`)}
      ${jump(messages)}
    </div>
    ${composer(conversation)} ${state.dragging ? dropOverlay() : nothing}
  </main>`;
}
