/**
 * Adds an account that the payee typed, or chose from those that the bank named. Numbers go in sealed and
 * come out masked.
 */
import { businessName } from '../../../contract/steps/known-tax-number.ts';
import type { Context } from 'hono';
import { linkedPaymentMethod, manualPaymentMethod } from '../../../contract/steps/manage-payments.ts';
import { bankLinkOf, deleteBankLink } from '../../db/bank-links.ts';
import { insertPaymentMethod, paymentMethodsOf, removePaymentMethod } from '../../db/payment-methods.ts';
import type { PaymentMethodRow } from '../../db/payment-methods.ts';
import type { SessionRow } from '../../db/sessions.ts';
import type { UserRow } from '../../db/users.ts';
import { askOutside } from '../../http/ask-outside.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError, fieldProblem } from '../../../contract/input/problem-error.ts';
import { maskNumber } from '../../../contract/bank/method-details.ts';
import { newestTaxForm } from '../../db/tax-forms.ts';
import { hasEveryName } from '../../identity/same-person.ts';
import { openTaxFields } from '../../tax/sealed-fields.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { checkAccount } from '../../payout-methods/insert.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { loadContext, signedIn } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { signingOf } from '../session/signing.ts';
import type { PayeeWork } from '../session/step.ts';
import { accountFingerprint, sealDeposits, sealNumbers } from '../../payment-methods/account-numbers.ts';
import type { AccountNumbers } from '../../payment-methods/account-numbers.ts';
import { mandateContent } from '../../payment-methods/paper.ts';
import { signPaper } from '../../papers/chain.ts';
import { shownText } from '../../papers/signing.ts';
import { paymentMethodChanged, settleDefault } from '../../payment-methods/changed.ts';
import { endSignIn, openReference } from './link.ts';
import { mandateFor } from '../../../contract/steps/mandate.ts';
import { changePayments } from './submit.ts';

interface NewAccount extends AccountNumbers {
  readonly bankName: string | null;
  /** The field that the error names when the account cannot be taken. */
  readonly field: 'account_number' | 'account_id';
}

/**
 * Adds an account. `source` is looked at before the schema: each kind has its own fields, and only typed
 * numbers cost deposits.
 */
export async function addPaymentMethod(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const raw = await readJson(c);
  const source = (raw as { source?: unknown } | null)?.source;
  if (source !== 'manual' && source !== 'link')
    throw fieldError('source', source === undefined ? 'required' : 'invalid-choice');
  const payee = signedIn(await loadContext(deps.db, session, { lock: false }));
  const schema = source === 'manual' ? manualPaymentMethod : linkedPaymentMethod;
  const asks = !!payee && (await willAsk(() => parseInput(schema, raw) !== null));
  if (asks) await chargeUser(deps, 'bank account', payee);
  // Deposits cost money and tell a thief which accounts exist (Nacha, Micro-Entries rule, phase 2:
  // originators watch for that).
  if (asks && source === 'manual') await chargeUser(deps, 'small deposits', payee);
  return changePayments(deps, async (tx, context, user) => {
    if (source === 'manual') await addTyped(deps, tx, c, context, user, raw);
    else await addLinked(deps, tx, c, context, user, raw);
  });
}

/** Adds an account by its numbers. It cannot be debited before the payee has confirmed the deposits. */
async function addTyped(
  deps: Deps,
  tx: Queryable,
  c: Context,
  context: PayeeContext,
  user: UserRow,
  raw: unknown,
): Promise<void> {
  const input = parseInput(manualPaymentMethod, raw);
  const { routing_number, account_number, account_type, mandate_version } = input;
  const bankName = deps.providers.banks.nameOf(routing_number);
  const account: NewAccount = {
    routing_number,
    account_number,
    account_type,
    bankName,
    field: 'account_number',
  };
  const method = await add(deps, tx, c, context, user, account, mandate_version);
  await deps.jobs.enqueue(tx, { kind: 'send-deposits', paymentMethodId: method.id });
}

/**
 * Adds an account that the bank named. The numbers come from the provider and not from the request, so the
 * payee cannot change them on the way. The sign-in is over afterwards.
 */
