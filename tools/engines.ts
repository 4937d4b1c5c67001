/**
 * `npm run test:engines [engine…]` walks payees through Chromium, Firefox and WebKit: one through every
 * step on a partner's page of another origin under exactly the policy of docs/strict-pages.md, and some on
 * the page behind a flow's link (`engines/journeys.ts`). It exits with 1 when something is not finished,
 * when the policy is violated, or when a webhook is missing or refused. `npm run build:bundle` has to run
 * before. WebKit needs a display: `xvfb-run -a`.
 */
import { build } from 'esbuild';
import { join } from 'node:path';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { newPhone } from '../test/e2e/support/payee.ts';
import { Receiver, webhookSecret } from '../test/e2e/support/receiver.ts';
import { engines, type Browser } from './engines/browser.ts';
import { journeys } from './engines/journeys.ts';
import { everyStepOnStrictPage } from './engines/strict-page.ts';
import { until } from './engines/until.ts';

const partner = await Receiver.start();
const api = await ApiServer.start({
  WEBHOOK_URL: `${partner.origin}/webhooks`,
  WEBHOOK_SECRET: webhookSecret,
});
partner.api = api.url;
const asked = process.argv.slice(2);
/** The payee, as a script. */
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, 'engines/in-page.ts')],
  bundle: true,
  write: false,
  format: 'iife',
});
const payee = outputFiles[0]?.text ?? '';

try {
  for (const [name, start] of Object.entries(engines)) {
    if (asked.length && !asked.includes(name)) continue;
    await walk(start, 'every step on the strict page', (browser) =>
      everyStepOnStrictPage(browser, { api, partner, payee }),
    );
    for (const journey of Object.keys(journeys))
      await walk(start, journey, (browser) => onHostedPage(browser, journey));
  }
} finally {
  await api.remove();
  await partner.close();
}

/** Walks one journey in a browser of its own, and prints a line about it. `go` resolves to the flow's id. */
async function walk(
  start: () => Promise<Browser>,
  journey: string,
  go: (browser: Browser) => Promise<string>,
): Promise<void> {
  const began = performance.now();
  const browser = await start();
  try {
    await expectFinished(await go(browser));
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`✓ ${browser.version}: ${journey} (${seconds} s)`);
  } catch (error) {
    console.log(`✖ ${browser.version}: ${journey}\n  ${String(error)}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

async function onHostedPage(browser: Browser, name: string): Promise<string> {
  const { steps = [], cents, parts = [] } = journeys[name] ?? {};
  const { id, link } = await api.createFlow({ steps });
  const phone = newPhone();
  let isFunded = !cents;
  for (const part of parts.keys()) {
    if (part > 0) {
      await api.down('SIGKILL');
      await api.up();
    }
    await browser.open(link);
    await browser.add(payee);
    await browser.run(`go(${JSON.stringify(name)}, ${part}, '${phone}')`);
    if (isFunded || !(await api.call('GET', `/v2/flows/${id}`)).body['user_id']) continue;
    await api.fund(id, cents ?? 0);
    isFunded = true;
  }
  return id;
}

/** Throws unless the server says that the flow is completed, and told it the partner once for each step. */
async function expectFinished(flow: string): Promise<void> {
  const { body } = await api.call('GET', `/v2/flows/${flow}`);
  if (body['status'] !== 'completed') throw new Error(`The flow is ${String(body['status'])}.`);
  await until('the partner is told of the flow', () =>
    partner.about(flow).some(({ payload }) => payload.event === 'flow.completed'),
  );
  const told = partner.about(flow).map(({ id }) => id);
  if (new Set(told).size !== told.length) throw new Error('A webhook came twice.');
  if (partner.refused.length) throw new Error(`Webhooks were refused: ${partner.refused.join('; ')}`);
}
