/**
 * The element in a form of the page: `<dots-flow name="flow" required>` submits the id of a finished flow,
 * and keeps the form from being submitted before.
 */
import type { FlowState } from '../flow/machine.ts';

/**
 * Tells the form where the flow stands. `message` is what `validationMessage` says while it is not finished.
 */
export function showInForm(
  internals: ElementInternals,
  state: FlowState,
  required: boolean,
  message: string,
): void {
  const snapshot = state.name === 'completed' || state.name === 'redirecting' ? state.snapshot : null;
  internals.setFormValue(snapshot?.flow.id ?? null);
  internals.setValidity({ valueMissing: required && !snapshot }, message);
}
