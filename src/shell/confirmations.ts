/**
 * A line above the screen that follows when something was saved: a payout method, a signed form. It is said
 * once by whoever saved it, and stays for one screen.
 */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { checkIcon } from '../ui/icons.ts';
import { currentStep } from './current-step.ts';
import { onNewScreen } from './new-screen.ts';

/** What each element on the page confirms now. */
const lines = new WeakMap<ReactiveElement, string>();

/** Learns what to confirm: from steps (`dots-told`), and of signed forms from the flow, which goes on. */
export function confirmSaved(host: ReactiveElement, localizer: () => Localizer): void {
  let next = '';
  host.renderRoot.addEventListener('dots-told', (event) => (next = (event as CustomEvent<string>).detail));
  host.addEventListener('dots-step-completed', (event) => {
    const { step, outcome } = event.detail;
    if (outcome === 'unchanged' || (step !== 'compliance' && step !== 'pdf-form-fill')) return;
    next = localizer().t(`confirmed.${step}`);
    currentStep(host)?.context.announce(next);
  });
  onNewScreen(host, () => {
    if (next === (lines.get(host) ?? '')) return;
    lines.set(host, next);
    next = '';
    // The frame may be in the middle of being drawn.
    queueMicrotask(() => host.requestUpdate());
  });
}

/** Returns the line. The end of a flow has a list instead. */
export function confirmation(host: ReactiveElement, { name }: FlowState): TemplateResult | typeof nothing {
  const line = lines.get(host);
  return line && name === 'step'
    ? html`<p class="confirmed" part="confirmation">${checkIcon}<span>${line}</span></p>`
    : nothing;
}
