/** Makes a payout link: the flow behind it, the transfer that brings its money, and the link itself. */
import type { CreatePayoutLinkInput, DeliveryMethod } from '../../contract/money/payout-links.ts';
import { linkDays } from '../../contract/money/payout-links.ts';
import type { Phone } from '../../contract/forms/phone.ts';
import { amountProblem } from '../../contract/rails/quote.ts';
import { rails } from '../../contract/rails/terms.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import type { FieldProblem } from '../../contract/problems.ts';
import type { StepRequestInput } from '../../contract/steps.ts';
import type { App } from '../db/apps.ts';
import { updateFlow } from '../db/flows.ts';
import { findPayoutLinkByKey, insertPayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { insertTransfer } from '../db/transfers.ts';
import { findUserByPhone, lockUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { createFlow } from '../flows/create-flow.ts';
import { tryLockKey } from '../db/idempotency.ts';
import { assertKeyMadeNothingElse } from '../ledger/same-request.ts';
import { leastPayoutOf } from '../payout-methods/rail-offers.ts';
import type { Queryable } from '../ports/database.ts';
import { noSuchUser } from '../users/refusals.ts';
import type { Deps } from '../ports/deps.ts';
import { waitingLookMs } from './advance.ts';
import { fundLink } from './fund.ts';
import { lockAppWalletFor } from './money.ts';
import { assertSameLink, hashOf } from './same-link.ts';
import { stepsOf } from './steps.ts';

export interface LinkRequest {
  readonly app: App;
  readonly input: Omit<CreatePayoutLinkInput, 'additional_steps'>;
  /** What the payee does before the payout. */
  readonly steps: readonly StepRequestInput[];
  /** The phone of `input.payee`. */
  readonly phone: Phone | null;
  /** A known user with a default method is paid at once (`send-payout`). */
  readonly paysAtOnce: boolean;
}

export interface MadeLink {
  readonly link: PayoutLinkRow;
  /** False: the key had made it before. */
  readonly isNew: boolean;
}

/**
 * @throws ProblemError `no-such-resource`, `invalid-input`, `invalid-transaction`, `amount-below-minimum`,
 * `idempotency-conflict`, `resource-busy`
 */
export async function createPayoutLink(deps: Deps, tx: Queryable, request: LinkRequest): Promise<MadeLink> {
  const { app, input, phone } = request;
  const key = input.idempotency_key ?? null;
  const hash = key === null ? null : hashOf(deps, request);
  if (key !== null && hash) {
    // Nothing else is made with the key meanwhile.
    if (!(await tryLockKey(tx, `${app.id} body`, key.toLowerCase())))
      throw new ProblemError('resource-busy', { retryAfter: 1 });
    const known = await findPayoutLinkByKey(tx, app.id, key);
    if (known) {
      await assertSameLink(tx, known, request, hash);
      return { link: known, isNew: false };
    }
    await assertKeyMadeNothingElse(tx, app.id, key, 'payout link');
  }
  const user = await payeeOf(tx, request);
  const to = {
    phone: user?.phone_e164 ?? phone?.e164 ?? null,
    email: input.payee?.email ?? user?.email ?? null,
  };
  const method = methodOf(deps, request, to);
  assertPayable(input.amount, user);
  const now = deps.clock.now();
  const flow = await createFlow(deps, tx, app, {
    steps: stepsOf(request),
    user_id: user?.id ?? null,
    // A link lies in messages for weeks. It alone opens nothing.
    require_auth: true,
    metadata: input.metadata ?? null,
    expires_in: input.expires_in ?? linkDays * 24 * 60 * 60,
  });
  const id = deps.newId();
  const linked = await updateFlow(tx, flow.id, {
    payout_link_id: id,
    ...(!user && phone ? { phone_e164: phone.e164, phone_country: phone.country } : {}),
  });
  const transfer = await insertTransfer(tx, {
    ...{ id: deps.newId(), app_id: app.id, user_id: null, created: now, type: 'balance', status: 'created' },
    ...{ amount: -input.amount, tax_exempt: input.tax_exempt ?? false, metadata: null, intent: null },
    ...{ platform: null, payout_method_id: null, fee: 0, fee_party: null, funding_id: null, flow_id: null },
    ...{ payout_link_id: id, look_at: new Date(now.getTime() + waitingLookMs) },
    income_type: input.income_type ?? app.income_type,
  });
  const isFunded = (await lockAppWalletFor(deps, tx, app.id, user)) >= input.amount;
  const link = await insertPayoutLink(tx, {
    ...{ id, app_id: app.id, created: now, flow_id: flow.id, transfer_id: transfer?.id ?? '' },
    ...{ amount: input.amount, status: isFunded ? 'created' : 'funds_pending', user_id: user?.id ?? null },
    expires_at: flow.expires_at ?? now,
    first_name: input.payee?.first_name || null,
    last_name: input.payee?.last_name || null,
    ...{ email: to.email, phone_e164: to.phone },
    delivery_method: method,
    delivery_message: input.delivery?.message || null,
    pays_at_once: request.paysAtOnce,
    fee_party: input.payout_fee_party ?? null,
    ...{ tax_exempt: input.tax_exempt ?? false, income_type: input.income_type ?? null },
    ...{ memo: input.memo || null, description: input.description || null, metadata: input.metadata ?? null },
    ...{ idempotency_key: key, request_hash: hash },
  });
  // Another transaction made the link since the first look. Nothing may stay of what this one did.
  if (!link) throw new ProblemError('resource-busy', { retryAfter: 1 });
  if (!isFunded) return { link, isNew: true };
  return { link: await fundLink(deps, tx, { app, link, flow: linked, user }), isNew: true };
}

/** Returns the user whom the link is for, locked; null when the app knows nobody like that. */
async function payeeOf(tx: Queryable, { app, input, phone }: LinkRequest): Promise<UserRow | null> {
  const id = input.user_id ?? (phone && (await findUserByPhone(tx, app.id, phone.e164))?.id);
  const user = id ? await lockUser(tx, app.id, id) : null;
  if (input.user_id && !user) throw noSuchUser();
  if (user && phone && user.phone_e164 !== phone.e164)
    throw new ProblemError('invalid-input', {
      errors: [
        fieldProblem(
          'payee.phone_number',
          'invalid-choice',
          'The user has another phone. Leave either it or user_id out.',
        ),
      ],
    });
  return user;
}

/**
 * What no rail takes would lie in the payee's wallet. Of a stranger the country is not known, so it is the
 * least of all rails.
 */
function assertPayable(amount: number, user: UserRow | null): void {
  const theirs = user ? leastPayoutOf(user) : Infinity;
  const least = Number.isFinite(theirs) ? theirs : Math.min(...rails.map(({ min }) => min));
  if (amount >= least) return;
  const whom = Number.isFinite(theirs) ? ' that pays this user' : '';
  throw amountProblem('amount-below-minimum', `The least that any rail${whom} takes is ${least} cents.`);
}

/** @throws ProblemError `invalid-input` when nobody can be written to in the way that is asked for */
function methodOf(
  deps: Deps,
  { input, paysAtOnce }: LinkRequest,
  to: { readonly phone: string | null; readonly email: string | null },
): DeliveryMethod {
  const sends = Boolean(deps.providers.payoutLinks);
  const usual = !paysAtOnce || !sends ? 'link' : to.phone !== null ? 'sms' : 'email';
  const method = input.delivery?.method ?? usual;
  const errors: FieldProblem[] = [];
  if (method !== 'link' && !sends)
    errors.push(
      fieldProblem(
        'delivery.method',
        'invalid-choice',
        'Nothing here sends messages: use `link`, and give the link to the payee yourself.',
      ),
    );
  if ((method === 'sms' || method === 'all') && to.phone === null)
    errors.push(fieldProblem('payee.phone_number', 'required'));
  if ((method === 'email' || method === 'all') && to.email === null)
    errors.push(fieldProblem('payee.email', 'required'));
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return method;
}
