/** The rules by which the plan engine treats each step. `rules.ts` has them. */
import type { PlanEntry } from '../flow.ts';
import type { StepName, StepRequestInput } from '../steps.ts';

/** The known facts about a flow and its user. */
export interface PlanFacts {
  /** The flow knows its user. */
  readonly hasUser: boolean;
  /** The partner wants a code even though it named the user. */
  readonly requireAuth: boolean;
  /** The user's phone number was confirmed at some time. */
  readonly phoneVerified: boolean;
  /** Names, email address and country are all on file. */
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

export interface StepRule<N extends StepName = StepName> {
  /**
   * Returns whether the payee may skip the step because what it asks for is on file. `request` is what the
   * partner asked for; it is absent for a step that the server added. Null: the step is done anew each time.
   */
  readonly isSatisfied: SatisfiedRule<N> | null;
  /**
   * The step moves money or says where it goes. What the law or sanctions screening demands comes before it.
   */
  readonly movesMoney: boolean;
}

export type SatisfiedRule<N extends StepName = StepName> = (
  facts: PlanFacts,
  entry: PlanEntry,
  request: Extract<StepRequestInput, { name: N }> | undefined,
) => boolean;

export type StepRules = { readonly [N in StepName]: StepRule<N> };
