/** `manage-payments` in the mock: US bank accounts that the partner may debit. */
import { isAmong } from '../../../contract/forms/countries.ts';
import { usPlaces } from '../../../contract/forms/us-places.ts';
import { maskNumber } from '../../../contract/bank/method-details.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { bankNameOf, bankRefusal } from '../../../contract/sandbox/answers.ts';
import {
  depositAmounts,
  returnedDeposits,
  sandboxBankAccounts,
  testBank,
} from '../../../contract/sandbox/table.ts';
import { mandateFor } from '../../../contract/steps/mandate.ts';
import {
  confirmDepositsInput,
  depositCents,
  linkedPaymentMethod,
  manualPaymentMethod,
} from '../../../contract/steps/manage-payments.ts';
import type { RequirementOf, StepOutcome } from '../../../contract/steps/session.ts';
import { countryOf } from '../facts.ts';
import { newId } from '../ids.ts';
import { assertCurrent, completeStep, endStep, owesDeposits } from '../progress.ts';
import { appName, isButtonHidden, type MockContext, type MockStep, type Submission } from '../step.ts';
import type { MockFlow, MockPaymentMethod, MockUser, World } from '../world.ts';
import { bankLinkRoutes, institutions, isOthers } from './bank-link.ts';

const depositTries = 3;

export const managePayments: MockStep<'manage-payments'> = {
  requirement: ({ flow, session }) => ({
    ...requirementOf(flow),
    hide_continue_button: owesDeposits(flow, session) || isButtonHidden(flow, 'manage-payments'),
  }),
  submissions: {
    ...bankLinkRoutes(change),
    'POST /session/payment-methods'(context, request) {
      const source = (request.body as { source?: unknown } | null)?.source;
      if (source !== 'manual' && source !== 'link')
        throw fieldError('source', source === undefined ? 'required' : 'invalid-choice');
      change(source === 'manual' ? addTyped : addLinked)(context, request);
    },
    'DELETE /session/payment-methods/:id': change(({ user }, { params }) => {
      const method = methodOf(user, params['id']);
      user.paymentMethods.splice(user.paymentMethods.indexOf(method), 1);
      settleDefault(user);
    }),
    'PUT /session/payment-methods/:id/default': change(({ user }, { params }) => {
      const chosen = methodOf(user, params['id']);
      if (chosen.status !== 'verified') throw new ProblemError('payment-method-unverified');
      for (const method of user.paymentMethods) method.is_default = method === chosen;
    }),
    'POST /session/payment-methods/:id/deposits': change(({ user }, { params, body }) => {
      const method = methodOf(user, params['id']);
      const { amount_1, amount_2 } = parseInput(confirmDepositsInput, body);
      if (!method.deposits) throw new ProblemError('no-deposits');
      if (sorted([depositCents(amount_1), depositCents(amount_2)]) === sorted(depositAmounts)) {
        method.status = 'verified';
        method.deposits = null;
        settleDefault(user);
        return;
      }
      method.deposits.tries_left -= 1;
      if (method.deposits.tries_left > 0) return;
      Object.assign(method, { status: 'failed', failure: 'wrong-deposit-amounts', deposits: null });
    }),
    'POST /session/manage-payments'(context) {
      assertCurrent(context, 'manage-payments');
      const methods = context.flow.user?.paymentMethods ?? [];
      endStep(context, 'manage-payments', outcomeOf(methods));
    },
  },
  questions: { 'GET /session/institutions': (_context, { query }) => institutions(query) },
  isAwaited: ({ flow }) =>
    flow.bankLink?.phase === 'elsewhere' ||
    (flow.user?.paymentMethods ?? []).some(({ status }) => status === 'pending'),
};

function requirementOf(flow: MockFlow): RequirementOf<'manage-payments'> {
  const { user } = flow;
  return {
    step: 'manage-payments',
    hide_continue_button: isButtonHidden(flow, 'manage-payments'),
    methods: (user?.paymentMethods ?? []).map(({ identity: _, ...method }) => structuredClone(method)),
    in_us: isAmong(usPlaces, countryOf(user) ?? 'US'),
    linking: true,
    link: flow.bankLink && structuredClone(flow.bankLink),
    mandate: mandateFor({ name: appName }, user),
  };
}

/** What a change works on: the payee is known. */
export interface PaymentContext extends MockContext {
  readonly user: MockUser;
}
export type PaymentWork = (context: PaymentContext, request: Parameters<Submission>[1]) => void;

