/** What a host page can say, as attributes, properties or one `config` object, and what follows from it. */
import type { FlowSource } from './api/client.ts';
import { flowProblem, type FlowProblem } from './flow/problem.ts';
import type { Messages } from './locales/catalogue.ts';
import type { Prefill } from './steps/step-context.ts';

/** A flow made by the host's own server: its id, or the flow object that the Flows API answered. */
export type CreatedFlow = string | { readonly id: string };

export interface DotsFlowConfig {
  readonly flowId?: string;
  /** Base of the Flows API without version. Default: `/api` on the origin that served the script. */
  readonly apiUrl?: string;
  /** With `steps`: no back end at all. The app's public client id; never an API key. */
  readonly clientId?: string;
  readonly steps?: readonly unknown[];
  /** Stored on a flow made from `clientId`. Never for sensitive data. */
  readonly metadata?: unknown;
  /** Asks the host's back end for a flow. Called again on a retry; has 15 seconds. */
  readonly createFlow?: (signal: AbortSignal) => Promise<CreatedFlow>;
  /** Asks the host's back end for another flow when this one has expired. */
  readonly refreshFlow?: (reason: 'expired' | 'canceled', signal: AbortSignal) => Promise<CreatedFlow>;
  /** The secret of a link that goes on with a step on this device; the hosted page takes it from the address. Wins over `flowId`. */
  readonly handoff?: string;
  /** What the host knows already; the payee can change it. Never secrets. */
  readonly prefill?: Prefill;
  /** The host's own words, by term. */
  readonly messages?: Messages;
  readonly theme?: 'auto' | 'light' | 'dark';
}

/** Tells what to run, or what is wrong with the configuration; null while nothing was said yet. */
export type SourcePlan =
  | { readonly kind: 'source'; readonly source: FlowSource }
  | { readonly kind: 'create'; readonly create: (signal: AbortSignal) => Promise<CreatedFlow> }
  | { readonly kind: 'wrong'; readonly problem: FlowProblem };

export function planSource(config: DotsFlowConfig | null): SourcePlan | null {
  if (!config) return null;
  const { flowId, createFlow, clientId, steps, metadata, handoff } = config;
  if (handoff) return { kind: 'source', source: { handoff } };
  if (flowId) return { kind: 'source', source: { flowId } };
  if (typeof createFlow === 'function') return { kind: 'create', create: createFlow };
  if (clientId && Array.isArray(steps) && steps.length)
    return { kind: 'source', source: { clientId, steps, metadata } };
  return { kind: 'wrong', problem: flowProblem('invalid-config') };
}

const createLimit = 15_000;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Runs a host callback that may throw, hang or answer nonsense. Null = it did one of these. */
export async function runCreate(
  create: (signal: AbortSignal) => Promise<CreatedFlow>,
  signal: AbortSignal,
): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(createLimit)]);
  const aborted = new Promise<null>((resolve) =>
    limit.addEventListener('abort', () => resolve(null), { once: true }),
  );
  try {
    const answer: unknown = await Promise.race([create(limit), aborted]);
    const id = typeof answer === 'object' && answer !== null ? (answer as { id?: unknown }).id : answer;
    return typeof id === 'string' && uuid.test(id) ? id : null;
  } catch (error) {
    // The host's own bug: its developers want to see it where they look.
    console.error('<dots-flow>: the callback that creates a flow failed.', error);
    return null;
  }
}
