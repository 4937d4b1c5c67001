/**
 * `/payment-customers`: whom the app debits. A customer is one of the app's users, named by `user_id` or by
 * phone, so that a flow with the step `manage-payments` connects an account for them.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isAmong } from '../../contract/forms/countries.ts';
import { usPlaces } from '../../contract/forms/us-places.ts';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { output } from 'zod/v4/core';
import { createPaymentCustomerInput } from '../../contract/partner/payment-customers.ts';
import type { CustomerDetails, PaymentCustomer } from '../../contract/partner/payment-customers.ts';
import { ProblemError, fieldError, fieldProblem } from '../../contract/input/problem-error.ts';
import { customersOfUser, findCustomer, insertCustomer, listCustomers } from '../db/payment-customers.ts';
import type { CustomerRow } from '../db/payment-customers.ts';
import { findUser, findUserByPhone, insertUser, lockUser } from '../db/users.ts';
import type { App } from '../db/apps.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import { noSuchUser } from '../users/refusals.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { charge } from '../http/limits.ts';
import { checkMetadata } from '../http/metadata.ts';
import { sameMeaning } from '../http/meaning.ts';
import { openCustomer, sealCustomer } from '../users/customer-details.ts';
import { refuseSanctioned } from '../../contract/sanctions/refuse.ts';
import { namesOfCustomer } from '../screening/names.ts';
import { askScreening, holdFor, inDoubt, worstOf } from '../screening/screen.ts';
import type { Found } from '../screening/screen.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { e164 } from './create-user.ts';
import { fieldsOf, idParam, pageAnswer, readObject, readPage } from './requests.ts';
import { spelledAddress } from './spelled-places.ts';

type Input = output<typeof createPaymentCustomerInput>;

export function paymentCustomerRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'users');

  return new Hono<PartnerEnv>()
    .post('/payment-customers', partner, async (c) => {
      const body = await readObject(c);
      const { address } = body;
      const isObject = typeof address === 'object' && address !== null && !Array.isArray(address);
      const placed = isObject
        ? { ...body, address: spelledAddress(address as Record<string, unknown>) }
        : body;
      const input = fieldsOf(c, createPaymentCustomerInput, placed);
      assertNamed(input);
      checkMetadata(input.metadata);
      return createCustomer(c, deps, c.get('partner'), input);
    })
    .get('/payment-customers', partner, async (c) => {
      const page = await listCustomers(deps.db, c.get('partner').id, readPage(c));
      isAbout(c, page?.data.map(({ user_id }) => user_id) ?? []);
      return c.json(pageAnswer(page, (row) => customerObject(deps, row)));
    })
    .get('/payment-customers/:id', partner, async (c) => {
      const row = await findCustomer(deps.db, c.get('partner').id, idParam(c));
      if (!row) throw new ProblemError('no-such-resource');
      isAbout(c, [row.user_id]);
      return c.json(customerObject(deps, row));
    });
}

/** Says what no schema of a field can say: who it is has to be told, and how to reach them. */
function assertNamed(input: Input): void {
  const { user_id, first_name, last_name, business_name, email, country_code, phone_number } = input;
  const isBusiness = !!business_name;
  const lacks = [
    ...(isBusiness || user_id ? [] : [{ first_name, last_name }]),
    ...(user_id ? [] : [{ email, country_code, phone_number }]),
  ].flatMap((wanted) => Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name])));
  if (lacks.length > 0)
    throw new ProblemError('invalid-input', {
      detail:
        'Name the user in user_id, or give email, country_code and phone_number: the account is connected by a user. Besides, first_name and last_name, or business_name.',
      errors: lacks.map((name) => fieldProblem(name, 'required')),
    });
}

