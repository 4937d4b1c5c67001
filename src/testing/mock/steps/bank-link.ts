/** Signing in at one of the sandbox's banks. None of them exists. */
import { parseInput } from '../../../contract/input/input.ts';
import { fieldError, ProblemError } from '../../../contract/input/problem-error.ts';
import {
  sandboxBankAccounts,
  sandboxBanks,
  sandboxCode,
  type SandboxBank,
} from '../../../contract/sandbox/table.ts';
import {
  beginLinkInput,
  linkAnswerInput,
  lookAtLinkInput,
  type BankLink,
} from '../../../contract/steps/manage-payments.ts';
import { server as words } from '../../../locales/en/server.ts';
import { newId } from '../ids.ts';
import type { Submission } from '../step.ts';
import type { PaymentWork } from './manage-payments.ts';

const banks: readonly SandboxBank[] = sandboxBanks;
/** Nothing is there: the mock has no hosted page. */
const origin = 'https://pay.example';

/** Returns the banks whose name has these letters. */
export const institutions = (query: URLSearchParams) => {
  const wanted = (query.get('q') ?? '').trim().toLowerCase();
  const found = banks.filter(({ name }) => name.toLowerCase().includes(wanted));
  return { institutions: found.map(({ id, name }) => ({ id, name })) };
};

/** Whether the accounts there are somebody else's. */
export const isOthers = ({ institution }: BankLink): boolean =>
  banks.some(({ id, owner }) => id === institution.id && owner !== undefined);

/** `change` makes a submission of work that may only be done at `manage-payments`. */
export const bankLinkRoutes = (change: (work: PaymentWork) => Submission): Record<string, Submission> => ({
  'POST /session/bank-link': change(({ flow }, { body }) => {
    const { institution_id } = parseInput(beginLinkInput, body);
    const bank = banks.find(({ id }) => id === institution_id);
    if (!bank) throw fieldError('institution_id', 'invalid-choice');
    flow.bankLink = begun(bank);
  }),
  'POST /session/bank-link/answer': change(({ flow }, { body }) => {
    const { answer } = parseInput(linkAnswerInput, body);
    const link = flow.bankLink;
    if (link?.phase !== 'question') throw new ProblemError('no-bank-link');
    if (answer.replace(/\s/g, '') !== sandboxCode) throw fieldError('answer', 'wrong-answer');
    flow.bankLink = agreed(link);
  }),
  // Nobody was at another page: whoever says the code is taken to have agreed there.
  'POST /session/bank-link/look': change(({ flow }, { body }) => {
    const { bank_code: code } = parseInput(lookAtLinkInput, body);
    if (!flow.bankLink) throw new ProblemError('no-bank-link');
    if (code === undefined || flow.bankLink.phase === 'accounts') return;
    if (code !== sandboxCode || flow.bankLink.phase !== 'elsewhere')
      throw fieldError('bank_code', 'wrong-code');
    flow.bankLink = agreed(flow.bankLink);
  }),
  'DELETE /session/bank-link': change(({ flow }) => {
    flow.bankLink = null;
  }),
});

function begun({ id, name, signIn }: SandboxBank): BankLink {
  const link: BankLink = {
    institution: { id, name },
    phase: 'failed',
    url: null,
    question: null,
    accounts: [],
    failure: null,
    simulated: true,
  };
  switch (signIn) {
    case 'accounts':
      return agreed(link);
    case 'question':
      return { ...link, phase: 'question', question: words['server.bank.simulated.question'] };
    case 'elsewhere':
      return {
        ...link,
        phase: 'elsewhere',
        url: `${origin}/bank-link/${newId()}/sandbox?lang=en`,
        returns_to: origin,
      };
    case 'institution-down':
    case 'declined':
    case 'no-accounts':
    case 'locked':
      return { ...link, failure: signIn };
  }
}

const agreed = ({ returns_to: _, ...link }: BankLink): BankLink => ({
  ...link,
  phase: 'accounts',
  url: null,
  question: null,
  accounts: sandboxBankAccounts.map(({ id, name, account_type, account_number }) => ({
    id,
    name,
    masked: `••• ${account_number.slice(-4)}`,
    account_type,
  })),
});
