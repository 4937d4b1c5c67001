/**
 * Asks before a method is removed, in a native modal dialog above everything, the host's own modal included.
 * The dialog is loaded with the first question, built when it is asked and gone when it is answered.
 */
import { html, render } from 'lit';
import type { Localizer } from '../locales/localizer.ts';
import { styles } from './remove-dialog-styles.ts';

/** What is asked. `root` is the shadow root of the step, which the dialog is put into. */
export interface RemovalQuestion {
  readonly root: ShadowRoot;
  readonly localizer: Localizer;
  /** The method's name, as the list has it. */
  readonly method: string;
  /** What removing it means. */
  readonly text: string;
}

/**
 * Resolves to true when the payee confirmed. Escape, a click beside the dialog and closing it from outside
 * mean no.
 */
export function confirmRemoval({ root, localizer, method, text }: RemovalQuestion): Promise<boolean> {
  const { t } = localizer;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', 'remove-title');
  dialog.setAttribute('aria-describedby', 'remove-text');
  // The focus is on the answer that removes nothing.
  render(
    html`<div class="sheet">
      <h3 part="subtitle" id="remove-title">${t('methods.remove.title', { method })}</h3>
      <p id="remove-text">${text}</p>
      <div class="answers">
        <button
          type="button"
          class="button danger"
          part="danger-button"
          @click=${() => dialog.close('remove')}
        >
          <span>${t('methods.remove')}</span>
        </button>
        <button
          type="button"
          class="button quiet"
          part="quiet-button"
          autofocus
          @click=${() => dialog.close()}
        >
          <span>${t('methods.remove.keep')}</span>
        </button>
      </div>
    </div>`,
    dialog,
  );
  dialog.addEventListener('click', (event) => {
    // The sheet fills the dialog, so a click on the dialog itself is one on its backdrop.
    if (event.target === dialog) dialog.close();
  });
  const sheet = styles.styleSheet;
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'remove');
    });
  });
}
