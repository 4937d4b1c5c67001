import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { measures, prometheusName } from '../../../src/server/ports/meters.ts';
import type { MeasureName } from '../../../src/server/ports/meters.ts';

const page = readFileSync('docs/operations.md', 'utf8');

test('docs/operations.md explains every metric, with its labels', () => {
  const told = [...page.matchAll(/^\| `(dots_flow_\w+)`\s*\| ([^|]*?)\s*\|/gm)].map(
    ([, name, labels = '']) => [name, [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label)],
  );
  const kept = Object.keys(measures) as MeasureName[];
  assert.deepEqual(
    told,
    kept.map((measure) => [prometheusName(measure), measures[measure].labels]),
  );
});
