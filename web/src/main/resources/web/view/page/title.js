/** The browser's tab: its title, its icon, and the badge of an installed app. */
export class Tab {
  #shown = -1;
  #plain = '';

  /** @param {import('../messenger.js').Messenger} messenger */
  show({ unread: count, context }) {
    const name = context.t('product');
    const title = count ? `(${count > 999 ? '999+' : count}) ${name}` : name;
    if (document.title !== title) document.title = title;
    document.documentElement.lang = context.language.name;
    if (this.#shown === Math.min(count, 100)) return;
    this.#shown = Math.min(count, 100);
    this.#paint(count);
    badge(count);
  }

  /** @param {number} count */
  #paint(count) {
    const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
    if (!link) return;
    this.#plain ||= link.href;
    if (!count) {
      link.href = this.#plain;
      return;
    }
    const image = new Image();
    image.onload = () => (link.href = draw(image, count));
    image.src = this.#plain;
  }
}

/** An installed app also shows it on its icon. @param {number} count */
function badge(count) {
  if (count) navigator.setAppBadge?.(count).catch(() => {});
  else navigator.clearAppBadge?.().catch(() => {});
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
