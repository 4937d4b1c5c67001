/** What the element's attributes say, and what stands in for those that are absent. */
import type { DotsFlowConfig } from '../config.ts';

/** `/api` beside the script. In two steps, because bundlers take `new URL(text, import.meta.url)` for a file of theirs. */
export function defaultApiUrl(): string {
  const script = import.meta.url;
  return new URL('/api', script).href;
}

/** `compliance manage-payouts`, or the JSON array that the API takes. */
export function readSteps(text: string | null): readonly unknown[] | null {
  return text ? (readJson<readonly unknown[]>(text) ?? text.trim().split(/[\s,]+/)) : null;
}

/** Text that is not JSON becomes an empty config, which is answered with `invalid-config`. */
export function readConfig(text: string | null): DotsFlowConfig | null {
  return text === null ? null : (readJson<DotsFlowConfig>(text) ?? {});
}

/** A change of any of these starts over. */
export const sourceProperties: readonly (PropertyKey | undefined)[] = [
  'flowId',
  'clientId',
  'steps',
  'config',
  'apiUrl',
];

interface Source {
  readonly flowId: string | null;
  readonly clientId: string | null;
  readonly steps: readonly unknown[] | null;
  readonly apiUrl: string | null;
  readonly config: DotsFlowConfig | null;
}

/** Attributes outrank what `config` says; null while nothing says which flow to run. */
export function configOf({ flowId, clientId, steps, apiUrl, config }: Source): DotsFlowConfig | null {
  if (!flowId && !clientId && !config) return null;
  return {
    ...config,
    ...(flowId && { flowId }),
    ...(clientId && { clientId }),
    ...(steps && { steps }),
    ...(apiUrl && { apiUrl }),
  };
}

function readJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
