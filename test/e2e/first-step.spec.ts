/**
 * How much a payee waits for who is known already. The first file asks for the session; its answer names the
 * step, and then everything that the step needs is asked for at once.
 */
import { newPhone, step } from './support/payee.ts';
import { expect, test } from './support/test.ts';

const filesOf = {
  compliance: ['compliance', 'forms', 'rolldown-runtime'],
  'manage-payouts': ['forms', 'manage-payouts', 'methods'],
};

for (const [name, files] of Object.entries(filesOf)) {
  test(`${name} as the first step takes five requests, those after the session in one round`, async ({
    api,
    page,
  }) => {
    const user_id = await api.createKnownUser(newPhone());
    const flow = await api.createFlow({ user_id, steps: [name] });
    const asked: string[] = [];
    const before: string[] = [];
    let answer: (() => void) | undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    page.on('request', (request) => {
      if (/\/dots-flow\.js$|\/sessions$/.test(new URL(request.url()).pathname)) before.push(request.url());
    });
    // No file is answered before all of them are asked for, and none is that is asked for later.
    await page.route(/\/chunks\//, async (route) => {
      const file = /\/chunks\/(.+)-[^/]{7}\.js$/.exec(new URL(route.request().url()).pathname)?.[1] ?? '';
      if (asked.length === files.length) return route.abort();
      asked.push(file);
      await answered;
      return route.continue();
    });
    await page.goto(flow.link, { waitUntil: 'commit' });
    await expect.poll(() => asked.toSorted()).toEqual(files);
    answer?.();
    await expect(step(page, name)).toBeVisible();
    expect(before).toHaveLength(2);
    expect(before.length + asked.length).toBeLessThanOrEqual(5);
  });
}
