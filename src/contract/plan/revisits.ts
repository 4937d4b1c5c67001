/**
 * Which earlier steps of a flow the payee may go back to. Their data is changed; the step is not completed a
 * second time.
 */
import type { PlanEntry } from '../flow.ts';
import type { StepName } from '../steps.ts';
import { activeStep } from './plan.ts';

/**
 * The steps that file something with what was said in each one, or pay by it. Once one of them is done, that
 * step is closed. Null: it files, pays or proves something itself, so nobody goes back to it.
 */
const closedBy = {
  authentication: null,
  onboarding: ['compliance', 'id-verification', 'background-check', 'payout', 'pdf-form-fill'],
  compliance: null,
  'id-verification': null,
  'background-check': null,
  'manage-payments': [],
  'manage-payouts': ['payout'],
  payout: null,
  'pdf-form-fill': null,
  redirect: null,
} as const satisfies Readonly<Record<StepName, readonly StepName[] | null>>;

/** Where a session stands: the earlier step that the payee went back to, or null. */
interface Visit {
  readonly flow: { readonly plan: readonly PlanEntry[] };
  readonly session: { readonly revisits: StepName | null };
}

/** Returns the step that the payee went back to, if it is still open, instead of the one that is due. */
export function stepVisited({ flow, session }: Visit, due: StepName | null): StepName | null {
  const { revisits } = session;
  return due !== null && revisits !== null && mayRevisit(flow.plan, revisits) ? revisits : due;
}

/** Returns whether the payee came back to the step `name`, which they completed before. */
export const isRevisit = ({ flow, session }: Visit, name: StepName): boolean =>
  session.revisits === name && activeStep(flow.plan)?.name !== name;

/**
 * Returns whether the payee may go back to the step `name`, which they completed in this flow. `isPaid`: a
 * payout of this flow was made, although its step is not done.
 */
function mayRevisit(plan: readonly PlanEntry[], name: StepName, isPaid = false): boolean {
  const closing: readonly StepName[] | null = closedBy[name];
  if (!closing || !plan.some(({ state }) => state === 'active')) return false;
  // What was skipped was done before, perhaps with the very same data.
  const isClosed = plan.some((entry) => isDone(entry) && closing.includes(entry.name));
  const isPaidOn = isPaid && closing.includes('payout');
  return !isClosed && !isPaidOn && plan.some((entry) => entry.name === name && entry.state === 'completed');
}

/** What has happened that the plan does not say. */
export interface Happened {
  /** Something is filed under the payee's name, in this flow or in another, and perhaps not judged yet. */
  readonly hasFiled: boolean;
  /** A payout of this flow was made and did not come back. */
  readonly isPaid: boolean;
}

/** Returns the nearest step before `from` to which the payee may go back, or null. */
export function stepBefore(
  plan: readonly PlanEntry[],
  from: StepName,
  { hasFiled, isPaid }: Happened,
): StepName | null {
  const at = plan.findIndex(({ name }) => name === from);
  const before = plan
    .slice(0, Math.max(0, at))
    .filter(({ name }) => mayRevisit(plan, name, isPaid) && !(hasFiled && name === 'onboarding'));
  return before.at(-1)?.name ?? null;
}

const isDone = ({ state }: PlanEntry): boolean => state === 'completed' || state === 'skipped';
