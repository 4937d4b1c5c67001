/**
 * Connects a bank account by signing in at the bank. The payee never types a bank's credentials into our
 * page. A real provider returns the address of its own page from `begin` (`elsewhere`), and sends the payee
 * to `returnUrl` afterwards. Its page opens in a window of its own and not in an iframe, because the payee
 * must see whose page it is. `question` is for simulations only.
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
  /** Our own id. When the provider is called again with the same one, it must go on with the same link. */
  readonly linkId: string;
  readonly institutionId: string;
  /** The page to which the provider sends the payee's browser when they are done there. */
  readonly returnUrl: string;
  /** BCP 47: what the payee reads. */
  readonly language: string;
  /** The payee's name. A simulated bank names them as the owner; a real one knows better. */
  readonly payee: string;
}

export interface BankLinkProvider {
  /** True when no real bank is involved. The element says so in so many words. */
  readonly simulated: boolean;
  /**
   * Returns at most ten institutions whose names match; for an empty query, those that most people look for.
   */
  search(query: string): Promise<readonly Institution[]>;
  /**
   * Returns null when the institution does not exist (any more). `reference` is the provider's own handle and
   * is stored sealed.
   */
  begin(subject: LinkSubject): Promise<{
    readonly institution: Institution;
    readonly reference: string;
    readonly state: LinkState;
  } | null>;
  /**
   * Returns where the link stands now. It is called when the payee is back. `brought` is the query with
   * which the bank sent the browser to `returnUrl`. It must have a one-time value of the bank's in it, such
   * as the code and state of OAuth: without anything in it nobody came back, and with a wrong one the answer
   * must not be `accounts`. `brought` is absent when the page that began only asks.
   */
  look(reference: string, brought?: string): Promise<LinkState>;
  /** Returns null when the answer is wrong and another may be given. */
  answer(reference: string, answer: string): Promise<LinkState | null>;
  /**
   * Called once the payee has chosen and agreed. Returns null when the provider has no such account in this
   * link.
   */
  numbers(
    reference: string,
    accountId: string,
  ): Promise<{
    readonly routing_number: string;
    readonly account_number: string;
    /** The names of those whose account it is, as the bank has them. Empty when the bank does not tell. */
    readonly owners: readonly string[];
  } | null>;
  /**
   * Called when the numbers are known, or not wanted any more. Gives back what the provider was allowed to
   * see. May be called twice.
   */
  end(reference: string): Promise<void>;
}
