/**
 * Embeds the web client in a page of a host application. One tag is enough:
 *
 *   <script src="https://messages.example/embed.js" data-target="#messages" data-token-url="/dm-token"></script>
 *
 * or, for more options, `Mockhu.mount({target, tokens, …})` after a tag without attributes.
 * Tokens are sent only to the server's own origin. See docs/web.md.
 */
(() => {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;

  function mount({ target = document.body, tokens, theme = {}, language, unread = () => {}, opened = () => {}, ...what }) {
    const place = typeof target === 'string' ? document.querySelector(target) : target;
    const frame = document.createElement('iframe');
    frame.src = `${origin}${pathOf(what)}?host=${encodeURIComponent(location.origin)}`;
    frame.title = 'Mockhu';
    frame.allow = 'clipboard-write; fullscreen';
    Object.assign(frame.style, { border: '0', width: '100%', height: '100%', display: 'block' });

    const tell = (word) => frame.contentWindow?.postMessage(word, origin);
    const hear = (event) => {
      if (event.origin !== origin || event.source !== frame.contentWindow) {
        return;
      }
      const { type, id, count, conversationId } = event.data ?? {};
      if (type === 'mockhu:ready') {
        tell({ type: 'mockhu:theme', ...theme });
        if (language) {
          tell({ type: 'mockhu:language', language });
        }
      } else if (type === 'mockhu:token') {
        Promise.resolve().then(tokens).then(
          (token) => tell({ type, id, token }),
          (error) => tell({ type, id, error: String(error) }),
        );
      } else if (type === 'mockhu:unread') {
        unread(count);
      } else if (type === 'mockhu:open') {
        opened(conversationId);
      }
    };
    addEventListener('message', hear);
    place.append(frame);
    return {
      frame,
      /** A conversation by `{conversationId}`, the one with a person by `{userId}`, or the list. */
      open: (next = {}) => tell({ type: 'mockhu:open', ...next }),
      dress: (next) => tell({ type: 'mockhu:theme', ...next }),
      speak: (next) => tell({ type: 'mockhu:language', language: next }),
      /** The person signed out of the host application: what the browser stored for them is deleted. */
      signOut: () => tell({ type: 'mockhu:signout' }),
      remove: () => {
        removeEventListener('message', hear);
        frame.remove();
      },
    };
  }

  function pathOf({ path = '/', conversationId, userId }) {
    if (conversationId) {
      return `/c/${encodeURIComponent(conversationId)}`;
    }
    return userId ? `/u/${encodeURIComponent(userId)}` : path;
  }

  async function fromAddress(address) {
    const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(`${address} answered ${answer.status}`);
    }
    const text = (await answer.text()).trim();
    return text.startsWith('{') ? JSON.parse(text).token : text;
  }

  window.Mockhu = { mount };
  const { tokenUrl, target, theme } = script.dataset;
  if (tokenUrl) {
    const start = () => mount({ target, tokens: () => fromAddress(tokenUrl), theme: { mode: theme } });
    if (document.readyState === 'loading') {
      addEventListener('DOMContentLoaded', start);
    } else {
      start();
    }
  }
})();
