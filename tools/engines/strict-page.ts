/**
 * One payee through one flow of every step, on a partner's page under exactly the policy of
 * docs/strict-pages.md.
 */
import type { ApiServer } from '../../test/e2e/support/api-server.ts';
import { newPhone } from '../../test/e2e/support/payee.ts';
import { uploadTemplate } from '../../test/e2e/support/pdf-form-fill.ts';
import type { Receiver } from '../../test/e2e/support/receiver.ts';
import type { Browser } from './browser.ts';
import { until } from './until.ts';

interface Around {
  readonly api: ApiServer;
  readonly partner: Receiver;
  /** The payee, as a script. */
  readonly payee: string;
}

/**
 * Resolves to the id of the flow.
 * @throws when a step is not finished, the policy is violated, or the page asks a third origin
 */
export async function everyStepOnStrictPage(
  browser: Browser,
  { api, partner, payee }: Around,
): Promise<string> {
  // A number that is known would not be asked who it belongs to.
  const phone = newPhone();
  const steps = [
    'compliance',
    'id-verification',
    { name: 'background-check' },
    'manage-payments',
    { name: 'pdf-form-fill', template_id: await uploadTemplate(api.url) },
    'manage-payouts',
    'payout',
    { name: 'redirect', redirect_url: `${partner.origin}/thanks` },
  ];
  if (!partner.policy.includes('trusted-types lit-html')) throw new Error(`The policy is ${partner.policy}.`);
  const flow = await api.createFlow({ steps });
  partner.embed(`document.querySelector('dots-flow').setAttribute('flow-id', '${flow.id}');`);
  await browser.open(partner.origin);
  await browser.add(payee);

  for (const step of ['authentication', 'onboarding', ...steps.map(nameOf)]) {
    const failure = await browser.run(`everyStep['${step}']('${phone}')`).then(() => [], String);
    if (step === 'redirect') break;
    const noted = (await browser.run(troublesOn([partner.origin, api.url]))) as string[];
    const troubles = noted.concat(failure);
    if (troubles.length) throw new Error(`at ${step}: ${troubles.join('; ')}`);
    if (step === 'onboarding') await api.fund(flow.id, 300_00);
  }
  // The page is left, so that nothing in it can say what has become of the redirect.
  await until('the payee is at /thanks', async () => new URL(await browser.url()).pathname === '/thanks');
  return flow.id;
}

const nameOf = (step: string | { readonly name: string }): string =>
  typeof step === 'string' ? step : step.name;

/** Returns what went wrong on the page, and which other origins it asked. */
const troublesOn = (known: readonly string[]): string => `[
  ...troubles,
  ...performance.getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ protocol, origin }) => /^https?:$/.test(protocol) && !${JSON.stringify(known)}.includes(origin))
    .map(({ href }) => 'asked ' + href),
]`;
