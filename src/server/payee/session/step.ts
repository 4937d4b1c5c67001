/**
 * What a step is on the server. Each folder of `payee/` with a step's wire name makes one, and
 * `payee/steps.ts` lists them all.
 */
import type { Context, Hono } from 'hono';
import type { StepName } from '../../../contract/steps.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { SessionRow } from '../../db/sessions.ts';
import type { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { StepRule } from '../../../contract/plan/step-rules.ts';
import type { PayeeContext } from './context.ts';
import type { Hints } from './hints.ts';
import type { OpenSession } from './sessions.ts';

export interface ServerStep<N extends StepName> extends StepRule<N> {
  /** Returns what the payee has to do, as the element is told. */
  requirement(deps: Deps, tx: Queryable, context: PayeeContext, hints: Hints): Promise<RequirementOf<N>>;
  /** The requests of the step. */
  readonly routes: StepRoutes;
  /**
   * Returns whether the step on screen waits for something outside the page, so that the element keeps the
   * event stream open. Null: the step never waits.
   */
  readonly isAwaited: IsAwaited<N> | null;
}

export type IsAwaited<N extends StepName> = (
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  requirement: RequirementOf<N>,
) => Promise<boolean>;

export interface StepRoutes {
  /** Requests that change something. Each returns the new snapshot. */
  readonly submissions: Submissions;
  /** Requests that return something else. */
  readonly others?: (deps: Deps) => Hono;
  /** Requests that open a session on another device. */
  readonly openings?: Readonly<Record<`POST /${string}`, Opening>>;
}

export type Submissions = Readonly<Record<`${'POST' | 'PUT' | 'DELETE'} /session/${string}`, Submission>>;

/**
 * Reads and checks a request, and returns the work that it asks for. What must stay outside the transaction
 * (limits that count refusals, slow partners) is done before the work is returned.
 */
export type Submission = (c: Context, deps: Deps, session: SessionRow) => PayeeWork | Promise<PayeeWork>;

/**
 * Changes something, alone on the flow and in one transaction. Throwing a problem undoes everything.
 * *Returning* a problem keeps the effects and responds with the problem: a wrong code has to be counted.
 */
export type PayeeWork = (tx: Queryable, context: PayeeContext) => Promise<ProblemError | void>;

/** Opens a session in the transaction. */
export type Opening = (c: Context, deps: Deps) => Promise<(tx: Queryable) => Promise<OpenSession>>;
