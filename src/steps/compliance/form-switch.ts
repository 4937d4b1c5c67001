/**
 * What happens to the answers when the payee takes another form. Most of them fit both; `state` does not: it
 * is a code in the W-9 and any text in a W-8.
 */
import type { TaxFormName } from '../../contract/forms/tax.ts';
import type { FormController } from '../../ui/form-controller.ts';
import { stateCode } from './prefill.ts';

export class FormSwitch {
  readonly #form: FormController<unknown>;
  /** The form that was on screen last. Null before the first one. */
  #last: TaxFormName | null = null;
  /** `state` of the form that is not on screen. */
  #otherState = '';

  constructor(form: FormController<unknown>) {
    this.#form = form;
  }

  /** Takes note of the form that is on screen. Returns whether it took the place of another one. */
  take(name: TaxFormName): boolean {
    const last = this.#last;
    this.#last = name;
    if (last === name) return false;
    // Consent to the words of one form is no consent to those of another.
    this.#form.set('consent', '');
    if (last && (last === 'w9') !== (name === 'w9')) this.#swapState(name === 'w9');
    return last !== null;
  }

  /** Keeps the `state` of each form. A W-9 without one takes over what was typed, if it names a state. */
  #swapState(isW9: boolean): void {
    const state = this.#form.value('state');
    this.#form.set('state', this.#otherState || (isW9 ? stateCode(state) : ''));
    this.#otherState = state;
  }
}
