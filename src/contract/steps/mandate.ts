/**
 * What a payee agrees to when they let the partner debit their account. The server writes it, so that what is
 * stored is what was shown: neither a host page's own wording nor a translation can intervene. Whoever
 * changes a word must give it a new version.
 *
 * What it must contain: Nacha Operating Rules, minimum standards for debit authorizations of consumer
 * accounts (Other Authorization Issues Rule, effective 2021-09-17): one or many entries, amount or how it is
 * found, timing, who the receiver is, the account, the date, how to revoke it and in which time; identifiable
 * as an authorization, in terms that can be understood. Regulation E, 12 CFR §1005.10: (b) in writing, signed
 * or similarly authenticated, with a copy to the consumer; (c) stop payment at the bank up to three business
 * days before; (d) notice of a varying amount 10 days before. 15 USC §7001(a): electronic form is enough.
 */
import { wholeName } from '../forms/names.ts';

export interface Mandate {
  readonly version: string;
  /** Paragraphs. */
  readonly text: string[];
}

/** The day on which the words were last changed. A request that agreed to another version is refused. */
const version = '2026-11-29';

/**
 * Returns the mandate for this app and payee. It is English whatever the payee reads, because it is a legal
 * text of one wording.
 */
export function mandateFor(
  app: { readonly name: string },
  user: { readonly first_name: string | null; readonly last_name: string | null } | null,
): Mandate {
  const name = wholeName(user ?? {});
  return {
    version,
    text: [
      `I${name ? `, ${name},` : ''} authorize ${app.name} and its payment provider to debit the bank account given here. They may send electronic debits (ACH), once or repeatedly, from today on. They may credit the account where a debit has to be corrected.`,
      `Each debit is for an amount that I owe ${app.name} or have agreed to pay it. ${app.name} tells me the amount and the date before it debits. If the amount of a regular payment changes, it tells me at least 10 days before.`,
      `This holds until I revoke it. I revoke it by removing the account here, or by writing to ${app.name}. I do so at least three business days before a debit is due. Until then, my bank can also stop a debit for me.`,
      'The account is at a bank in the United States. It is mine, or I may sign for it.',
    ],
  };
}
