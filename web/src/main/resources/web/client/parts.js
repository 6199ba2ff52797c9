/**
 * The parts that the stores for views use. `DmClient` creates them.
 *
 * @typedef {object} Parts
 * @property {import('./api.js').Api} api
 * @property {import('./store.js').Store} store
 * @property {import('./cache.js').Cache} cache
 * @property {import('./changes.js').Changes} changes
 * @property {import('./live.js').Live} live
 * @property {import('./limits.js').Limits} limits
 * @property {import('./typing.js').Typing} typing
 * @property {import('./drafts.js').Drafts} drafts
 * @property {import('./reading.js').Reading} reading
 * @property {import('./history.js').History} history
 * @property {import('./transfers.js').Transfers} transfers
 * @property {import('./messages.js').Messages} messages
 * @property {import('./people.js').People} people
 * @property {(items: import('./outbox.js').UnsentRecord[]) => void} enqueue
 * @property {(item: import('./outbox.js').UnsentRecord) => import('./types.js').Message} unsentMessage
 * @property {(conversationId: string) => void} hurry  what is under way there begins anew, now
 * @property {(conversationId: string, messageId: string, forEveryone: boolean) => Promise<unknown>} removed
 */
export {};