async function createCustomer(c: Context<PartnerEnv>, deps: Deps, app: App, input: Input): Promise<Response> {
  const phone = input.user_id ? null : e164(input.country_code ?? '', input.phone_number ?? '');
  if (phone !== null) assertUsPhone(phone);
  // Nobody is asked about a user who is known. Screening asks a provider, so it comes before the transaction.
  const isNew = phone !== null && !(await findUserByPhone(deps.db, app.id, phone));
  if (isNew) await charge(deps, 'name', { phone, app: app.id });
  else await charge(deps, 'name on a form', { app: app.id });
  const doubts = refuseSanctioned(input.address ? [{ ...input.address, within: 'address.' }] : []);
  const found = [...(await askScreening(deps, namesOfCustomer(detailsOf(input), null))), ...inDoubt(doubts)];
  return idempotent(c, deps, app.id, async (tx) => {
    const user = input.user_id
      ? await findUser(tx, app.id, input.user_id)
      : await userOfPhone(deps, tx, app, input, { phone: phone ?? '', found: isNew ? found : null });
    if (!user) throw noSuchUser();
    await holdFor(deps, tx, user, found);
    const said = detailsOf(input);
    // The accounts are the user's, so a second customer would debit those of the first.
    if (!(await lockUser(tx, app.id, user.id))) throw noSuchUser();
    const [known] = await customersOfUser(tx, user.id);
    if (known) return { status: 200, body: sameCustomer(deps, known, { said, metadata: input.metadata }) };
    const id = deps.newId();
    const created = deps.clock.now();
    const row = await insertCustomer(tx, {
      ...{ id, app_id: app.id, created, user_id: user.id, metadata: input.metadata ?? null },
      details_sealed: sealCustomer(deps, { id, user_id: user.id }, said),
    });
    return { status: 200, body: customerObject(deps, row) };
  });
}

/** Returns the customer that the user is already. Whatever is said of them otherwise would be lost. */
function sameCustomer(
  deps: Deps,
  known: CustomerRow,
  { said, metadata }: { readonly said: CustomerDetails; readonly metadata: Input['metadata'] },
): PaymentCustomer {
  const isSame = sameMeaning(openCustomer(deps, known), said) && sameMeaning(known.metadata, metadata);
  if (isSame) return customerObject(deps, known);
  throw new ProblemError('payment-customer-exists', {
    detail: `The user is a payment customer with other details. GET /payment-customers/${known.id} has it; debit that one.`,
  });
}

/** Only US accounts are debited, and their owners' phones get the codes. */
function assertUsPhone(phone: string): void {
  const country = parsePhoneNumberFromString(phone)?.country;
  if (country === undefined || isAmong(usPlaces, country)) return;
  throw fieldError('phone_number', 'invalid-choice', {
    detail:
      'Only bank accounts in the United States are debited, so a customer is reached at a phone there. Name somebody whom you know already in user_id.',
  });
}

/** Returns the user of the phone number, who is made where the app has none. */
async function userOfPhone(
  deps: Deps,
  tx: Queryable,
  app: App,
  input: Input,
  { phone, found }: { readonly phone: string; readonly found: readonly Found[] | null },
): Promise<UserRow> {
  const known = await findUserByPhone(tx, app.id, phone);
  if (known) return known;
  const made = found
    ? await insertUser(tx, {
        ...{ id: deps.newId(), app_id: app.id, created: deps.clock.now(), phone_e164: phone },
        // The name of a business is nobody's own. Whoever signs for it gives theirs in the flow.
        ...{ first_name: input.first_name ?? null, last_name: input.last_name ?? null },
        ...{ email: input.email ?? null, calling_code: input.country_code ?? '', country: null },
        ...{ phone_verified: false, ofac_status: worstOf(found), metadata: null },
      })
    : null;
  const user = made ?? (await findUserByPhone(tx, app.id, phone));
  // The user who was there a moment ago was deleted. The same call succeeds when it is repeated.
  if (!user) throw new ProblemError('resource-busy', { retryAfter: 1 });
  return user;
}

const told = [
  'email',
  'country_code',
  'phone_number',
  'first_name',
  'middle_name',
  'last_name',
  'business_name',
  'address',
] as const;

const detailsOf = (input: Input): CustomerDetails =>
  Object.fromEntries(told.flatMap((name) => (input[name] ? [[name, input[name]]] : [])));

export const customerObject = (deps: Pick<Deps, 'vault'>, row: CustomerRow): PaymentCustomer => ({
  id: row.id,
  created: row.created.toISOString(),
  updated: row.updated.toISOString(),
  user_id: row.user_id,
  ...openCustomer(deps, row),
  ...(row.metadata === null ? {} : { metadata: row.metadata }),
});
