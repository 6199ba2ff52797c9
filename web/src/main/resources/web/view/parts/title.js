import { client } from '../client.js';
import { t } from '../language.js';

let shown = -1;

/** The number of unread messages in the title and on the icon of the tab. */
export function showUnread() {
  const count = client.session.state === 'in' || client.session.state === 'expired' ? client.inbox.totalUnread : 0;
  const title = count ? `(${count > 999 ? '999+' : count}) ${t('product')}` : t('product');
  if (document.title !== title) document.title = title;
  if (shown === Math.min(count, 100)) return;
  shown = Math.min(count, 100);
  paint(count);
  badge(count);
}

/** An installed app also shows it on its icon. @param {number} count */
function badge(count) {
  if (count) navigator.setAppBadge?.(count).catch(() => {});
  else navigator.clearAppBadge?.().catch(() => {});
}

/** @type {string} */
let plain = '';

/** @param {number} count */
function paint(count) {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
  if (!link) return;
  plain ||= link.href;
  if (!count) {
    link.href = plain;
    return;
  }
  const image = new Image();
  image.onload = () => (link.href = draw(image, count));
  image.src = plain;
}

/** @param {HTMLImageElement} image @param {number} count */
function draw(image, count) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.drawImage(image, 0, 0, 64, 64);
  pen.fillStyle = '#d4213d';
  pen.beginPath();
  pen.arc(44, 20, 20, 0, 7);
  pen.fill();
  pen.fillStyle = '#fff';
  pen.font = 'bold 28px sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(count > 9 ? '9+' : String(count), 44, 21);
  return canvas.toDataURL();
}
