/** How a step's element is made, and what it is told. */
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import type { StepName } from '../contract/steps.ts';
import { createStep, manifest } from '../steps/manifest.ts';
import type { Prefill, StepContext } from '../steps/step-context.ts';
import type { StepElement } from '../steps/step-element.ts';
import type { FlowController } from './flow-controller.ts';

type StepState = Extract<FlowState, { name: 'step' }>;

/** Parts of a step that the host page may style through `<dots-flow>`. */
const parts =
  'step, title, lead, form, field, label, hint, error, input, country, summary, failure, button, link, method, menu, dialog, choice, switch';

/** Makes the element once its module and its words are here. Resolves to null when they cannot be loaded. */
export async function makeStep(step: StepName, localizer: Localizer): Promise<StepElement | null> {
  const loading = manifest[step]().then((loaded) => loaded.default);
  const module = await localizer.load(step, loading).catch(() => null);
  const element = module && createStep(module);
  element?.setAttribute('exportparts', parts);
  return element;
}

/** Hands down what the flow says. */
export function giveStep(element: StepElement, state: StepState, context: StepContext): void {
  const { snapshot, pending } = state;
  if (snapshot.current) element.requirement = snapshot.current;
  element.busy = pending.kind === 'sending';
  element.problem = pending.kind === 'failed' ? pending.problem : null;
  element.context = context;
}

/** The same context as `before` while nothing in it is another. */
export function contextOf(
  before: StepContext | undefined,
  { snapshot }: StepState,
  localizer: Localizer,
  { send, ask, call, refresh }: FlowController,
  prefill: Prefill,
  announce: (text: string) => void,
): StepContext {
  const { app_name: appName, sandbox } = snapshot;
  if (before?.localizer === localizer && before.appName === appName) return before;
  return { appName, sandbox, localizer, prefill, send, ask, call, refresh, announce };
}
