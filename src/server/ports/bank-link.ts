/**
 * Connecting a bank account by signing in at the bank. The payee never types a bank's credentials into our page: a real
 * provider answers `begin` with the address of its own page (`elsewhere`), which opens in a window of its own (no iframe: the
 * payee must see whose page it is), and sends the payee to `returnUrl` afterwards. `question` is for simulations only.
 */
import type { AccountType } from '../../contract/bank/method-inputs.ts';
import type { Institution, LinkFailure } from '../../contract/steps/manage-payments.ts';

export interface LinkedAccount {
  /** Within the link. */
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
  /** Ours; the provider may be called again with the same one and must then go on with the same link. */
  readonly linkId: string;
  readonly institutionId: string;
  /** Where the provider sends the payee's browser when they are done there. */
  readonly returnUrl: string;
  /** BCP 47: what the payee reads. */
  readonly language: string;
}

export interface BankLinkProvider {
  /** No bank is asked; the element says so in so many words. */
  readonly simulated: boolean;
  /** At most ten whose names match; for an empty query those most people look for. */
  search(query: string): Promise<readonly Institution[]>;
  /** Null when there is no such institution (any more). `reference` is the provider's own handle and is kept sealed. */
  begin(subject: LinkSubject): Promise<{
    readonly institution: Institution;
    readonly reference: string;
    readonly state: LinkState;
  } | null>;
  /** Where the link stands now. Asked when the payee is back. */
  look(reference: string): Promise<LinkState>;
  /** Null: the answer is wrong, and another may be given. */
  answer(reference: string, answer: string): Promise<LinkState | null>;
  /** Called once the payee has chosen and agreed; null when the provider has no such account in this link. */
  numbers(
    reference: string,
    accountId: string,
  ): Promise<{ readonly routing_number: string; readonly account_number: string } | null>;
  /** The numbers are known or not wanted any more: gives back what the provider was allowed to see. May be called twice. */
  end(reference: string): Promise<void>;
}
