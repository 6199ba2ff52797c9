/**
 * The parts that the stores for views use. `DmClient` creates them.
 *
 * @typedef {object} Parts
 * @property {import('./server/api.js').Api} api
 * @property {import('./state/store.js').Store} store
 * @property {import('./storage/cache.js').Cache} cache
 * @property {import('./state/changes.js').Changes} changes
 * @property {import('./connection/live.js').Live} live
 * @property {import('./server/limits.js').Limits} limits
 * @property {import('./typing.js').Typing} typing
 * @property {import('./state/drafts.js').Drafts} drafts
 * @property {import('./state/reading.js').Reading} reading
 * @property {import('./state/history.js').History} history
 * @property {import('./send/transfers.js').Transfers} transfers
 * @property {import('./state/messages.js').Messages} messages
 * @property {import('./state/people.js').People} people
 * @property {(items: import('./send/outbox.js').UnsentRecord[]) => void} enqueue
 * @property {(item: import('./send/outbox.js').UnsentRecord) => import('./types.js').Message} unsentMessage
 * @property {(conversationId: string) => void} hurry  what is under way there begins anew, now
 * @property {(conversationId: string, messageId: string, forEveryone: boolean) => Promise<unknown>} removed
 */
export {};
