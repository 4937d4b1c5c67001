/**
 * `/payout-links`, and `/payouts/send-payout`: money for somebody whom the partner knows by phone or email,
 * or not at all. A payout link is a flow, at whose end the payee withdraws what the link brought.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import { readPhone } from '../../contract/forms/phone.ts';
import type { Phone } from '../../contract/forms/phone.ts';
import { createPayoutLinkInput, payoutLinkQuery } from '../../contract/money/payout-links.ts';
import { ProblemError, fieldError, fieldProblem } from '../../contract/input/problem-error.ts';
import type { FieldProblem } from '../../contract/problems.ts';
import type { StepRequestInput } from '../../contract/steps.ts';
import * as z from '../../contract/z.ts';
import { listPayoutLinks } from '../db/lists.ts';
import { findPayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { findUser } from '../db/users.ts';
import { parseSteps } from '../flows/parse-steps.ts';
import { idempotent } from '../http/idempotent.ts';
import { charge } from '../http/limits.ts';
import { checkMetadata } from '../http/metadata.ts';
import { payoutLinkObject } from '../ledger/link-object.ts';
import { redeliver } from '../payout-links/begin-delivery.ts';
import { createPayoutLink } from '../payout-links/create.ts';
import { cancelLink } from '../payout-links/end.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { e164 } from './create-user.ts';
import { nameIgnored } from './ignored-fields.ts';
import { linkFields } from './known-fields.ts';
import { readQuery } from './queries.ts';
import { fieldsOf, idParam, pageAnswer, readObject, readPage } from './requests.ts';

/** `parseSteps` checks the steps, as in `POST /flows`. */
const withoutSteps = z.object({ ...createPayoutLinkInput.shape, additional_steps: z.optional(z.unknown()) });
type Input = output<typeof withoutSteps>;

export function payoutLinkRoutes(deps: Deps): Hono<PartnerEnv> {
  // Each answer has the id of a flow.
  const partner = authenticatePartner(deps, 'money', 'secret');
  const make = (paysAtOnce: boolean) => async (c: Context<PartnerEnv>) => {
    const { input, steps } = readInput(c, deps, await readObject(c));
    const phone = phoneOf(deps, input);
    if (paysAtOnce) assertNamed(input);
    const app = c.get('partner');
    if (mayText(input, paysAtOnce)) await chargeText(deps, app.id, input, phone);
    return idempotent(c, deps, app.id, async (tx) => {
      const { link, isNew } = await createPayoutLink(deps, tx, { app, input, steps, phone, paysAtOnce });
      const status = !isNew ? 200 : link.status === 'funds_pending' ? 202 : 201;
      return { status, body: payoutLinkObject(deps, link) };
    });
  };
  /** What is done with a link of the app, under its row lock. */
  const change =
    (work: (deps: Deps, tx: Queryable, link: PayoutLinkRow) => Promise<PayoutLinkRow>) =>
    async (c: Context<PartnerEnv>) => {
      const link = await ownLink(c, deps);
      return idempotent(c, deps, link.app_id, async (tx) => ({
        status: 200,
        body: payoutLinkObject(deps, await work(deps, tx, link)),
      }));
    };

  return new Hono<PartnerEnv>()
    .post('/payout-links', partner, make(false))
    .post('/payouts/send-payout', partner, make(true))
    .get('/payout-links', partner, async (c) => {
      const { status, user_id, phone_number, email } = readQuery(c, payoutLinkQuery);
      const filter = {
        ...{ status: status ?? null, userId: user_id ?? null, email: email?.toLowerCase() ?? null },
        // In a query a plus is a space.
        phone: phone_number === undefined ? null : `+${phone_number.replace(/\D/g, '')}`,
      };
      const page = await listPayoutLinks(deps.db, c.get('partner').id, filter, readPage(c));
      isAbout(c, page?.data.map((link) => link.user_id) ?? []);
      return c.json(pageAnswer(page, (link) => payoutLinkObject(deps, link)));
    })
    .get('/payout-links/:id', partner, async (c) => {
      const link = await ownLink(c, deps);
      isAbout(c, [link.user_id]);
      return c.json(payoutLinkObject(deps, link));
    })
    .delete('/payout-links/:id', partner, change(cancelLink))
    .post('/payout-links/:id/redeliver', partner, change(redeliver));
}

