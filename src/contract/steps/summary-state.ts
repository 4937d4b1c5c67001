/** How the summary of a flow follows from what is known. Server and mock collect the same facts. */
import type { PayoutMethod } from '../bank/payout-methods.ts';
import type { TaxFormName } from '../forms/tax.ts';
import { cameBack, type TransferStatus } from '../money/transfers.ts';
import type { StepName } from '../steps.ts';
import type { TinStatus } from './compliance.ts';
import type { Notification } from './notifications.ts';
import type { Completion } from './session.ts';
import type { DoneKind, FlowSummary, OpenKind } from './summary.ts';

/** What is known of a finished flow and its payee. */
export interface SummaryFacts {
  readonly completions: readonly Pick<Completion, 'step' | 'outcome'>[];
  readonly methods: readonly PayoutMethod[];
  readonly autoPayout: boolean;
  /** The form that was filed in this flow. */
  readonly taxForm: { readonly form: TaxFormName; readonly tin_status: TinStatus } | null;
  /** Somebody looks at the payee's identity. */
  readonly identityInReview: boolean;
  /** A bank account for payments was verified. */
  readonly paymentsVerified: boolean;
  readonly payout: FlowSummary['payout'];
  readonly payee: string;
  readonly wallet: Purse;
  /** Where a payee who has left hears of a payout that failed. */
  readonly notification?: Notification;
}

/** What the payee can withdraw, and the least that one payout takes, in cents. */
interface Purse {
  readonly balance: number;
  readonly least: number;
}

type Done = FlowSummary['done'][number];

export function summaryOf(facts: SummaryFacts): FlowSummary {
  const { completions, payout, payee, notification, wallet } = facts;
  return {
    done: completions.flatMap((completion) => doneIn(completion, facts)),
    open: openIn(facts),
    payout,
    ...(payout && payee && { payee }),
    ...(payout && !cameBack[payout.status] && wallet.balance > 0 && { left: wallet.balance }),
    ...(notification && payout && mayFail(payout) && { notification }),
  };
}

/**
 * Returns whether the payee went past the payout step and can still withdraw: no payout was made, the last
 * one came back, or enough is left for another. `status`: that of the last payout of the flow.
 */
export const isPayoutOpen = (
  completions: readonly Pick<Completion, 'step'>[],
  status: TransferStatus | null | undefined,
  { balance, least }: Purse,
): boolean =>
  completions.some(({ step }) => step === 'payout') && (!status || cameBack[status] || balance >= least);

/** Returns whether the payout is still under way. What was sent back later is rare, and told all the same. */
const mayFail = ({ status }: NonNullable<FlowSummary['payout']>): boolean =>
  status === 'created' || status === 'pending' || status === 'flagged';

/** Returns whether the end of the flow shows something on which others have yet to decide. */
export const isUndecided = ({ open }: FlowSummary): boolean =>
  open.includes('tax-check') || open.includes('identity');

/** Steps in which a payee says where their money goes. */
const choosesMethod: readonly StepName[] = ['manage-payouts', 'payout'];

/** Returns the lines of one completed step. What the payee went past has none. */
function doneIn({ step, outcome }: SummaryFacts['completions'][number], facts: SummaryFacts): Done[] {
  const only = (kind: DoneKind): Done[] => [{ kind }];
  switch (step) {
    case 'authentication':
      return only('phone-confirmed');
    case 'onboarding':
      return only('details-saved');
    case 'compliance':
      return facts.taxForm ? [{ kind: 'tax-form-signed', tax_form: facts.taxForm.form }] : [];
    case 'id-verification':
      return only(outcome === 'verified' ? 'identity-confirmed' : 'identity-sent');
    case 'background-check':
      return outcome === 'reported' ? only('background-check-ended') : [];
    case 'manage-payments':
      return facts.paymentsVerified ? only('payments-connected') : [];
    case 'manage-payouts':
      return methodLines(facts);
    case 'pdf-form-fill':
      return only('form-sent');
    // A payout has its own place, and a redirect does nothing for the payee.
    case 'payout':
    case 'redirect':
      return [];
  }
}

function methodLines({ methods, autoPayout }: SummaryFacts): Done[] {
  const method = methods.find(({ is_default }) => is_default) ?? (methods.length === 1 ? methods[0] : null);
  return [
    ...(method ? [{ kind: 'payout-method', method } as const] : []),
    ...(autoPayout && method ? [{ kind: 'auto-payout' } as const] : []),
  ];
}

function openIn(facts: SummaryFacts): OpenKind[] {
  const { completions, methods, taxForm, identityInReview } = facts;
  const awaitsDeposits = completions.some(
    ({ step, outcome }) => step === 'manage-payments' && outcome === 'pending',
  );
  const open: Readonly<Record<OpenKind, boolean>> = {
    'payout-method': methods.length === 0 && completions.some(({ step }) => choosesMethod.includes(step)),
    deposits: awaitsDeposits && !facts.paymentsVerified,
    payout: isPayoutOpen(completions, facts.payout?.status, facts.wallet),
    'tax-check': taxForm?.tin_status === 'pending',
    'tax-mismatch': taxForm?.tin_status === 'mismatched',
    identity: identityInReview,
  };
  return (Object.keys(open) as OpenKind[]).filter((kind) => open[kind]);
}
