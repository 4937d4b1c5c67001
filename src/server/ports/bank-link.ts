/**
 * Connects a bank account by having the payee sign in at the bank. The payee never types a bank's credentials
 * into our page. A real provider returns the address of its own page from `begin` (`elsewhere`). That page
 * opens in a window of its own, not in an iframe, because the payee must see whose page it is. It sends the
 * payee to `returnUrl` afterwards. `question` is for simulations only.
 */
import type { AccountType } from '../../contract/bank/method-inputs.ts';
import type { Institution, LinkFailure } from '../../contract/steps/manage-payments.ts';

export interface LinkedAccount {
  /** Unique within the link. */
  readonly id: string;
  readonly name: string;
  /** The last digits, as the bank shows them: `••• 6789`. */
  readonly masked: string;
  readonly account_type: AccountType;
}

export type LinkState =
  | { readonly phase: 'elsewhere'; readonly url: string }
  | { readonly phase: 'question'; readonly question: string }
  | { readonly phase: 'accounts'; readonly accounts: readonly LinkedAccount[] }
  | { readonly phase: 'failed'; readonly failure: LinkFailure };

export interface LinkSubject {
  /** Our id of the link. A provider that is called again with the same id must continue the same link. */
  readonly linkId: string;
  readonly institutionId: string;
  /** The page to which the provider sends the payee's browser when they are done there. */
  readonly returnUrl: string;
}

export interface BankLinkProvider {
  /** True when no real bank is asked; the element tells the payee so. */
  readonly simulated: boolean;
  /**
   * Returns at most ten institutions whose names match. For an empty query it returns those most people look
   * for.
   */
  search(query: string): Promise<readonly Institution[]>;
  /**
   * Returns null when there is no such institution (any more). `reference` is the provider's own handle and
   * is stored sealed.
   */
  begin(subject: LinkSubject): Promise<{
    readonly institution: Institution;
    readonly reference: string;
    readonly state: LinkState;
  } | null>;
  /** Returns where the link stands now. It is called when the payee has come back. */
  look(reference: string): Promise<LinkState>;
  /** Returns null when the answer is wrong; another may be given. */
  answer(reference: string, answer: string): Promise<LinkState | null>;
  /**
   * Returns the numbers of an account, or null when the provider has no such account in this link. It is
   * called only after the payee has chosen the account and agreed.
   */
  numbers(
    reference: string,
    accountId: string,
  ): Promise<{ readonly routing_number: string; readonly account_number: string } | null>;
  /**
   * Gives back the provider's access, because the numbers are known or no longer wanted. It may be called
   * twice.
   */
  end(reference: string): Promise<void>;
}
