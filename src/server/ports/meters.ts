/**
 * What is measured, for whoever runs the server; `docs/operations.md` explains each. No label holds an id, a
 * path, or anything of a payee or a partner: of each label the values are known beforehand
 * (`telemetry/label-values.ts`).
 */
interface Measure {
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** In OpenTelemetry `dots_flow.` comes before it; `prometheusName` makes the other name. */
  readonly name: string;
  /** Of OpenTelemetry (UCUM). Histograms are of seconds. */
  readonly unit: 's' | '{count}';
  readonly labels: readonly string[];
  readonly what: string;
}

export const measures = {
  requests: {
    kind: 'histogram',
    name: 'request.duration',
    unit: 's',
    labels: ['operation', 'status'],
    what: 'Requests that were answered, by operation and class of status',
  },
  streams: {
    kind: 'gauge',
    name: 'event_streams',
    unit: '{count}',
    labels: [],
    what: 'Event streams that are open in this process',
  },
  waitingJobs: {
    kind: 'gauge',
    name: 'jobs',
    unit: '{count}',
    labels: ['kind', 'state'],
    what: 'Jobs and deliveries of webhooks of all processes: due, for later, or under way',
  },
  oldestJob: {
    kind: 'gauge',
    name: 'jobs.oldest',
    unit: 's',
    labels: ['kind'],
    what: 'How long the oldest job of a kind that is due has been waiting',
  },
  jobs: {
    kind: 'histogram',
    name: 'job.duration',
    unit: 's',
    labels: ['kind', 'outcome'],
    what: 'Jobs that this process ran',
  },
  webhooks: {
    kind: 'counter',
    name: 'webhook.attempts',
    unit: '{count}',
    labels: ['outcome'],
    what: 'Attempts at webhooks, by what came of them',
  },
  endpoints: {
    kind: 'counter',
    name: 'webhook.endpoints',
    unit: '{count}',
    labels: ['notice'],
    what: 'Receivers of webhooks that fail for days, or were disabled',
  },
  payouts: {
    kind: 'counter',
    name: 'payouts',
    unit: '{count}',
    labels: ['status'],
    what: 'Payouts that got a status',
  },
  outside: {
    kind: 'histogram',
    name: 'outside.duration',
    unit: 's',
    labels: ['provider', 'outcome'],
    what: 'Calls of providers, and of the receivers of webhooks',
  },
  limits: {
    kind: 'counter',
    name: 'limits.reached',
    unit: '{count}',
    labels: ['limit', 'per'],
    what: 'Requests that were refused because a limit was reached',
  },
  connections: {
    kind: 'gauge',
    name: 'database.connections',
    unit: '{count}',
    labels: ['state'],
    what: 'Connections of this process to PostgreSQL, and what waits for one',
  },
  timeouts: {
    kind: 'counter',
    name: 'database.timeouts',
    unit: '{count}',
    labels: ['limit'],
    what: 'Work that the database had no time for',
  },
} as const satisfies Readonly<Record<string, Measure>>;

type Measures = typeof measures;
export type MeasureName = keyof Measures;
export type OfKind<K extends Measure['kind']> = {
  [M in MeasureName]: Measures[M]['kind'] extends K ? M : never;
}[MeasureName];
export type Labels<M extends MeasureName> = Readonly<Record<Measures[M]['labels'][number], string>>;

/** Returns the name in Prometheus's text format. */
export function prometheusName(measure: MeasureName): string {
  const { kind, name, unit } = measures[measure];
  const end = `${unit === 's' ? '_seconds' : ''}${kind === 'counter' ? '_total' : ''}`;
  return `dots_flow_${name.replaceAll('.', '_')}${end}`;
}

/** The value of a gauge. */
export interface Reading {
  readonly of: OfKind<'gauge'>;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Meters {
  /** Counts one more. */
  add<M extends OfKind<'counter'>>(measure: M, labels: Labels<M>): void;
  observe<M extends OfKind<'histogram'>>(measure: M, labels: Labels<M>, seconds: number): void;
  /** `look` is called whenever somebody wants to know the gauges. */
  onLook(look: () => Promise<readonly Reading[]>): void;
}
