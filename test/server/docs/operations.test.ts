import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { settings } from '../../../src/server/settings.ts';
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

test('docs/operations.md names no metric and no setting that is not there', () => {
  const kept = (Object.keys(measures) as MeasureName[]).map(prometheusName);
  for (const [, name = ''] of page.matchAll(/\b(dots_flow_\w+)/g))
    assert.ok(kept.includes(name.replace(/_(?:bucket|count|sum)$/, '')), name);
  const told = [...Object.keys(settings), 'WORK_PORT'];
  for (const [, name = ''] of page.matchAll(/\b(DOTS_(?!PLACES|RETENTION)\w+|METRICS_\w+|WORK_PORT)\b/g))
    assert.ok(told.includes(name) || name === 'OTEL_METRICS_EXPORTER', name);
});

test('the image takes what the repository has', () => {
  const file = readFileSync('demo/container/Containerfile', 'utf8');
  for (const [, paths = ''] of file.matchAll(/^COPY (?!--from)(.*) \S+$/gm))
    for (const path of paths.split(' ')) assert.ok(existsSync(path), path);
});
