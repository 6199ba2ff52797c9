import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Open notifications by conversation. @type {(ctx: Context) => Map<string, {close: () => void}>} */
const shownOf = perMessenger(() => new Map());

/** @param {Context} ctx @param {string} conversation */
function open(ctx, conversation) {
  window.focus();
  ctx.set({ dialog: null, lightbox: null });
  ctx.navigate(`/c/${conversation}`);
}

/** On phones only the service worker can show notifications; it reports which one was tapped. @param {string} title @param {NotificationOptions} options */
function showByWorker(title, options) {
  const ready = navigator.serviceWorker.ready;
  ready.then((registration) => registration.showNotification(title, options)).catch(() => {});
  /** @param {ServiceWorkerRegistration} registration */
  const closeAll = async (registration) => (await registration.getNotifications({ tag: options.tag })).forEach((each) => each.close());
  return { close: () => ready.then(closeAll).catch(() => {}) };
}

/**
 * Each conversation has one notification, its latest. A click on it opens the conversation.
 *
 * @param {Context} ctx
 * @param {string} conversation
 * @param {string} title
 * @param {{body: string, silent: boolean, icon?: string}} content
 */
export function showNotification(ctx, conversation, title, content) {
  const shown = shownOf(ctx);
  const options = { ...content, tag: conversation, renotify: true };
  try {
    const notification = new Notification(title, options);
    notification.onclick = () => {
      open(ctx, conversation);
      notification.close();
    };
    shown.set(conversation, notification);
  } catch {
    shown.set(conversation, showByWorker(title, options));
  }
}

/** Closes notifications of conversations that were read on any device. @param {Context} ctx @param {(conversation: string) => boolean} isRead */
export function closeNotifications(ctx, isRead) {
  const shown = shownOf(ctx);
  for (const [conversation, notification] of shown) {
    if (!isRead(conversation)) continue;
    notification.close();
    shown.delete(conversation);
  }
}

/** Reading the property throws in a frame that may store nothing. */
function workers() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/** @param {Context} ctx */
export function listenToTaps(ctx) {
  workers()?.addEventListener('message', ({ data }) => {
    if (data?.type === 'mockhu:open') open(ctx, data.conversation);
  }, { signal: ctx.signal });
}
