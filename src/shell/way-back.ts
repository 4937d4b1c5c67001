/** The way back to an earlier step of the flow. The server says whether there is one. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { StepRequest } from '../api/requests.ts';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { screenBefore } from './back-key.ts';

type Send = (request: StepRequest) => unknown;

const senders = new WeakMap<EventTarget, Send>();

/** Remembers how the element sends, so that what draws finds it. */
export const sendBy = (host: EventTarget, send: Send): unknown => senders.set(host, send);

/** Returns the link, unless the step has a screen of its own to go back to. */
export function wayBack(
  host: ReactiveElement,
  { t }: Localizer,
  state: FlowState,
): TemplateResult | typeof nothing {
  if (state.name !== 'step') return nothing;
  const { snapshot, pending } = state;
  const step = snapshot.back_to;
  if (!step || screenBefore(host)) return nothing;
  const isBusy = pending.kind === 'sending';
  const go = () => isBusy || senders.get(host)?.({ method: 'POST', path: '/visit', body: { step } });
  return html`<p class="back">
    <button class="link" part="link" type="button" aria-disabled=${isBusy} @click=${go}>
      ${t('action.back')}
    </button>
  </p>`;
}
