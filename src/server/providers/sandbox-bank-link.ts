/**
 * Simulated banks to sign in at, and simulated small deposits. `contract/sandbox/table.ts` alone decides how
 * they behave.
 */
import type { Clock } from '../ports/clock.ts';
import { wordsFor } from '../language/words.ts';
import type { BankLinkProvider, LinkState, LinkSubject } from '../ports/bank-link.ts';
import type { MicroDepositSender } from '../ports/micro-deposits.ts';
import {
  depositAmounts,
  returnedDeposits,
  sandboxBankAccounts,
  sandboxBanks,
  sandboxCode,
  testBank,
} from '../../contract/sandbox/table.ts';
import type { SandboxBank } from '../../contract/sandbox/table.ts';

const accounts: LinkState = {
  phase: 'accounts',
  accounts: sandboxBankAccounts.map(({ id, name, account_type, account_number }) => ({
    id,
    name,
    account_type,
    masked: `••• ${account_number.slice(-4)}`,
  })),
};
const bankOf = (id: string): SandboxBank | undefined => sandboxBanks.find((bank) => bank.id === id);

/**
 * A reference names the bank and the link. Whether the payee has agreed on the bank's page is kept in memory,
 * as long as the server runs.
 */
export function createSandboxBankLinks(): BankLinkProvider {
  const agreed = new Map<string, boolean>();

  async function stateOf(
    bank: SandboxBank,
    { linkId, returnUrl, language }: Omit<LinkSubject, 'institutionId'>,
  ): Promise<LinkState> {
    switch (bank.signIn) {
      case 'accounts':
        return accounts;
      case 'question':
        return {
          phase: 'question',
          question: (await wordsFor([language])).t('server.bank.simulated.question'),
        };
      case 'elsewhere':
        return elsewhere(linkId, returnUrl);
      case 'institution-down':
      case 'declined':
      case 'no-accounts':
      case 'locked':
        return { phase: 'failed', failure: bank.signIn };
    }
  }

  function elsewhere(linkId: string, returnUrl: string): LinkState {
    const answer = agreed.get(linkId);
    if (answer !== undefined) return answer ? accounts : { phase: 'failed', failure: 'declined' };
    // The simulated bank's page (`hosted/bank-link.ts`) passes the payee's answer to `answer` and leads back.
    return { phase: 'elsewhere', url: returnUrl.replace(/\/return(?=$|\?)/, '/sandbox') };
  }

  return {
    simulated: true,
    async search(query) {
      const wanted = query.trim().toLowerCase();
      return sandboxBanks
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .map(({ id, name }) => ({ id, name }));
    },
    async begin({ institutionId, ...link }) {
      const bank = bankOf(institutionId);
      if (!bank) return null;
      const reference = JSON.stringify({ bank: bank.id, ...link });
      return {
        institution: { id: bank.id, name: bank.name },
        reference,
        state: await stateOf(bank, link),
      };
    },
    async look(reference) {
      const { bank, ...link } = JSON.parse(reference) as { bank: string } & Omit<
        LinkSubject,
        'institutionId'
      >;
      const known = bankOf(bank);
      return known ? stateOf(known, link) : { phase: 'failed', failure: 'institution-down' };
    },
    async answer(reference, answer) {
      const { linkId } = JSON.parse(reference) as { linkId: string };
      // The simulated bank's page sends its buttons here as well (`hosted/bank-link.ts`).
      if (answer === 'agree' || answer === 'decline') {
        agreed.set(linkId, answer === 'agree');
        return this.look(reference);
      }
      return answer.replace(/\s/g, '') === sandboxCode ? accounts : null;
    },
    async numbers(reference, accountId) {
      const { bank, payee } = JSON.parse(reference) as { bank: string; payee: string };
      const account = sandboxBankAccounts.find(({ id }) => id === accountId);
      return account
        ? {
            routing_number: testBank.routingNumber,
            account_number: account.account_number,
            owners: [bankOf(bank)?.owner ?? payee],
          }
        : null;
    },
    async end() {
      // Nothing was shared.
    },
  };
}

export function createSandboxDeposits(clock: Pick<Clock, 'now'>): MicroDepositSender {
  return {
    newAmounts: () => depositAmounts,
    async send({ account_number }) {
      const reason = Object.hasOwn(returnedDeposits, account_number)
        ? returnedDeposits[account_number]
        : undefined;
      return reason ? { status: 'refused', reason } : { status: 'sent', expected: clock.now() };
    },
  };
}
