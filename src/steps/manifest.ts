/**
 * Every step by its wire name. A step's module is loaded and its element registered when the step is first
 * shown.
 */
import type { StepName } from '../contract/steps.ts';
import { firstStep } from './first-step.ts';
import type { StepElement, StepModule } from './step-element.ts';

export { loadFirstStep } from './first-step.ts';

/** `satisfies` keeps the manifest whole: a step name without a module does not compile. */
export const manifest = {
  authentication: firstStep,
  onboarding: () => import('./onboarding/index.ts'),
  compliance: () => import('./compliance/index.ts'),
  'id-verification': () => import('./id-verification/index.ts'),
  'background-check': () => import('./background-check/index.ts'),
  'manage-payments': () => import('./manage-payments/index.ts'),
  'pdf-form-fill': () => import('./pdf-form-fill/index.ts'),
  'manage-payouts': () => import('./manage-payouts/index.ts'),
  payout: () => import('./payout/index.ts'),
  redirect: () => import('./redirect/index.ts'),
} as const satisfies Record<StepName, () => Promise<{ readonly default: StepModule }>>;

/** Returns false for a step that only a newer server knows. */
export function isSupported(step: string): step is StepName {
  return Object.hasOwn(manifest, step);
}

/**
 * Returns a new element of the step's class. When another copy of this package has taken the tag, ours goes
 * by a numbered one: two versions on a page must neither throw nor mix.
 */
export function createStep({ tag, element }: StepModule): StepElement {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? tag : `${tag}-${copy}`;
    const taken = customElements.get(name);
    if (!taken) customElements.define(name, element);
    if (!taken || taken === element) return document.createElement(name) as StepElement;
  }
}
