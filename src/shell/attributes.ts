/**
 * Reads the element's attributes, and says what stands in for those that are absent. What a configuration
 * leads to is decided in `config.ts`.
 */
import type { DotsFlowConfig } from '../config.ts';
import type { StepInput } from '../contract/steps.ts';

/**
 * Returns `/api` on the origin of the script. Bundlers take `new URL(text, import.meta.url)` for a file of
 * theirs; Turbopack does also where a variable stands between.
 */
export function defaultApiUrl(): string {
  return `${new URL(import.meta.url).origin}/api`;
}

/** Reads `compliance manage-payouts`, or the JSON array that the API takes. The server checks the names. */
export function readSteps(text: string | null): readonly StepInput[] | null {
  return text ? (readJson<StepInput[]>(text) ?? (text.trim().split(/[\s,]+/) as StepInput[])) : null;
}

/**
 * Reads the JSON of the `config` attribute. Text that is not JSON becomes an empty config, which leads to
 * `invalid-config`.
 */
export function readConfig(text: string | null): DotsFlowConfig | null {
  return text === null ? null : (readJson<DotsFlowConfig>(text) ?? {});
}

/**
 * Returns what names the flow to run, as a text that can be compared; null while nothing is configured.
 * Callbacks count only by being there: frameworks make them anew at every render.
 */
export function sourceKey(config: DotsFlowConfig | null): string | null {
  if (!config) return null;
  const { handoff, flowId, clientId, steps, apiUrl, createFlow } = config;
  return JSON.stringify([handoff, flowId, clientId, steps, apiUrl, !!createFlow]);
}

/** The properties that may name another flow. */
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
  readonly steps: readonly StepInput[] | null;
  readonly apiUrl: string | null;
  readonly config: DotsFlowConfig | null;
}

/**
 * Returns the whole configuration, or null while nothing says which flow to run. Attributes win over what
 * `config` says.
 */
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

/**
 * Reads the text that a framework gave to a property, where a page without one would write an attribute.
 * Returns whether there was any; the property is then set once more, to what the text says.
 */
export function takesText(host: Pick<Source, 'steps' | 'config'>, name: PropertyKey | undefined): boolean {
  const given = name === 'steps' || name === 'config' ? (host[name] as unknown) : null;
  if (typeof given !== 'string') return false;
  Object.assign(host, name === 'steps' ? { steps: readSteps(given) } : { config: readConfig(given) });
  return true;
}

function readJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