/** Returns work that may only be done at this step, by a payee who is known. */
function change(work: PaymentWork): Submission {
  return (context, request) => {
    assertCurrent(context, 'manage-payments');
    const { user } = context.flow;
    if (!user) throw new ProblemError('user-info-missing');
    work({ ...context, user }, request);
    finishWhenParked(context.world, context.flow);
  };
}

/** Without a continue button the first account that is connected or on its way says "done". */
function finishWhenParked(world: World, flow: MockFlow): void {
  const outcome = outcomeOf(flow.user?.paymentMethods ?? []);
  const isActive = activeStep(flow.plan)?.name === 'manage-payments';
  if (isActive && isButtonHidden(flow, 'manage-payments') && outcome !== 'none')
    completeStep(world, flow, 'manage-payments', outcome);
}

function outcomeOf(methods: readonly MockPaymentMethod[]): StepOutcome {
  if (methods.some(({ status }) => status === 'verified')) return 'connected';
  return methods.some(({ status }) => status !== 'failed') ? 'pending' : 'none';
}

/** An account by its numbers can be debited once the payee has confirmed two small deposits. */
const addTyped: PaymentWork = (context, { body }) => {
  const input = parseInput(manualPaymentMethod, body);
  const method = add(context, 'account_number', {
    ...input,
    bankName: bankNameOf(input.routing_number),
    version: input.mandate_version,
  });
  const { world, flow } = context;
  world.later(0, () => {
    const failure = returnedDeposits[input.account_number];
    if (failure) Object.assign(method, { status: 'failed', failure });
    else {
      method.status = 'sent';
      method.deposits = { expected: world.now().toISOString(), tries_left: depositTries };
    }
    world.changed(flow);
  });
};

/** An account that the bank named is the payee's, so it may be debited at once. */
const addLinked: PaymentWork = (context, { body }) => {
  const { account_id, mandate_version: version } = parseInput(linkedPaymentMethod, body);
  const { flow, user } = context;
  if (flow.bankLink?.phase !== 'accounts') throw new ProblemError('no-bank-link');
  const chosen = sandboxBankAccounts.find(({ id }) => id === account_id);
  if (!chosen) throw fieldError('account_id', 'invalid-choice');
  if (isOthers(flow.bankLink)) throw fieldError('account_id', 'owner-mismatch');
  const { routingNumber: routing_number } = testBank;
  add(context, 'account_id', {
    ...chosen,
    routing_number,
    bankName: flow.bankLink.institution.name,
    version,
  });
  settleDefault(user);
  flow.bankLink = null;
};

interface NewAccount {
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: MockPaymentMethod['account_type'];
  readonly bankName: string | null;
  /** Of the mandate that was on screen. */
  readonly version: string;
}

function add(
  { world, user }: PaymentContext,
  field: 'account_number' | 'account_id',
  account: NewAccount,
): MockPaymentMethod {
  const mandate = mandateFor({ name: appName }, user);
  if (account.version !== mandate.version) throw new ProblemError('mandate-changed');
  const refused = bankRefusal(account.account_number);
  if (refused) throw fieldError(field, refused);
  const linked = field === 'account_id';
  const identity = `${account.routing_number} ${account.account_number}`;
  const twin = user.paymentMethods.find((method) => method.identity === identity);
  const replaces = twin && (twin.status === 'failed' || (linked && twin.status !== 'verified'));
  if (twin && !replaces)
    throw new ProblemError('payment-method-exists', {
      errors: [fieldProblem(field, 'payment-method-exists')],
    });
  if (twin) user.paymentMethods.splice(user.paymentMethods.indexOf(twin), 1);
  const method: MockPaymentMethod = {
    id: newId(),
    masked: maskNumber(account.account_number),
    bank_name: account.bankName,
    account_type: account.account_type,
    status: linked ? 'verified' : 'pending',
    failure: null,
    is_default: false,
    deposits: null,
    mandate: { ...mandate, accepted: world.now().toISOString() },
    identity,
  };
  user.paymentMethods.push(method);
  return method;
}

/** An account becomes the default when it is the only choice. */
function settleDefault(user: MockUser): void {
  const [only, ...more] = user.paymentMethods.filter(({ status }) => status === 'verified');
  if (only && more.length === 0) only.is_default = true;
}

function methodOf(user: MockUser, id: string | undefined): MockPaymentMethod {
  const method = user.paymentMethods.find((one) => one.id === id);
  if (!method) throw new ProblemError('no-such-resource');
  return method;
}

const sorted = (amounts: readonly (number | null)[]): string =>
  [...amounts].sort((one, other) => Number(one) - Number(other)).join();
