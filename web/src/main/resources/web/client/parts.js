/**
 * What the stores that a view sees are made of. `DmClient` puts it together.
 *
 * @typedef {object} Parts
 * @property {import('./api.js').Api} api
 * @property {import('./ledger.js').Ledger} ledger
 * @property {import('./replica.js').Replica} replica
 * @property {import('./changes.js').Changes} changes
 * @property {import('./live.js').Live} live
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
