/**
 * The way back, above every screen that has one: to the screen before in the step, or to an earlier step of
 * the flow. The server says whether there is such a step.
 */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { actionsOf } from './actions-of.ts';
import { screenBefore } from './back-key.ts';

/** Returns the link. It leads out of the step only from its first screen. */
export function wayBack(
  host: ReactiveElement,
  { t }: Localizer,
  state: FlowState,
): TemplateResult | typeof nothing {
  if (state.name !== 'step') return nothing;
  const { snapshot, pending } = state;
  const step = snapshot.back_to;
  if (!step && !screenBefore(host)) return nothing;
  const isBusy = pending.kind === 'sending';
  const go = (event: Event): void => {
    if (isBusy) return;
    const link = event.currentTarget as HTMLElement;
    // The heading of the screen before takes the focus only from where nobody is.
    link.blur();
    const back = screenBefore(host);
    if (back) back();
    else if (step)
      void actionsOf(host)
        ?.send({ method: 'POST', path: '/visit', body: { step } })
        .then(({ kind }) => kind === 'refused' && link.focus());
  };
  return html`<p class="back">
    <button class="link" part="link" type="button" aria-disabled=${isBusy} @click=${go}>
      ${t('action.back')}
    </button>
  </p>`;
}
