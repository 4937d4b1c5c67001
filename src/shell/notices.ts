/** What stands above the step. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { alertIcon } from '../ui/icons.ts';
import { sessionNotice } from './session-end.ts';
import { wayBack } from './way-back.ts';

/** Returns that the browser is offline, what becomes of the session, and the way back. */
export function notices(localizer: Localizer, state: FlowState, host: ReactiveElement): TemplateResult {
  return html`${navigator.onLine ? nothing : offlineBanner(localizer, state)}
  ${sessionNotice(host, localizer, state)} ${wayBack(host, localizer, state)}`;
}

/**
 * Stands above the step while the browser is offline. The step stays, with what was typed. When the step
 * itself says that it could not send, one of the two is enough.
 */
function offlineBanner({ t }: Localizer, state: FlowState): TemplateResult | typeof nothing {
  if (state.name === 'step' && state.pending.kind === 'failed' && state.pending.problem.code === 'offline')
    return nothing;
  return html`<div class="banner calm offline" part="offline" role="status">
    ${alertIcon}
    <div><strong>${t('offline.title')}</strong> ${t('offline.text')}</div>
  </div>`;
}
