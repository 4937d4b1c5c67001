/**
 * The frame around the steps, and the skeleton before the first one: all that must be there at once. The
 * screens that can come later are in `closing.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../contract/steps/session.ts';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';

/** Nothing of the flow can be shown yet. */
export const isLoading = (
  state: FlowState,
): state is Extract<FlowState, { name: 'idle' | 'opening' | 'held' }> =>
  state.name === 'idle' || state.name === 'opening' || state.name === 'held';

/**
 * Returns the segments and "Step 2 of 4 · Tax details". Skipped steps are left out: the payee has nothing to
 * do in them. While a code is asked for again, the payee stands where the flow does.
 */
export function progress(
  { t }: Localizer,
  { plan, current, sandbox, authenticated }: Snapshot,
): TemplateResult {
  const steps = plan.filter(({ state }) => state !== 'skipped');
  const index = steps.findIndex(({ name, state }) =>
    authenticated ? name === current?.step : state === 'active',
  );
  const position = [
    index >= 0 && steps.length > 1 ? t('progress.position', { step: index + 1, steps: steps.length }) : '',
    current ? t(`step.${current.step}`) : '',
  ];
  return html`<div class="progress" part="progress">
    <div class="bar" part="bar" aria-hidden="true">
      ${steps.map(({ state }, at) => html`<i part="segment ${state === 'completed' ? 'done' : at === index ? 'active' : ''}"></i>`)}
    </div>
    <p part="position">
      <span>${position.filter(Boolean).join(' · ')}</span>
      ${sandbox ? html`<span class="tag" part="sandbox" title=${t('sandbox.note')}>${t('sandbox.tag')}</span>` : nothing}
    </p>
  </div>`;
}

/**
 * Returns what stands in for the first step. It has the very same type and boxes, so that nothing jumps when
 * the step arrives.
 */
export function skeleton({ t }: Localizer): TemplateResult {
  const bone = (text: string) => html`<span class="bone">${text}</span>`;
  return html`<div class="still" part="skeleton" role="img" aria-label=${t('loading.label')}>
    <div inert>
      <h2>${bone(t('authentication.title'))}</h2>
      <p class="lead">${bone(t('authentication.lead'))}</p>
      <div class="stack">
        <div class="field">
          <span class="label">${bone(t('authentication.phone_number.label'))}</span>
          <span class="control bone"></span>
          <p class="hint">${bone(t('authentication.consent'))}</p>
        </div>
        <div class="actions">
          <span class="button bone"></span><span class="link bone">${t('authentication.call')}</span>
        </div>
      </div>
    </div>
  </div>`;
}

/**
 * Returns the progress line while nobody knows yet how many steps there are. Its text is transparent, and
 * only gives it its width.
 */
export function progressSkeleton(): TemplateResult {
  return html`<div class="progress" part="progress" inert>
    <div class="bar"><i></i><i></i><i></i><i></i></div>
    <p><span class="bone">Step 1 of 4 · Your phone</span></p>
  </div>`;
}

/**
 * Returns a title, a sentence and "Try again". It is shown when not even the closing screens can be loaded.
 * What the page has put into the slot stands in its place.
 */
export function plainFailure({ t }: Localizer, text: string, retry: () => void): TemplateResult {
  return html`<div role="alert">
    <slot name="failed">
      <h2 id="title" part="title" tabindex="-1">${t('failed.title')}</h2>
      <p class="lead" part="lead">${text}</p>
      <p class="stack">
        <button class="button" part="button" type="button" @click=${retry}>${t('action.retry')}</button>
      </p>
    </slot>
  </div>`;
}
