/**
 * Tells the page's developers, in the console, what they got wrong and what to do. The payee reads a calm
 * sentence instead. It is loaded when there is something to say, so that no payee pays for it.
 *
 * Nothing is said of the payee, of keys or of flow ids: who has a flow's id can open the flow.
 */
import { apiKey, type DotsFlowConfig } from '../config.ts';
import type { FieldError, FlowProblem } from '../flow/problem.ts';
import { manifest } from '../steps/manifest.ts';
import { defaultApiUrl } from './attributes.ts';
import { say } from './say.ts';

export { warn as warnOfContrast } from './contrast-check.ts';
export { isLooping } from './loop-guard.ts';

/** Says how to mend `problem`. Says nothing of a problem that is not the page's. */
export function advise(problem: FlowProblem, config: DotsFlowConfig | null, element: Element): void {
  const advice = adviceOn(problem, config, element);
  if (advice) say(advice, config ? 'error' : 'warn');
}

function adviceOn(
  { code, fields }: FlowProblem,
  config: DotsFlowConfig | null,
  element: Element,
): string | null {
  const key = whereKeyIs(config);
  if (key)
    return `an API key stands in ${key}. It was not sent, but everybody who opens this page can read it: take it out, make another key, and leave only what is public here.`;
  const api = config?.apiUrl ?? defaultApiUrl();
  const where = config?.apiUrl
    ? `the Flows API at ${api}`
    : `the Flows API at ${api} (api-url is not set, so it is looked for where the script is from)`;
  switch (code) {
    case 'invalid-config':
      return configAdvice(config, element);
    case 'create-flow-failed':
      return 'createFlow has to resolve to the id of a flow, or to the flow as POST /v2/flows answers it, within 15 seconds. It threw (then the error stands above), took longer, or resolved to something else, such as the answer of a server that refused.';
    case 'unknown-client-id':
      return `${where} has no app with the client id "${config?.clientId ?? ''}". Is it the id of the other mode, sandbox or live?`;
    case 'origin-not-allowed':
      return `this page's origin, ${location.origin}, is not allowed to run flows of this app. Add it to the app's allowed origins (DOTS_ALLOWED_ORIGINS of the server).`;
    case 'no-such-resource':
      return `${where} has no such flow. Was it created there, with a key of the same mode, and is this its whole id?`;
    case 'invalid-input':
      return fields.length ? fields.map((field) => stepAdvice(field, config)).join('\n') : null;
    case 'network-error':
    case 'invalid-answer':
    case 'timeout':
      return `${where} gave no answer that could be read (${code}). Is the address right, is the server up, and does the page's Content-Security-Policy allow it under connect-src?`;
    default:
      return null;
  }
}

/** Returns the attribute with an API key in it. `fetch` takes no address with one. */
function whereKeyIs(config: DotsFlowConfig | null): string | undefined {
  if (apiKey.test(config?.clientId ?? '')) return 'client-id';
  if (apiKey.test(config?.flowId ?? '')) return 'flow-id';
  return /\/\/[^/]*@/.test(config?.apiUrl ?? '') ? 'api-url' : undefined;
}

function configAdvice(config: DotsFlowConfig | null, element: Element): string {
  const markup = element.getAttribute('config');
  if (markup && !isJson(markup))
    return 'the config attribute is not JSON. Put names and texts in double quotes.';
  if (typeof config?.steps === 'string')
    return 'steps of config is an array of names: steps: ["compliance", "manage-payouts"].';
  if (config?.clientId)
    return 'client-id needs steps, which say what the flow is made of, for instance steps="compliance manage-payouts".';
  if (config?.steps)
    return 'steps needs client-id, or a server that creates the flow: then set flow-id instead.';
  const ways = 'Set flow-id; or client-id with steps; or config with createFlow.';
  const mistyped = element.getAttributeNames().find((name) => attributeMeant(name));
  if (mistyped) return `it has no attribute "${mistyped}". Did you mean ${attributeMeant(mistyped)}?`;
  return config
    ? `nothing says which flow to run. ${ways}`
    : `it waits to be told which flow to run. ${ways}`;
}

/** Returns the attribute that was meant by one that does not exist. */
function attributeMeant(name: string): string | undefined {
  const ours = ['flow-id', 'client-id', 'api-url', 'config', 'steps'];
  return ours.includes(name) ? undefined : ours.find((one) => distance(one, name) <= 2);
}

/** Says what is wrong with the steps that the page asks for. */
function stepAdvice({ field, code }: FieldError, config: DotsFlowConfig | null): string {
  const step: unknown = config?.steps?.[Number(/^steps\[(\d+)\]/.exec(field)?.[1] ?? NaN)];
  const name = typeof step === 'string' ? step : (step as { name?: unknown } | undefined)?.name;
  if (code !== 'unknown-step' || typeof name !== 'string')
    return `the server refused ${field} (${code}). See "Errors" in the documentation of the Flows API.`;
  if (/["[{]/.test(name))
    return 'steps is not JSON. Write an array of names in double quotes, or names with spaces between them.';
  const names = Object.keys(manifest);
  const [nearest = ''] = names.sort((a, b) => distance(a, name) - distance(b, name));
  const meant = distance(nearest, name) <= 3 ? ` Did you mean ${nearest}?` : '';
  return `${field} is "${name}", and no step has this name.${meant} The steps are ${Object.keys(manifest).join(', ')}.`;
}

/** Returns how many letters have to be changed, added or left out to make `a` of `b` (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
