import { perMessenger } from '../core/per-messenger.js';
import { toast } from './toast.js';

/** @typedef {import('../core/context.js').Context} Context */

const missingOf = perMessenger(() => ({ toast: 0 }));

/**
 * A lazily loaded part of the messenger: loaded when it is first drawn.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @returns {(ctx: Context) => T | null} the module, or null while it is on its way
 */
export function later(load) {
  /** @type {T | null} */
  let module = null;
  /** @type {Promise<T> | null} */
  let loading = null;
  /** @param {Context} ctx */
  const failed = (ctx) => {
    // Without a network, the next frame that needs it tries again.
    loading = null;
    sayMissing(ctx);
  };
  return (ctx) => {
    if (module) return module;
    loading ??= load().then((loaded) => (module = loaded));
    loading.then(ctx.schedule, () => failed(ctx));
    return null;
  };
}

/** With a network, the usual reason is a newer version of the server, which has no files of this version. @param {Context} ctx */
function sayMissing(ctx) {
  const missing = missingOf(ctx);
  if (missing.toast || !navigator.onLine || ctx.client.connection.state === 'offline') return;
  const action = { label: ctx.t('update.action'), run: () => location.reload() };
  missing.toast = toast(ctx, ctx.t('update.text'), { role: 'alert', stays: 600_000, action });
}
