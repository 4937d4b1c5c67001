/**
 * The plan engine: which steps a payee goes through, in which order, and how far they are. Pure: it sees facts, never a
 * database, so that everything it may do can be tested as data.
 *
 * Three rules hold whatever happens: the order of an existing plan never changes, an entry never leaves it, and what was
 * completed or skipped stays so. A plan may only grow, by the tax form that the law turns out to demand and by the identity check that
 * sanctions screening does. (`insertTaxForm` may
 * bring that one form forward: an amount typed at `payout` cannot wait for a step that comes later.)
 */
import type { PlanEntry } from '../../contract/flow.ts';
import type { StepName, StepReason, StepRequestInput } from '../../contract/steps.ts';

export interface PlanFacts {
  /** The flow knows its user. */
  readonly hasUser: boolean;
  /** The partner wants a code even though it named the user. */
  readonly requireAuth: boolean;
  /** The user's phone number was confirmed at some time. */
  readonly phoneVerified: boolean;
  /** Names, e-mail address and country are all on file. */
  readonly profileComplete: boolean;
  /** A tax form that the tax authority did not contradict is on file. */
  readonly taxFormOnFile: boolean;
  /** The tax rules demand a form before money moves to this user. */
  readonly taxFormDue: boolean;
  /** The partner has the report of a background check of this user. */
  readonly backgroundReported: boolean;
  /** The partner may debit an account of the user's. */
  readonly paymentMethodVerified: boolean;
  /** A document and a face were verified. */
  readonly idVerified: boolean;
  /** Sanctions screening wants to know who this is before money moves. */
  readonly idVerificationDue: boolean;
  /** PDF templates that this user has filled in and confirmed. */
  readonly filledTemplates: readonly string[];
  readonly sandbox: boolean;
}

/** Steps that move money or say where it goes; a tax form that is due comes before them. */
const moneySteps: readonly StepName[] = ['manage-payouts', 'payout'];

const pending = (name: StepName, reason: StepReason): PlanEntry => ({ name, state: 'pending', reason });
const isOpen = (entry: PlanEntry) => entry.state === 'pending' || entry.state === 'active';

/** The plan of a new flow. `requested` has each step once. */
export function makePlan(requested: readonly StepRequestInput[], facts: PlanFacts): PlanEntry[] {
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
  );
}

/** The plan once more, after facts became known. Doing it twice changes nothing. */
export function replan(
  plan: readonly PlanEntry[],
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
): PlanEntry[] {
  return skipSatisfied(withIdVerification(withTaxForm(plan, facts), facts), requested, facts);
}

/** The plan without what is satisfied; nothing is added. */
export function skipSatisfied(
  plan: readonly PlanEntry[],
  requested: readonly StepRequestInput[],
  facts: PlanFacts,
): PlanEntry[] {
  return activateFirst(
    plan.map((entry) =>
      isOpen(entry) && isSatisfied(entry, requested, facts) ? { ...entry, state: 'skipped' } : entry,
    ),
  );
}

/** Steps that are done each time anew are never satisfied beforehand. */
export const isEverSatisfied = (name: StepName): boolean =>
  name !== 'manage-payouts' && name !== 'payout' && name !== 'redirect';

/** The plan after `name` was done. Only the active step can be completed; anything else leaves the plan as it is. */
export function complete(plan: readonly PlanEntry[], name: StepName): PlanEntry[] {
  return activateFirst(
    plan.map((entry) =>
      entry.name === name && entry.state === 'active' ? { ...entry, state: 'completed' } : entry,
    ),
  );
}

export const activeStep = (plan: readonly PlanEntry[]): PlanEntry | undefined =>
  plan.find((entry) => entry.state === 'active');

/** Requested steps that are done, in the requested order. Being satisfied beforehand counts as done. */
export function completedSteps(
  requested: readonly StepRequestInput[],
  plan: readonly PlanEntry[],
): StepName[] {
  const done = new Set(plan.filter((entry) => !isOpen(entry)).map((entry) => entry.name));
  return requested.map((step) => step.name).filter((name) => done.has(name));
}

/** Steps of the plan still to come, in order. */
export const remainingSteps = (plan: readonly PlanEntry[]): StepName[] =>
  plan.filter(isOpen).map((entry) => entry.name);

/**
 * The plan with the tax form right before the step that moves money, because an amount that the payee typed there makes one due.
 * A form that was to come later comes now; one that was skipped, as it was not due or is outdated, is asked for after all. The
 * plan comes back unchanged when the form was filed in this flow already: then it is not another form that is missing.
 */
export function insertTaxForm(plan: readonly PlanEntry[]): PlanEntry[] {
  const before = plan.findIndex((entry) => isOpen(entry) && moneySteps.includes(entry.name));
  const held = plan.findIndex((entry) => entry.name === 'compliance');
  if (
    before < 0 ||
    plan[held]?.state === 'completed' ||
    (held >= 0 && held < before && plan[held]?.state !== 'skipped')
  )
    return [...plan];
  const without = plan.filter((entry) => entry.name !== 'compliance');
  const place = before - (held >= 0 && held < before ? 1 : 0);
  return activateFirst(without.toSpliced(place, 0, pending('compliance', 'tax-law')));
}

function withTaxForm(plan: readonly PlanEntry[], facts: PlanFacts): readonly PlanEntry[] {
  if (!facts.taxFormDue || plan.some((entry) => entry.name === 'compliance')) return plan;
  const before = plan.findIndex((entry) => isOpen(entry) && moneySteps.includes(entry.name));
  return before < 0 ? plan : plan.toSpliced(before, 0, pending('compliance', 'tax-law'));
}

function withIdVerification(plan: readonly PlanEntry[], facts: PlanFacts): readonly PlanEntry[] {
  if (!facts.idVerificationDue || plan.some((entry) => entry.name === 'id-verification')) return plan;
  const before = plan.findIndex((entry) => isOpen(entry) && moneySteps.includes(entry.name));
  return before < 0 ? plan : plan.toSpliced(before, 0, pending('id-verification', 'screening'));
}

function isSatisfied(entry: PlanEntry, requested: readonly StepRequestInput[], facts: PlanFacts): boolean {
  const asked = requested.find((step) => step.name === entry.name);
  if (asked?.force) return false;
  switch (entry.name) {
    case 'authentication':
      return facts.hasUser && facts.phoneVerified && !facts.requireAuth;
    case 'onboarding':
      return facts.hasUser && facts.profileComplete;
    case 'compliance':
      // The vendor's sandbox shows a requested form even when it is on file, so that partners can see it again and again.
      return facts.taxFormOnFile && !(facts.sandbox && entry.reason === 'requested');
    case 'background-check':
      return facts.backgroundReported;
    case 'manage-payments':
      // Without a continue button it is a page to manage accounts on, which would be empty.
      return facts.paymentMethodVerified && !asked?.hide_continue_button;
    case 'id-verification':
      return facts.idVerified && !facts.idVerificationDue;
    case 'pdf-form-fill':
      return requested.some(
        (step) => step.name === 'pdf-form-fill' && facts.filledTemplates.includes(step.template_id),
      );
    default:
      return false;
  }
}

/** The first step that is still open is the active one, and no other. */
function activateFirst(plan: readonly PlanEntry[]): PlanEntry[] {
  const first = plan.findIndex(isOpen);
  return plan.map((entry, index) =>
    isOpen(entry) ? { ...entry, state: index === first ? 'active' : 'pending' } : entry,
  );
}
