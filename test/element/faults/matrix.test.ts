/**
 * Every call that the element makes meets every fault, once and so often that the client gives up. The calls
 * are those of a run without faults, so that a new one joins by itself. The suite runs some of the cells;
 * `npm run faults` all.
 */
import { journeys, partJourneys, wholeJourneys } from './journeys.ts';
import { faultKinds, faultText, momentsOf, type Fault } from './network.ts';
import { order, say } from './order.ts';
import { photo } from './photo.ts';
import { run, storyOf, type Outcome } from './run.ts';

const picture = await photo();
/** The suite runs one of so many cells. */
const oneOf = 40;

/** Every try of the client, of which there are three. */
const timesOf = [1, 3] as const;
const faultsOf = (call: string): Fault[] =>
  faultKinds.flatMap((kind) =>
    momentsOf(kind).flatMap((moment) => timesOf.map((times) => ({ call, nth: 1, times, kind, moment }))),
  );

async function withoutFaults(name: string): Promise<Outcome> {
  const clean = await run(name, [], picture);
  if (clean.findings.length) throw new Error(storyOf(name, [], clean));
  return clean;
}

describe('every call with every fault', function () {
  this.timeout(order.cells === null ? 240_000 : 7_200_000);
  const met = new Set<string>();
  let at = 0;

  for (const name of Object.keys(partJourneys))
    it(`ends where it should: ${name}`, async () => {
      if (order.schedules !== null && order.cells === null) return;
      const clean = await withoutFaults(name);
      for (const call of clean.made.keys()) met.add(call);
      const isRun = (fault: Fault) =>
        order.cells === null ? (at += 1) % oneOf === 0 : `${name} ${faultText(fault)}`.includes(order.cells);
      const cells = [...clean.made.keys()].flatMap(faultsOf).filter(isRun);
      const found: string[] = [];
      for (const fault of cells) {
        const outcome = await run(name, [fault], picture, clean);
        if (!outcome.findings.length) continue;
        found.push(storyOf(name, [fault], outcome));
        await say(found.at(-1) ?? '');
      }
      await say(`${name}: ${clean.made.size} calls, ${cells.length} cells, ${found.length} with findings`);
      if (found.length) throw new Error(found.join('\n\n'));
    });

  it('leaves out no call of a whole journey', async () => {
    if (order.schedules !== null && order.cells !== '') return;
    for (const name of Object.keys(wholeJourneys)) {
      const { made } = await withoutFaults(name);
      const missing = [...made.keys()].filter((call) => !met.has(call));
      if (missing.length)
        throw new Error(`${Object.keys(journeys).join(', ')} never call ${missing.join(', ')}`);
    }
  });
});
