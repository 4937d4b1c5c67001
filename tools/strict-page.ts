/**
 * `npm run test:strict-page [browser…]` walks a payee through every step in Chromium and then in Firefox, on
 * a partner's page of another origin under exactly the policy of the README. It exits with 1 when the policy
 * is violated, when the page asks a third origin, or when a step is not finished. `npm run build:bundle` has
 * to run before.
 */
import { build } from 'esbuild';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { uploadTemplate } from '../test/e2e/support/pdf-form-fill.ts';
import { newPhone } from '../test/e2e/support/payee.ts';
import { fundPayee } from '../test/e2e/support/payout.ts';
import { Receiver, webhookSecret } from '../test/e2e/support/receiver.ts';
import { findChromium, findFirefox } from './browsers.mjs';

const launchers = {
  chromium: async () => puppeteer.launch({ browser: 'chrome', ...(await findChromium()) }),
  firefox: () => puppeteer.launch({ browser: 'firefox', executablePath: findFirefox() }),
} satisfies Readonly<Record<string, () => Promise<Browser>>>;

const partner = await Receiver.start();
const api = await ApiServer.start({
  WEBHOOK_URL: `${partner.origin}/webhooks`,
  WEBHOOK_SECRET: webhookSecret,
});
partner.api = api.url;
const asked = process.argv.slice(2);
try {
  const template = await uploadTemplate(api.url);
  for (const [name, launch] of Object.entries(launchers))
    if (!asked.length || asked.includes(name)) await walkThrough(await launch(), template);
} finally {
  await api.remove();
  await partner.close();
}

/** Walks one payee through one flow of every step, and closes the browser. */
async function walkThrough(browser: Browser, template: string): Promise<void> {
  const began = performance.now();
  // A number that is known would not be asked who it belongs to.
  const phone = newPhone();
  const steps = [
    'compliance',
    'id-verification',
    { name: 'background-check' },
    'manage-payments',
    { name: 'pdf-form-fill', template_id: template },
    'manage-payouts',
    'payout',
    { name: 'redirect', redirect_url: `${partner.origin}/thanks` },
  ];
  try {
    const flow = await api.createFlow({ steps });
    partner.embed(`document.querySelector('dots-flow').setAttribute('flow-id', '${flow.id}');`);
    const page = await browser.newPage();
    const { troubles, foreign } = await listen(page, [partner.origin, api.url]);
    const answer = await page.goto(partner.origin);
    const policy = answer?.headers()['content-security-policy'];
    if (!policy?.includes('trusted-types lit-html')) throw new Error(`The page's policy is ${policy}.`);
    await page.evaluate(await walkScript());

    for (const step of ['authentication', 'onboarding', ...steps.map(nameOf)]) {
      const ended =
        step === 'redirect'
          ? page.waitForFunction("location.pathname === '/thanks'")
          : page.evaluate(`walk['${step}']('${phone}')`);
      const trouble = await ended.then(() => null, String);
      console.log(`${step.padEnd(17)} violations ${troubles.length}, foreign requests ${foreign.length}`);
      if (trouble) {
        troubles.push(trouble);
        break;
      }
      if (step === 'onboarding') await fundPayee(api, flow.id, 300_00);
    }
    for (const trouble of [...troubles, ...foreign]) console.error(trouble);
    const { body } = await api.call('GET', `/v2/flows/${flow.id}`);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${await browser.version()}: the flow is ${String(body['status'])} after ${seconds} s`);
    if (troubles.length || foreign.length || body['status'] !== 'completed') process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

function nameOf(step: string | { readonly name: string }): string {
  return typeof step === 'string' ? step : step.name;
}

/** Notes violations, exceptions, and requests to other origins than `known`, from the first document on. */
async function listen(page: Page, known: readonly string[]) {
  const troubles: string[] = [];
  const foreign: string[] = [];
  const mark = 'violation of ';
  await page.evaluateOnNewDocument((mark: string) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`${mark}${event.violatedDirective}: ${event.blockedURI} in ${event.sourceFile}`);
    });
  }, mark);
  page.on('console', (message) => {
    if (message.text().startsWith(mark)) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !known.includes(origin)) foreign.push(request.url());
  });
  return { troubles, foreign };
}

/** Returns the payee as a script. The browser's driver runs it, so the page's policy does not count it. */
async function walkScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'strict-page/walk.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}