/** Returns the app's link. Another app's is 404 and not 403, so that nobody learns which ids exist. */
async function ownLink(c: Context<PartnerEnv>, deps: Deps): Promise<PayoutLinkRow> {
  const link = await findPayoutLink(deps.db, idParam(c));
  if (link?.app_id !== c.get('partner').id) throw new ProblemError('no-such-resource');
  return link;
}

/** Returns the input and its steps. Its error has all problems of the body at once. */
function readInput(
  c: Context<PartnerEnv>,
  deps: Deps,
  body: Record<string, unknown>,
): { readonly input: Input; readonly steps: readonly StepRequestInput[] } {
  const raw = body['additional_steps'];
  const isAsked = raw !== undefined && raw !== null && !(Array.isArray(raw) && raw.length === 0);
  const aside: string[] = [];
  const asAdditional = (field: string) => field.replace(/^steps/, 'additional_steps');
  const parsed = isAsked
    ? parseSteps(raw, deps.config, (field) => aside.push(asAdditional(field)))
    : ({ ok: true, steps: [] } as const);
  nameIgnored(c, aside);
  const wrong = parsed.ok
    ? refusedSteps(parsed.steps)
    : parsed.errors.map((error) => ({ ...error, field: asAdditional(error.field) }));
  const input = fieldsOf(c, withoutSteps, body, { known: linkFields, wrong: [...wrong, ...refused(body)] });
  checkMetadata(input.metadata);
  return { input, steps: parsed.ok ? parsed.steps : [] };
}

/** A payout link has its own payout at the end. */
const refusedSteps = (steps: readonly StepRequestInput[]): FieldProblem[] =>
  steps.flatMap(({ name }, index) =>
    name === 'payout' ? [fieldProblem(`additional_steps[${index}]`, 'duplicate-step')] : [],
  );

/** Returns what the vendor does and nobody does here. Passed over, it would seem to be done. */
function refused(body: Record<string, unknown>): FieldProblem[] {
  const accounting = body['accounting_data'];
  const ids = typeof accounting === 'object' && accounting !== null ? Object.entries(accounting) : [];
  return [
    ...ids
      .filter(([, id]) => typeof id === 'string')
      .map(([name]) =>
        fieldProblem(
          `accounting_data.${name}`,
          'unknown',
          'No accounting is connected: put it into metadata.',
        ),
      ),
    ...(body['funding_source'] === 'ach'
      ? [
          fieldProblem(
            'funding_source',
            'invalid-choice',
            'Deposit the money first, by POST /apps/{id}/deposit; a link waits for it.',
          ),
        ]
      : []),
  ];
}

const mayText = ({ delivery }: Input, paysAtOnce: boolean): boolean =>
  delivery ? delivery.method === 'sms' || delivery.method === 'all' : paysAtOnce;

/** A text costs money, whoever asks for it, and nobody wants many. */
async function chargeText(deps: Deps, app: string, { user_id }: Input, phone: Phone | null): Promise<void> {
  const to = user_id ? (await findUser(deps.db, app, user_id))?.phone_e164 : phone?.e164;
  if (to !== undefined) await charge(deps, 'payout link', { phone: to, app });
}

/** Money that is sent goes to somebody. */
function assertNamed({ user_id, payee }: Input): void {
  if (!user_id && !payee?.phone_number && !payee?.email)
    throw new ProblemError('invalid-input', {
      errors: [
        fieldProblem('user_id', 'required', 'Give it, or the phone number or the email of the payee.'),
      ],
    });
}

/**
 * Returns the phone of the payee. It is one that a code can be sent to, because nobody else can claim the
 * link.
 */
function phoneOf({ config }: Pick<Deps, 'config'>, { payee, delivery }: Input): Phone | null {
  const { country_code: code, phone_number: number } = payee ?? {};
  if (!code && !number) return null;
  if (!code) throw fieldError('payee.country_code', 'required');
  if (!number) throw fieldError('payee.phone_number', 'required');
  const texts = delivery?.method === 'sms' || delivery?.method === 'all';
  const phone = readPhone(e164(code, number, 'payee.phone_number'), undefined, texts ? 'sms' : 'voice');
  if (typeof phone === 'string') throw fieldError('payee.phone_number', phone);
  if (config.codeCountries && !config.codeCountries.includes(phone.country))
    throw fieldError('payee.phone_number', 'phone-country-not-offered');
  return phone;
}
