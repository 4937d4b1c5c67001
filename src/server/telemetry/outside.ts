/** Measures what is asked of others: providers, the identity vendor, receivers of webhooks. */
import type { Meters } from '../ports/meters.ts';
import { providerNames } from '../ports/providers.ts';
import type { ProviderName, Providers } from '../ports/providers.ts';

type Outcome = 'answered' | 'refused' | 'failed';

/** Returns the same providers. What they answer at once is no call, and is not measured. */
export const measureProviders = (providers: Providers, meters: Meters): Providers =>
  Object.fromEntries(
    providerNames.map((name) => [name, measured(providers[name], name, meters)]),
  ) as unknown as Providers;

function measured<T extends object | null>(provider: T, name: ProviderName, meters: Meters): T {
  if (provider === null) return provider;
  return new Proxy(provider, {
    get(target, key) {
      // With the target as `this`: a class may have private fields.
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const started = performance.now();
        const answer: unknown = Reflect.apply(value, target, args);
        if (!(answer instanceof Promise)) return answer;
        return timed(meters, name, started, answer, () => 'answered');
      };
    },
  });
}

/** Returns the same `fetch`. A status of the other side's mistakes (5xx) counts as a failure. */
export const measureFetch =
  (send: typeof fetch, name: ProviderName | 'webhooks', meters: Meters): typeof fetch =>
  (input, init) =>
    timed(meters, name, performance.now(), send(input, init), ({ status }) =>
      status >= 500 ? 'failed' : status >= 300 ? 'refused' : 'answered',
    );

async function timed<T>(
  meters: Meters,
  provider: string,
  started: number,
  asked: Promise<T>,
  outcomeOf: (answer: T) => Outcome,
): Promise<T> {
  let outcome: Outcome = 'failed';
  try {
    const answer = await asked;
    outcome = outcomeOf(answer);
    return answer;
  } finally {
    meters.observe('outside', { provider, outcome }, (performance.now() - started) / 1000);
  }
}
