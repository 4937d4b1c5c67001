/** Watches what is asked of others: providers, the identity vendor, receivers of webhooks. */
import type { Span } from '@opentelemetry/api';
import type { Meters } from '../ports/meters.ts';
import { providerNames } from '../ports/providers.ts';
import type { ProviderName, Providers } from '../ports/providers.ts';
import { SpanKind, failed, inSpan } from './spans.ts';

interface Call {
  readonly provider: ProviderName | 'webhooks';
  /** What is asked of it. */
  readonly call: string;
  readonly meters: Meters;
}

/** Returns the same providers. What they answer at once is no call, and is not watched. */
export const watchProviders = (providers: Providers, meters: Meters): Providers =>
  Object.fromEntries(
    providerNames.map((name) => [name, watched(providers[name], name, meters)]),
  ) as unknown as Providers;

function watched<T extends object | null | undefined>(thing: T, provider: ProviderName, meters: Meters): T {
  if (thing === null || thing === undefined) return thing;
  return new Proxy(thing, {
    get(target, key) {
      // With the target as `this`: a class may have private fields.
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown =>
        watch(
          { provider, call: String(key), meters },
          (): unknown => Reflect.apply(value, target, args),
          () => 'answered',
        );
    },
  });
}

/**
 * Returns the same `fetch`. A status of the other side's mistakes (5xx) counts as a failure. Nothing of the
 * trace goes along: it is nobody's but the operator's.
 */
export const watchFetch =
  (send: typeof fetch, provider: Call['provider'], meters: Meters): typeof fetch =>
  (input, init) =>
    watch(
      { provider, call: 'request', meters },
      () => send(input, init),
      ({ status }, span) => {
        span.setAttribute('http.response.status_code', status);
        return status >= 500 ? 'failed' : status >= 300 ? 'refused' : 'answered';
      },
    );

type Outcome = 'answered' | 'refused' | 'failed';

function watch<T>(
  { provider, call, meters }: Call,
  ask: () => T,
  outcomeOf: (answer: Awaited<T>, span: Span) => Outcome,
): T {
  const started = performance.now();
  const about = {
    name: `${provider}.${call}`,
    kind: SpanKind.CLIENT,
    attributes: { 'dots_flow.provider': provider },
  };
  return inSpan(about, (span) => {
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    const came = async (): Promise<unknown> => {
      let outcome: Outcome = 'failed';
      try {
        const found = (await answer) as Awaited<T>;
        outcome = outcomeOf(found, span);
        if (outcome === 'failed') failed(span, 'status');
        return found;
      } finally {
        span.setAttribute('dots_flow.outcome', outcome);
        meters.observe('outside', { provider, outcome }, (performance.now() - started) / 1000);
      }
    };
    return came() as T;
  });
}
