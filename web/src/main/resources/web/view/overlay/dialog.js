import { html, ref } from '../lit.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * Opens a native modal dialog, which traps the focus and returns it on closing.
 *
 * @param {Element | undefined} element
 */
export function showModal(element) {
  const dialog = /** @type {HTMLDialogElement | undefined} */ (element);
  if (dialog && dialog.isConnected && !dialog.open) dialog.showModal();
  // On first use Lit calls this before the element is in the document.
  else if (dialog && !dialog.isConnected) queueMicrotask(() => showModal(dialog));
}

/** Closes the topmost dialog: only a closed dialog, not a removed one, returns the focus. @param {Context} ctx */
export function closeDialog(ctx) {
  const open = /** @type {HTMLDialogElement[]} */ (ctx.findAll('dialog[open]'));
  const top = open[open.length - 1];
  if (top) top.close();
}

/** @param {Context} ctx @param {MouseEvent} event */
function closeOnBackdrop(ctx, event) {
  if (event.target === event.currentTarget) closeDialog(ctx);
}

/**
 * @param {Context} ctx
 * @param {object} options
 * @param {string} options.title
 * @param {unknown} options.body
 * @param {unknown} [options.actions]
 * @param {string} [options.kind] a class of its own
 * @param {boolean} [options.locked] can be left by its own buttons alone
 */
export function dialog(ctx, { title, body, actions = '', kind = '', locked = false }) {
  /** @param {Event} event */
  const cancel = (event) => locked && event.preventDefault();
  const mine = ctx.state.dialog;
  // The `close` event fires later; the next dialog may have been requested by then.
  const closed = () => ctx.state.dialog === mine && ctx.set({ dialog: null });
  return html`<dialog class="dialog ${kind}" aria-labelledby="dialog-title" ${ref(showModal)}
      @cancel=${cancel} @close=${closed} @click=${locked ? null : ctx.bind(closeOnBackdrop)}>
    <div class="dialog__content">
      <header class="dialog__header">
        <h2 class="dialog__title" id="dialog-title">${title}</h2>
        ${locked
          ? ''
          : html`<button class="icon-button" type="button" aria-label=${ctx.t('close')} @click=${ctx.bind(closeDialog)}>
              ${icon('close')}
            </button>`}
      </header>
      <div class="dialog__body">${body}</div>
      ${actions ? html`<footer class="dialog__actions">${actions}</footer>` : ''}
    </div>
  </dialog>`;
}

/**
 * Asks for confirmation.
 *
 * @param {Context} ctx
 * @param {{title: string, text: string, choices: Array<{label: string, run: () => void, danger?: boolean}>}} question
 */
export function ask(ctx, question) {
  ctx.set({ dialog: { kind: 'question', ...question }, menu: null });
}

/** The dialog `ask` asks for. @param {Context} ctx */
export function questionDialog(ctx) {
  const { title, text, choices } = /** @type {any} */ (ctx.state.dialog);
  /** @param {{label: string, run: () => void, danger?: boolean}} choice */
  const button = (choice) => html`<button type="button" class="button ${choice.danger ? 'button--danger' : 'button--primary'}"
    @click=${() => (closeDialog(ctx), choice.run())}>${choice.label}</button>`;
  return dialog(ctx, {
    title,
    kind: 'dialog--question',
    body: html`<p>${text}</p>`,
    actions: html`${choices.map(button)}
      <button type="button" class="button button--quiet" autofocus @click=${ctx.bind(closeDialog)}>${ctx.t('cancel')}</button>`,
  });
}
