/**
 * `npm run bench:element [rounds]` measures the element in Chromium on slow 4G with a processor four times
 * slower, against a lean page written by hand for the first step alone, the same page in an iframe, and a
 * bare input. The pages take turns in every round, and what counts is the ratio within a round: the machine
 * may be busy, but it is so for all of them. `npm run build:bundle` has to run before.
 */
import { chromium, type Browser } from '@playwright/test';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { newPhone } from '../test/e2e/support/payee.ts';
import { measure, type Measured } from './bench/measure.ts';
import { memory } from './bench/memory.ts';
import { startSite } from './bench/site.ts';
import { findChromium } from './browsers.mjs';

const rounds = Number(process.argv[2] ?? 9);
const api = await ApiServer.start({});
const site = await startSite(api.url);
const browser: Browser = await chromium.launch(await findChromium());

const phone = '[name="phone_number"]';
const known = '[data-step="manage-payouts"] button';
const urls: Readonly<Record<string, () => Promise<[path: string, selector: string]>>> = {
  ours: async () => [`/ours?flow=${(await api.createFlow()).id}`, phone],
  lean: async () => [`/lean?flow=${(await api.createFlow()).id}`, phone],
  'lean in an iframe': async () => [`/frame?flow=${(await api.createFlow()).id}`, phone],
  'a bare input': () => Promise.resolve(['/bare', phone]),
  'ours, a known payee, step unnamed': async () => {
    const user_id = await api.createKnownUser(newPhone());
    return [`/ours?flow=${(await api.createFlow({ user_id, steps: ['manage-payouts'] })).id}`, known];
  },
  'ours, a known payee': async () => {
    const user_id = await api.createKnownUser(newPhone());
    const { id } = await api.createFlow({ user_id, steps: ['manage-payouts'] });
    return [`/ours?flow=${id}&steps=manage-payouts`, known];
  },
};

try {
  const all = new Map<string, Measured[]>(Object.keys(urls).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, prepare] of rotated(Object.entries(urls), round)) {
      const [path, selector] = await prepare();
      const measured = await measure(browser, site.origin + path, selector);
      // The first round warms the servers up.
      if (round > 0) all.get(name)?.push(measured);
    }
  report(all);
  const kept = await memory(browser, site.origin, (await api.createFlow()).id);
  console.log(
    `\n100 elements mounted and removed: ${kept.map(kB).join(' kept the first time, ')} the second time`,
  );
} finally {
  await browser.close();
  site.close();
  await api.remove();
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function report(all: ReadonlyMap<string, readonly Measured[]>): void {
  const lean = all.get('lean') ?? [];
  console.log(`${rounds} rounds; medians, and in brackets the ratio to the lean page with its spread\n`);
  for (const [name, list] of all) {
    const row = (['field', 'busy', 'script', 'longestTask', 'requests'] as const).map((what) => {
      const ratios = list.map((measured, round) => measured[what] / (lean[round]?.[what] ?? Number.NaN));
      const [least, middle, most] = [quantile(ratios, 0.1), quantile(ratios, 0.5), quantile(ratios, 0.9)];
      const value = quantile(
        list.map((measured) => measured[what]),
        0.5,
      );
      return `${what} ${Math.round(value)} (${middle.toFixed(2)}, ${least.toFixed(2)}–${most.toFixed(2)})`;
    });
    console.log(`${name.padEnd(36)}${row.join('   ')}`);
  }
  const ahead = (all.get('ours') ?? []).filter(
    ({ field }, round) => field < (all.get('lean in an iframe')?.[round]?.field ?? 0),
  );
  console.log(`\nours is ahead of the iframe in ${ahead.length} of ${rounds} rounds`);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
