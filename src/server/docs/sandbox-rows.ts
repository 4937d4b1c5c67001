/**
 * What a sandbox plays, in words: the table of `/docs`, and of docs/sandbox.md, which a test compares. The
 * values are those of `contract/sandbox/table.ts`.
 */
import {
  backgroundCheckEndings,
  backgroundCheckPendingMs,
  badAccounts,
  failingAccounts,
  failingAmounts,
  failingEmails,
  identityReviewMs,
  payoutFailsMs,
  payoutMs,
  phoneEndings,
  refusedIdentities,
  returnedAmounts,
  returnedDebits,
  reviewedIdentities,
  sandboxCode,
  screenedNames,
  testBank,
  tinEndings,
  tinPendingMs,
} from '../../contract/sandbox/table.ts';

const quoted = (value: string) => `\`${value}\``;
const listed = (values: readonly string[]) => values.map(quoted).join(', ');
const named = (name: string) => quoted(name.charAt(0).toUpperCase() + name.slice(1));
const cents = (endings: readonly string[]) => listed(endings.map((ending) => `.${ending}`));
const seconds = (ms: number) => `${ms / 1000} s`;

/** What the codes of the table are called here. */
const phoneWords: Readonly<Record<string, string>> = {
  'phone-undeliverable': 'undeliverable',
  'invalid-phone-number-landline': 'landline',
  'invalid-phone-number-voip': 'VoIP',
  'too-many-requests': 'rate limited',
};

const refused = Object.entries(refusedIdentities);
const refusedOnce = refused.filter(([, { tries }]) => tries === 1).map(([name]) => named(name));
const refusedAlways = refused.filter(([, { tries }]) => tries > 1).map(([name]) => named(name));
const debits = Object.entries(returnedDebits);
const debitsThat = (late: boolean) => {
  const found = debits.filter(([, debit]) => debit.late === late);
  return { endings: cents(found.map(([ending]) => ending)), codes: found.map(([, { code }]) => code) };
};
const [failedDebits, lateDebits] = [debitsThat(false), debitsThat(true)];
const [closed = '', unverifiable = ''] = Object.keys(badAccounts);

/** What is typed or sent, and what comes of it. Code stands between backticks. */
export const sandboxRows: readonly (readonly [input: string, effect: string])[] = [
  [`code ${quoted(sandboxCode)}`, 'right; every other is wrong'],
  ['messages to payees who left', 'sent to nobody; `GET /v2/sandbox/messages` lists them'],
  [
    `phone ending ${listed(Object.keys(phoneEndings))}`,
    Object.values(phoneEndings)
      .map((code) => phoneWords[code] ?? code)
      .join(', '),
  ],
  [
    `payout link to such a phone, or to an email ${quoted(`${failingEmails}…`)}`,
    'no message arrives: `delivery_failed`',
  ],
  [
    `SSN or EIN ending ${listed(Object.keys(tinEndings))}`,
    `mismatched; pending, then matched after ${seconds(tinPendingMs)}`,
  ],
  [
    `SSN at background-check ending ${listed(Object.keys(backgroundCheckEndings))}`,
    `${listed(Object.values(backgroundCheckEndings))}, which passes after ${seconds(backgroundCheckPendingMs)}`,
  ],
  [
    `last name ${Object.keys(screenedNames).map(named).join(', ')}, or the word in another name`,
    'flagged for ID verification; in review. Payouts wait as `flagged`; `GET /v2/screening-matches` lists them',
  ],
  [
    `last name ${refusedOnce.join(', ')} / ${refusedAlways.join(', ')} at id-verification`,
    'first try refused, the second good / every try refused',
  ],
  [
    `last name ${reviewedIdentities.map(named).join(', ')} at id-verification`,
    `looked at for ${identityReviewMs / 1000} seconds, then verified`,
  ],
  [
    `routing ${quoted(testBank.routingNumber)}, account \`000123456789\``,
    `a good bank account; ${quoted(closed)} closed, ${quoted(unverifiable)} not verifiable`,
  ],
  ['an account that another user has, too', '`compliance.flags.payout_method`; payouts go on'],
  [
    'bank account abroad (`intl_bank`) of another name',
    'refused as `owner-mismatch`; where a part of it is the payee’s, `compliance.flags.name_mismatch`, and payouts go on',
  ],
  [
    `payout amount ending ${cents(Object.keys(failingAmounts))}, PayPal ${quoted(`${failingAccounts.paypal?.start}…`)}`,
    `fails after ${seconds(payoutFailsMs)}, the money and the fee come back`,
  ],
  [
    `payout to account ${quoted(failingAccounts.ach?.start ?? '')}`,
    `fails after ${seconds(payoutFailsMs)}, because the bank has no such account`,
  ],
  [
    `payout amount ending ${cents(Object.keys(returnedAmounts))}`,
    'arrives, and is sent back by the bank a few seconds later',
  ],
  ['any other payout', `arrives after ${seconds(payoutMs)}`],
  [`payment amount ending ${failedDebits.endings}`, `fails as ${listed(failedDebits.codes)}`],
  [`payment amount ending ${lateDebits.endings}`, `arrives, and comes back as ${listed(lateDebits.codes)}`],
];
