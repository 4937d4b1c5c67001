/** What `manage-payments` shows: the accounts, the link to a bank, and the mandate. */
import { isAmong } from '../../../contract/forms/countries.ts';
import { usPlaces } from '../../../contract/forms/us-places.ts';
import type { BankLink, PaymentMethod } from '../../../contract/steps/manage-payments.ts';
import type { RequirementOf, StepOutcome } from '../../../contract/steps/session.ts';
import { bankLinkOf } from '../../db/bank-links.ts';
import type { BankLinkRow } from '../../db/bank-links.ts';
import { paymentMethodsOf } from '../../db/payment-methods.ts';
import type { PaymentMethodRow } from '../../db/payment-methods.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { countryOf } from '../../tax/residence.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { mandateFor } from '../../../contract/steps/mandate.ts';

/**
 * How often the payee may try. As with codes, the tries are too few to guess: two amounts of up to 99 cents
 * make 4,950 pairs.
 */
export const depositTries = 3;

export async function managePaymentsRequirement(
  deps: Deps,
  tx: Queryable,
  { app, flow, user, owed }: PayeeContext,
): Promise<RequirementOf<'manage-payments'>> {
  const methods = user ? await paymentMethodsOf(tx, user.id) : [];
  const link = await bankLinkOf(tx, flow.id);
  const provider = deps.providers.bankLinks;
  return {
    step: 'manage-payments',
    // A payee who comes back to confirm deposits has no step to go on to.
    hide_continue_button:
      owed !== null || (optionsOf(flow, 'manage-payments')?.hide_continue_button ?? false),
    methods: methods.map(methodObject),
    // Debits by ACH reach US banks only. A payee whose country is not known yet is not told so.
    in_us: isAmong(usPlaces, countryOf(user) ?? 'US'),
    linking: provider !== null,
    link: link && provider ? linkObject(deps, link, provider.simulated) : null,
    mandate: mandateFor(app, user),
  };
}

/** Returns the outcome with which the step would end now. */
export function outcomeOf(methods: readonly Pick<PaymentMethodRow, 'status'>[]): StepOutcome {
  if (methods.some(({ status }) => status === 'verified')) return 'connected';
  return methods.some(({ status }) => status !== 'failed') ? 'pending' : 'none';
}

/** An account as the payee sees it, with the words that they agreed to: the law wants them to have a copy. */
function methodObject(row: PaymentMethodRow): PaymentMethod {
  return {
    id: row.id,
    masked: row.masked,
    bank_name: row.bank_name,
    account_type: row.account_type,
    status: row.status,
    failure: row.failure,
    is_default: row.is_default,
    deposits:
      row.status === 'sent' && row.deposits_expected
        ? { expected: row.deposits_expected.toISOString(), tries_left: depositTries - row.tries }
        : null,
    mandate: {
      version: row.mandate_version,
      text: row.mandate_text,
      accepted: row.mandate_accepted.toISOString(),
    },
  };
}

function linkObject(
  { config }: Deps,
  { institution_id, institution_name, state }: BankLinkRow,
  simulated: boolean,
): BankLink {
  return {
    institution: { id: institution_id, name: institution_name },
    phase: state.phase,
    url: state.phase === 'elsewhere' ? state.url : null,
    ...(state.phase === 'elsewhere' && { returns_to: new URL(config.publicUrl).origin }),
    question: state.phase === 'question' ? state.question : null,
    accounts: state.phase === 'accounts' ? [...state.accounts] : [],
    failure: state.phase === 'failed' ? state.failure : null,
    simulated,
  };
}
