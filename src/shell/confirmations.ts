/**
 * A line above the heading of the screen that follows when something was saved: a payout method, a signed
 * form, an ID that was found good. It is said once by whoever saved it, and stays for one screen, or until
 * something else is changed there.
 */
import { html, nothing, render, type ReactiveElement } from 'lit';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { alertIcon, checkIcon } from '../ui/icons.ts';
import { currentStep } from './current-step.ts';
import { onNewScreen } from './new-screen.ts';

type Host = ReactiveElement & { readonly state: FlowState };

/** Learns what to confirm: from steps (`dots-told`), and of forms and IDs from the flow, which goes on. */
export function confirmSaved(host: Host, localizer: () => Localizer): void {
  const place = document.createElement('div');
  let next = '';
  let line = '';
  /** Whether the line tells of no success, and looks like none. */
  let isAside = false;
  /** What to say when the step was done elsewhere. */
  const elsewhere = () => localizer().t('confirmed.elsewhere');
  /** Whether the answer to what was sent has led to another screen already. */
  let isNext = false;
  /**
   * Whether what was sent was refused because the step had moved on: in another window, or by a request whose
   * answer was lost. What the server has then is not what was sent.
   */
  let isRefused = false;
  // The end of a flow has a list instead.
  const show = () => {
    // When the flow starts over, what is above the screen is drawn anew, and this place goes with it.
    if (!place.isConnected) host.renderRoot.querySelector('.screen')?.before(place);
    render(
      line && host.state.name === 'step'
        ? html`<p class="confirmed ${isAside ? 'aside' : ''}" part="confirmation">
            ${isAside ? alertIcon : checkIcon}<span>${line}</span>
          </p>`
        : nothing,
      place,
    );
  };
  const begin = () => {
    isNext = true;
    isRefused = false;
    line = next;
    isAside = line === elsewhere();
    next = '';
    show();
  };
  host.renderRoot.addEventListener('dots-told', (event) => {
    next = (event as CustomEvent<string>).detail;
    // The frame tells what it does before anything changes, a step what the answer said.
    if (isNext && event.target !== host.renderRoot) begin();
  });
  const say = (text: string) => {
    if (text !== next) currentStep(host)?.context.announce(text);
    next = text;
  };
  host.addEventListener('dots-error', (event) => {
    isRefused = event.detail.code === 'step-not-current';
  });
  host.addEventListener('dots-step-completed', (event) => {
    const { step, outcome } = event.detail;
    if (isRefused) return say(elsewhere());
    if (outcome === 'unchanged') return;
    if (step !== 'compliance' && step !== 'pdf-form-fill' && step !== 'id-verification') return;
    say(localizer().t(`confirmed.${step}`));
  });
  onNewScreen(host, begin);
  host.addController({
    hostUpdated() {
      const { state } = host;
      if (state.name === 'step' && state.pending.kind === 'sending') {
        line = '';
        isNext = false;
        isRefused = false;
      }
      // A new flow, or its end, has nothing of it.
      show();
    },
  });
}
