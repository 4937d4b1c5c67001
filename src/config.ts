/** What a host page can say, as attributes, properties or one `config` object, and what follows from it. */
import type { FlowSource } from './api/client.ts';
import type { StepInput } from './contract/steps.ts';
import { firstOf } from './api/signals.ts';
import { flowProblem, type FlowProblem } from './flow/problem.ts';
import type { Messages, Term } from './locales/catalogue.ts';
import type { Prefill } from './steps/step-context.ts';

export type { Messages, Prefill, StepInput, Term };

/** A flow that the host's own server made: its id, or the flow object that the Flows API returned. */
export type CreatedFlow = string | { readonly id: string };

/**
 * Everything a host page can configure. One of `flowId`, `createFlow`, or `clientId` with `steps` is needed;
 * without one of them `dots-error` tells `invalid-config`.
 */
export interface DotsFlowConfig {
  /** UUID of the flow to run. */
  readonly flowId?: string;
  /** Base of the Flows API without version. Default: `/api` on the origin that served the script. */
  readonly apiUrl?: string;
  /**
   * The app's public client id, never an API key. With `steps` the element creates the flow itself, and no
   * back end is needed.
   */
  readonly clientId?: string;
  /**
   * As in `POST /flows`: names, or objects with `name` and options. Beside `flowId` or `createFlow` they are
   * a hint: the first step is loaded while the flow is being opened.
   */
  readonly steps?: readonly StepInput[];
  /** Stored on a flow made from `clientId`. Never for sensitive data. */
  readonly metadata?: unknown;
  /** Asks the host's back end for a flow. It is called again on a retry and has 15 seconds each time. */
  readonly createFlow?: (signal: AbortSignal) => Promise<CreatedFlow>;
  /**
   * Asks the host's back end for another flow when this one has expired or was canceled. It has 15 seconds.
   */
  readonly refreshFlow?: (reason: 'expired' | 'canceled', signal: AbortSignal) => Promise<CreatedFlow>;
  /**
   * The secret of a link that continues a step on this device; the hosted page takes it from the address. It
   * wins over `flowId`.
   */
  readonly handoff?: string;
  /** What the host knows of the payee already. The payee can change it. Never secrets. */
  readonly prefill?: Prefill;
  /** The host's own words, by key. */
  readonly messages?: Messages;
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Takes the place of the network for this element: the mock of `dots-flow/testing`, for example. */
  readonly fetch?: typeof fetch;
}

/**
 * What to run. `source`: a flow that can be opened. `create`: a host callback that makes one. `wrong`: what
 * is wrong with the configuration.
 */
export type SourcePlan =
  | { readonly kind: 'source'; readonly source: FlowSource }
  | { readonly kind: 'create'; readonly create: (signal: AbortSignal) => Promise<CreatedFlow> }
  | { readonly kind: 'wrong'; readonly problem: FlowProblem };

/**
 * Returns what to run, or null while nothing was configured yet. `handoff` wins over `flowId`, which wins
 * over `createFlow`, which wins over `clientId`.
 */
export function planSource(config: DotsFlowConfig | null): SourcePlan | null {
  if (!config) return null;
  const { flowId, createFlow, clientId, steps, metadata, handoff } = config;
  if (handoff) return { kind: 'source', source: { handoff } };
  if (flowId && !apiKey.test(flowId)) return { kind: 'source', source: { flowId } };
  if (typeof createFlow === 'function') return { kind: 'create', create: createFlow };
  if (clientId && !apiKey.test(clientId) && Array.isArray(steps) && steps.length)
    return { kind: 'source', source: { clientId, steps, metadata } };
  const field = clientId ? (steps?.length ? 'clientId' : 'steps') : 'flowId';
  return { kind: 'wrong', problem: flowProblem('invalid-config', { fields: [{ field, code: 'required' }] }) };
}

/** Milliseconds. */
const createLimit = 15_000;
/** Nothing but an id has so many of them. */
const uuid = /^[\da-f-]{36}$/i;

/**
 * An API key in the place of an id, alone or behind a client id and a colon, as curl takes them. Given by
 * mistake, it must not leave the page. No id has a colon; a flow's link has one, with a slash behind it.
 */
export const apiKey = /^(\s*sk_|[^/]*:\w)/;

/**
 * Runs a host callback that may throw, hang or return nonsense. Resolves to the flow's id, or to null when it
 * did one of these or when `signal` was aborted.
 */
export async function runCreate(
  create: (signal: AbortSignal) => Promise<CreatedFlow>,
  signal: AbortSignal,
): Promise<string | null> {
  const limit = firstOf(signal, AbortSignal.timeout(createLimit));
  const aborted = new Promise<null>((resolve) =>
    limit.addEventListener('abort', () => resolve(null), { once: true }),
  );
  try {
    const answer: unknown = await Promise.race([create(limit), aborted]);
    const id = typeof answer === 'object' && answer !== null ? (answer as { id?: unknown }).id : answer;
    return typeof id === 'string' && uuid.test(id) ? id : null;
  } catch (error) {
    // This is the host's own bug, and its developers look for it in the console.
    console.error('<dots-flow>: createFlow failed.', error);
    return null;
  }
}
