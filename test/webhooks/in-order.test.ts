/**
 * The recipe of docs/webhooks.md for the order of steps, as it stands there, on what a server really
 * sends.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { foreigner, introduced, messages, profile } from '../server/payee/payee.ts';
import { createTestServer } from '../server/support.ts';

type Payload = Readonly<Record<string, unknown>>;
type InOrder = (payload: Payload, handle: (payload: Payload) => Promise<void>) => Promise<void>;

const guide = readFileSync('docs/webhooks.md', 'utf8');
const recipe = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
const code = recipe.find((each) => each.includes('async function inOrder('));

let copies = 0;
/** Returns the recipe with a memory of its own. */
async function recipeOfReadme(): Promise<InOrder> {
  assert.ok(code, 'the guide has no recipe');
  const source = `${code}\nexport { inOrder }; // ${(copies += 1)}`;
  return ((await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { inOrder: InOrder })
    .inOrder;
}

/** What a flow sends: one message for each of its steps, and its end. */
async function sent(): Promise<Payload[]> {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance'], { ...profile, country: 'DE' });
  await payee.does('/session/compliance', foreigner);
  return (await messages(server)).map(({ payload }) => payload);
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first, at) =>
    permutations(all.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

test('the steps of a flow are handled once each and in order, however they come', async () => {
  const payloads = await sent();
  assert.deepEqual(
    payloads.map(({ event, sequence }) => `${String(event)} ${String(sequence)}`),
    ['flow.updated 1', 'flow.updated 2', 'flow.updated 3', 'flow.completed 4'],
  );
  for (const order of permutations(payloads)) {
    for (const atOnce of [false, true]) {
      const inOrder = await recipeOfReadme();
      const handled: Payload[] = [];
      const handle = async (payload: Payload) => {
        await Promise.resolve();
        handled.push(payload);
      };
      // Each comes twice.
      const coming = [...order, ...order];
      if (atOnce) await Promise.all(coming.map((payload) => inOrder(payload, handle)));
      else for (const payload of coming) await inOrder(payload, handle);
      assert.deepEqual(handled, payloads);
    }
  }
});

test('what could not be handled is handled when it comes again', async () => {
  const payloads = await sent();
  const inOrder = await recipeOfReadme();
  const handled: Payload[] = [];
  let isBroken = true;
  const handle = (payload: Payload): Promise<void> => {
    if (isBroken) return Promise.reject(new Error('The database is away.'));
    handled.push(payload);
    return Promise.resolve();
  };
  const [first, ...others] = payloads;
  for (const payload of others) await inOrder(payload, handle);
  await assert.rejects(inOrder(first ?? {}, handle), /away/);
  isBroken = false;
  await inOrder(first ?? {}, handle);
  assert.deepEqual(handled, payloads);
});
