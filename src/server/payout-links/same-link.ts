/** What makes two requests for a payout link the same one, and what is other where they are not. */
import { linkDays } from '../../contract/money/payout-links.ts';
import { findFlow } from '../db/flows.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { keyConflict } from '../http/key-conflict.ts';
import { meaningOf, present, sameMeaning } from '../http/meaning.ts';
import { differing } from '../ledger/same-request.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { LinkRequest } from './create.ts';
import { stepsOf } from './steps.ts';

/** The hash is keyed, because a phone is quickly guessed. Null says no more than nothing. */
export function hashOf({ vault }: Pick<Deps, 'vault'>, { input, steps, paysAtOnce }: LinkRequest): Buffer {
  const { idempotency_key: _, ...asked } = input;
  return vault.fingerprint(
    'payout link request',
    meaningOf(JSON.stringify([present(asked), steps, paysAtOnce])),
  );
}

/**
 * The hash says whether they are the same; the link, as far as it has them, which fields are not.
 * @throws ProblemError `idempotency-conflict`
 */
export async function assertSameLink(
  tx: Queryable,
  known: PayoutLinkRow,
  request: LinkRequest,
  hash: Buffer,
): Promise<void> {
  if (known.request_hash?.equals(hash)) return;
  const { input, phone } = request;
  const { payee } = input;
  const seconds = Math.round((known.expires_at.getTime() - known.created.getTime()) / 1000);
  const asked = (value: string | null | undefined) => value || null;
  const fields = differing({
    amount: known.amount === input.amount,
    user_id: !input.user_id || input.user_id === known.user_id,
    'payee.first_name': asked(payee?.first_name) === known.first_name,
    'payee.last_name': asked(payee?.last_name) === known.last_name,
    'payee.phone_number': !phone || phone.e164 === known.phone_e164,
    'payee.email': !payee?.email || payee.email === known.email,
    'delivery.method': !input.delivery || input.delivery.method === known.delivery_method,
    'delivery.message': asked(input.delivery?.message) === known.delivery_message,
    tax_exempt: (input.tax_exempt ?? false) === known.tax_exempt,
    income_type: (input.income_type ?? null) === known.income_type,
    memo: asked(input.memo) === known.memo,
    description: asked(input.description) === known.description,
    payout_fee_party: (input.payout_fee_party ?? null) === known.fee_party,
    expires_in: (input.expires_in ?? linkDays * 24 * 60 * 60) === seconds,
    metadata: sameMeaning(known.metadata, input.metadata),
  });
  const all = [...fields, ...(await otherSteps(tx, known, request))];
  // What is other is not kept: that a phone was left out, for instance, or the call that was made.
  throw keyConflict('payout link', all.length > 0 ? all : ['idempotency_key']);
}

async function otherSteps(
  tx: Queryable,
  { flow_id }: PayoutLinkRow,
  request: LinkRequest,
): Promise<string[]> {
  const flow = await findFlow(tx, flow_id);
  // The last is the payout, whose one setting has been compared.
  const isThat = (other: LinkRequest) => sameMeaning(flow?.steps.slice(0, -1), stepsOf(other).slice(0, -1));
  if (!flow || isThat(request)) return [];
  const forced = !request.input.force_collect_compliance_information;
  return isThat({ ...request, input: { ...request.input, force_collect_compliance_information: forced } })
    ? ['force_collect_compliance_information']
    : ['additional_steps'];
}
