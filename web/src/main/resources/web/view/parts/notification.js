import { set } from '../state.js';
import { navigate } from '../router.js';

/** Open notifications by conversation. @type {Map<string, {close: () => void}>} */
const shown = new Map();

/** @param {string} conversation */
function open(conversation) {
  window.focus();
  set({ dialog: null, lightbox: null });
  navigate(`/c/${conversation}`);
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
 * @param {string} conversation
 * @param {string} title
 * @param {{body: string, silent: boolean, icon?: string}} content
 */
export function showNotification(conversation, title, content) {
  const options = { ...content, tag: conversation, renotify: true };
  try {
    const notification = new Notification(title, options);
    notification.onclick = () => {
      open(conversation);
      notification.close();
    };
    shown.set(conversation, notification);
  } catch {
    shown.set(conversation, showByWorker(title, options));
  }
}

/** Closes notifications of conversations that were read on any device. @param {(conversation: string) => boolean} isRead */
export function closeNotifications(isRead) {
  for (const [conversation, notification] of shown) {
    if (!isRead(conversation)) continue;
    notification.close();
    shown.delete(conversation);
  }
}

export function listenToTaps() {
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data?.type === 'mockhu:open') open(data.conversation);
  });
}
