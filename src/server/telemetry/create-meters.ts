/**
 * Counts for two readers: Prometheus, which asks `/metrics`, and the OpenTelemetry SDK of the program, when
 * it has one. Without one the second costs nothing.
 */
import { metrics } from '@opentelemetry/api';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { measures, prometheusName } from '../ports/meters.ts';
import type { MeasureName, Meters, OfKind, Reading } from '../ports/meters.ts';
import { bounded, counted } from './label-values.ts';

/** Seconds. From a cached answer to what a slow vendor takes. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The gauges are read from the database, so two readers and several scrapes share what was read. */
const freshMs = 5_000;
/** Prometheus gives up after 10 s, and a database that is away must not take the other numbers with it. */
const patienceMs = 2_000;

export interface TwoMeters extends Meters {
  /** In Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMeters(): TwoMeters {
  const register = new Registry();
  // The process: memory, CPU, garbage collection, delay of the event loop.
  collectDefaultMetrics({ register });
  const meter = metrics.getMeter('dots-flow');
  const looks: (() => Promise<readonly Reading[]>)[] = [];
  const adders = new Map<MeasureName, (labels: Record<string, string>, value: number) => void>();
  const gauges = new Map<MeasureName, Gauge>();
  for (const name of Object.keys(measures) as MeasureName[]) {
    const { kind, unit, what, labels } = measures[name];
    const about = { name: prometheusName(name), help: what, labelNames: [...labels], registers: [register] };
    const otherName = `dots_flow.${measures[name].name}`;
    const other = { description: what, unit: unit === 's' ? 's' : '{count}' };
    switch (kind) {
      case 'counter': {
        const [one, two] = [new Counter(about), meter.createCounter(otherName, other)];
        adders.set(name, (at, value) => {
          one.inc(at, value);
          two.add(value, at);
        });
        for (const labels of counted[name as OfKind<'counter'>]) adders.get(name)?.({ ...labels }, 0);
        break;
      }
      case 'histogram': {
        const one = new Histogram({ ...about, buckets });
        const two = meter.createHistogram(otherName, {
          ...other,
          advice: { explicitBucketBoundaries: buckets },
        });
        adders.set(name, (at, value) => {
          one.observe(at, value);
          two.record(value, at);
        });
        break;
      }
      case 'gauge':
        gauges.set(name, new Gauge(about));
        meter.createObservableGauge(otherName, other).addCallback(async (result) => {
          for (const { of, labels: at, value } of await readings())
            if (of === name) result.observe(value, at);
        });
        break;
      default:
        kind satisfies never;
    }
  }

  let read: Promise<readonly Reading[]> | undefined;
  const readings = (): Promise<readonly Reading[]> =>
    (read ??= readAll(looks).finally(() => setTimeout(() => (read = undefined), freshMs).unref()));

  return {
    add: (measure, labels) => adders.get(measure)?.(bounded(labels), 1),
    observe: (measure, labels, seconds) => adders.get(measure)?.(bounded(labels), seconds),
    onLook: (look) => void looks.push(look),
    contentType: register.contentType,
    async text() {
      const all = await readings();
      for (const gauge of gauges.values()) gauge.reset();
      for (const { of, labels, value } of all) gauges.get(of)?.set(labels, value);
      return register.metrics();
    },
  };
}

/** What cannot be read in time is left out: an absent number says that it is not known. */
async function readAll(looks: readonly (() => Promise<readonly Reading[]>)[]): Promise<readonly Reading[]> {
  const nothing: readonly Reading[] = [];
  const all = looks.map((look) => {
    const late = new Promise<typeof nothing>((resolve) => setTimeout(resolve, patienceMs, nothing).unref());
    return Promise.race([look().catch(() => nothing), late]).then((found) =>
      found.map((reading) => ({ ...reading, labels: bounded(reading.labels) })),
    );
  });
  return (await Promise.all(all)).flat();
}