async function addLinked(
  deps: Deps,
  tx: Queryable,
  c: Context,
  context: PayeeContext,
  user: UserRow,
  raw: unknown,
): Promise<void> {
  const { account_id, mandate_version } = parseInput(linkedPaymentMethod, raw);
  const link = await bankLinkOf(tx, context.flow.id);
  const provider = deps.providers.bankLinks;
  if (!provider || link?.state.phase !== 'accounts') throw new ProblemError('no-bank-link');
  const offered = link.state.accounts.find(({ id }) => id === account_id);
  const reference = openReference(deps, link);
  const numbers =
    offered && (await askOutside(`numbers of ${account_id}`, () => provider.numbers(reference, account_id)));
  if (!offered || !numbers) throw fieldError('account_id', 'invalid-choice');
  if (!(await isOwner(deps, tx, user, numbers.owners))) throw fieldError('account_id', 'owner-mismatch');
  const account: NewAccount = {
    ...numbers,
    account_type: offered.account_type,
    bankName: link.institution_name,
    field: 'account_id',
  };
  await add(deps, tx, c, context, user, account, mandate_version);
  await settleDefault(tx, user.id);
  await deleteBankLink(tx, context.flow.id);
  await endSignIn(deps, link);
}

/**
 * Returns whether the bank names the payee, or the business that they filed for, as an owner. Nobody is
 * debited because somebody else signed in at their bank in the payee's place; where the bank tells no owner,
 * the numbers can be typed, and two deposits prove the account. Nacha Operating Rules, subsection 2.3.2: it
 * is the owner who authorizes a debit.
 */
async function isOwner(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  owners: readonly string[],
): Promise<boolean> {
  const form = await newestTaxForm(tx, user.id);
  const business = wordsOf(businessName(form && openTaxFields(deps, form)) ?? '');
  return owners.some(
    (owner) =>
      hasEveryName([user.first_name ?? '', user.last_name ?? ''], owner) ||
      (business !== '' && business === wordsOf(owner)),
  );
}

/** What a business is called, without its legal form and signs. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLocaleUpperCase('en')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !legalForms.has(word))
    .join(' ');
const legalForms = new Set(
  'AG CO COMPANY CORP CORPORATION GMBH INC INCORPORATED LIMITED LLC LLP LP LTD PLC'.split(' '),
);

/**
 * Adds the account with the mandate that was agreed to. The mandate has to be today's: otherwise the payee
 * agreed to words that no longer stand on the page.
 */
async function add(
  deps: Deps,
  tx: Queryable,
  c: Context,
  context: PayeeContext,
  user: UserRow,
  account: NewAccount,
  mandateVersion: string,
): Promise<PaymentMethodRow> {
  const { app, flow } = context;
  const mandate = mandateFor(app, user);
  if (mandateVersion !== mandate.version) throw new ProblemError('mandate-changed');
  const { routing_number, account_number, account_type, bankName, field } = account;
  const refused = await checkAccount(deps, routing_number, account_number);
  if (refused) throw fieldError(field, refused);

  const now = deps.clock.now();
  const id = deps.newId();
  const linked = field === 'account_id';
  const fingerprint = accountFingerprint(deps, account);
  await removeReplaced(tx, user.id, fingerprint, linked, now);
  const method = await insertPaymentMethod(tx, {
    id,
    user_id: user.id,
    created: now,
    source: linked ? 'link' : 'manual',
    details_sealed: sealNumbers(deps, { id, user_id: user.id }, account),
    fingerprint,
    masked: maskNumber(account_number),
    bank_name: bankName,
    account_type,
    status: linked ? 'verified' : 'pending',
    amounts_sealed: linked
      ? null
      : sealDeposits(deps, { id, user_id: user.id }, deps.providers.microDeposits.newAmounts()),
    mandate_version: mandate.version,
    mandate_text: mandate.text,
    mandate_accepted: now,
    flow_id: flow.id,
  });
  if (!method)
    throw new ProblemError('payment-method-exists', {
      errors: [fieldProblem(field, 'payment-method-exists')],
    });
  await signPaper(deps, tx, app.id, {
    ...{ kind: 'mandate', subject_id: id, user_id: user.id, content: mandateContent(deps, method) },
    signing: await signingOf(c, deps, tx, context),
    texts: [shownText('Authorization of debits', mandate.version, mandate.text)],
  });
  await paymentMethodChanged(deps, tx, app.id, id);
  return method;
}

/**
 * Removes the earlier entry of the same account when the new one may replace it: an entry that failed, and,
 * for an account that the bank named, one that still waits for its deposits.
 */
async function removeReplaced(
  tx: Queryable,
  userId: string,
  fingerprint: Buffer,
  linked: boolean,
  now: Date,
): Promise<void> {
  const twin = (await paymentMethodsOf(tx, userId)).find((method) => method.fingerprint.equals(fingerprint));
  if (twin && (twin.status === 'failed' || (linked && twin.status !== 'verified')))
    await removePaymentMethod(tx, twin.id, now);
}
