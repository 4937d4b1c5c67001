/**
 * Random schedules of several faults. A seed is a schedule, the same at every run: `npm run faults 1 417`
 * runs the one of seed 417 and tells what happened.
 */
import { partJourneys, wholeJourneys } from './journeys.ts';
import { faultKinds, momentsOf, type Fault } from './network.ts';
import { order, say } from './order.ts';
import { photo } from './photo.ts';
import { run, storyOf, type Outcome } from './run.ts';

const picture = await photo();
/** How many the suite runs, and how many one test of it. */
const inSuite = 24;
const together = 8;

/** Returns a sequence of numbers from 0 to below 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const cleanRuns = new Map<string, Outcome>();
async function cleanRun(name: string): Promise<Outcome> {
  const clean = cleanRuns.get(name) ?? (await run(name, [], picture));
  if (clean.findings.length) throw new Error(storyOf(name, [], clean));
  cleanRuns.set(name, clean);
  return clean;
}

/** Runs the schedule of a seed: one journey of four is a whole one. Returns the story where it went wrong. */
async function runSeed(seed: number, isTold: boolean): Promise<string | null> {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found;
  };
  const name = one(Object.keys(below(4) === 0 ? wholeJourneys : partJourneys));
  const clean = await cleanRun(name);
  const faults = Array.from({ length: 1 + below(5) }, (): Fault => {
    const [call, made] = one([...clean.made]);
    const kind = one(faultKinds);
    return { call, nth: 1 + below(made), times: 1 + below(4), kind, moment: one(momentsOf(kind)) };
  });
  const outcome = await run(name, faults, picture, clean);
  const story = `seed ${seed}: ${storyOf(name, faults, outcome)}`;
  if (isTold) await say(story);
  return outcome.findings.length ? story : null;
}

describe('random schedules of faults', function () {
  this.timeout(order.schedules === null ? 240_000 : 7_200_000);
  const count = order.schedules ?? inSuite;
  const last = order.seed + count;
  for (let from = order.seed; from < last; from += together) {
    const to = Math.min(from + together, last);
    it(`end where they should: ${from} to ${to - 1}`, async () => {
      const found: string[] = [];
      for (let seed = from; seed < to; seed += 1) {
        const story = await runSeed(seed, count === 1);
        if (!story) continue;
        found.push(story);
        if (count > 1) await say(story);
      }
      if (to % 100 < together) await say(`up to seed ${to - 1}`);
      if (found.length) throw new Error(found.join('\n\n'));
    });
  }
});
