/** @typedef {import('./context.js').Context} Context */

/**
 * State of a view that lives as long as one messenger. A page can show several messengers, so a module
 * keeps no state of its own: `const openOf = perMessenger(() => ({shown: false}))`, then `openOf(ctx).shown`.
 *
 * @template T
 * @param {(ctx: Context) => T} create  called on first use
 * @returns {(ctx: Context) => T}
 */
export function perMessenger(create) {
  /** @type {WeakMap<Context, T>} */
  const values = new WeakMap();
  return (ctx) => {
    const known = values.get(ctx);
    if (known !== undefined) return known;
    const created = create(ctx);
    values.set(ctx, created);
    return created;
  };
}
