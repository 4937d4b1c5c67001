/**
 * The plan engine decides which steps a payee goes through, in which order, and how far they are. It is pure:
 * it reads facts and no database, so every case can be tested as data. What differs from step to step comes
 * from `rules` (`rules.ts`).
 *
 * Three rules always hold: the order of an existing plan never changes, an entry never leaves it, and what
 * was completed or skipped stays so. A plan may only grow: by the tax form that the law turns out to demand,
 * and by the identity check that sanctions screening demands. `insertTaxForm` is the exception: it may move
 * that form forward, because an amount typed at `payout` cannot wait for a step that comes later.
 */
import type { PlanEntry } from '../flow.ts';
import type { StepName, StepReason, StepRequestInput } from '../steps.ts';
import type { PlanFacts, StepRule, StepRules } from './step-rules.ts';

const pending = (name: StepName, reason: StepReason): PlanEntry => ({ name, state: 'pending', reason });
const isOpen = (entry: PlanEntry) => entry.state === 'pending' || entry.state === 'active';

/** Returns the plan of a new flow. `requested` names each step once. */
export function makePlan(
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
  rules: StepRules,
): PlanEntry[] {
  const names = requested.map((step) => step.name);
  const identity = (['authentication', 'onboarding'] as const).flatMap((name) => {
    if (names.includes(name)) return [pending(name, 'requested')];
    if (!facts.hasUser) return [pending(name, 'no-user')];
    return name === 'authentication' && facts.requireAuth ? [pending(name, 'requested')] : [];
  });
  const rest = names.filter(
    (name) => name !== 'authentication' && name !== 'onboarding' && name !== 'redirect',
  );
  const last = names.filter((name) => name === 'redirect');
  return replan(
    [...identity, ...[...rest, ...last].map((name) => pending(name, 'requested'))],
    requested,
    facts,
    rules,
  );
}

/** Returns the plan as the facts now known make it. Applying it twice changes nothing more. */
export function replan(
  plan: readonly PlanEntry[],
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
  rules: StepRules,
): PlanEntry[] {
  return skipSatisfied(
    withIdVerification(withTaxForm(plan, facts, rules), facts, rules),
    requested,
    facts,
    rules,
  );
}

/** Returns the plan with every satisfied step skipped and nothing added. */
export function skipSatisfied(
  plan: readonly PlanEntry[],
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
  rules: StepRules,
): PlanEntry[] {
  return activateFirst(
    plan.map((entry) =>
      isOpen(entry) && isSatisfied(entry, requested, facts, rules) ? { ...entry, state: 'skipped' } : entry,
    ),
  );
}

/**
 * Returns the plan after the step `name` was done. Only the active step can be completed; any other name
 * leaves the plan as it is.
 */
export function complete(plan: readonly PlanEntry[], name: StepName): PlanEntry[] {
  return activateFirst(
    plan.map((entry) =>
      entry.name === name && entry.state === 'active' ? { ...entry, state: 'completed' } : entry,
    ),
  );
}

export const activeStep = (plan: readonly PlanEntry[]): PlanEntry | undefined =>
  plan.find((entry) => entry.state === 'active');

/** Returns the requested steps that are done, in the order requested. A skipped step counts as done. */
export function completedSteps(
  requested: readonly StepRequestInput[],
  plan: readonly PlanEntry[],
): StepName[] {
  const done = new Set(plan.filter((entry) => !isOpen(entry)).map((entry) => entry.name));
  return requested.map((step) => step.name).filter((name) => done.has(name));
}

/** Returns the steps of the plan that are still to come, in order. */
export const remainingSteps = (plan: readonly PlanEntry[]): StepName[] =>
  plan.filter(isOpen).map((entry) => entry.name);

/**
 * Returns the plan with the tax form directly before the step that moves money. The caller needs it when an
 * amount that the payee typed there makes a form due. A form planned for later is moved forward. A form that
 * was skipped, because it was not due then or is outdated now, is asked for after all. A form that was filed
 * in this flow leaves the plan as it is, because another form would not help.
 */
export function insertTaxForm(plan: readonly PlanEntry[], rules: StepRules): PlanEntry[] {
  const money = nextMoneyStep(plan, rules);
  const form = plan.findIndex((entry) => entry.name === 'compliance');
  const isBeforeMoney = form >= 0 && form < money;
  const state = plan[form]?.state;
  if (money < 0 || state === 'completed' || (isBeforeMoney && state !== 'skipped')) return [...plan];
  const without = plan.filter((entry) => entry.name !== 'compliance');
  return activateFirst(
    without.toSpliced(isBeforeMoney ? money - 1 : money, 0, pending('compliance', 'tax-law')),
  );
}

const withTaxForm = (plan: readonly PlanEntry[], facts: PlanFacts, rules: StepRules) =>
  facts.taxFormDue ? withStep(plan, 'compliance', 'tax-law', rules) : plan;

const withIdVerification = (plan: readonly PlanEntry[], facts: PlanFacts, rules: StepRules) =>
  facts.idVerificationDue ? withStep(plan, 'id-verification', 'screening', rules) : plan;

/**
 * Returns the plan with the step `name` inserted before the next step that moves money. The plan stays as it
 * is when it has that step already, or when no step moves money.
 */
function withStep(
  plan: readonly PlanEntry[],
  name: StepName,
  reason: StepReason,
  rules: StepRules,
): readonly PlanEntry[] {
  const money = nextMoneyStep(plan, rules);
  if (money < 0 || plan.some((entry) => entry.name === name)) return plan;
  return plan.toSpliced(money, 0, pending(name, reason));
}

/** Returns the index of the first open step that moves money or says where it goes, or -1. */
const nextMoneyStep = (plan: readonly PlanEntry[], rules: StepRules): number =>
  plan.findIndex((entry) => isOpen(entry) && rules[entry.name].movesMoney);

function isSatisfied(
  entry: PlanEntry,
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
  rules: StepRules,
): boolean {
  const request = requested.find((step) => step.name === entry.name);
  if (request?.force) return false;
  const rule: StepRule = rules[entry.name] as StepRule;
  return rule.isSatisfied?.(facts, entry, request) ?? false;
}

/** Returns the plan with its first open step active and every other open step pending. */
function activateFirst(plan: readonly PlanEntry[]): PlanEntry[] {
  const first = plan.findIndex(isOpen);
  return plan.map((entry, index) =>
    isOpen(entry) ? { ...entry, state: index === first ? 'active' : 'pending' } : entry,
  );
}
