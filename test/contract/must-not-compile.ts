/**
 * What the compiler must refuse in the contract. `tsc -p test` checks this file: each `@ts-expect-error`
 * fails when the line below it compiles.
 */
import type { BankSpec } from '../../src/contract/bank/bank-specs.ts';
import { readCountries } from '../../src/contract/forms/countries.ts';
import { across, digits, text } from '../../src/contract/forms/fields.ts';
import * as z from '../../src/contract/z.ts';

// A code is one of `fieldCatalogue`.
text(10, 'required');
// @ts-expect-error A mistyped code of a field.
text(10, 'requierd');
// @ts-expect-error A mistyped code of a number.
digits('invalid-snn');
// @ts-expect-error A mistyped code of a rule over several fields.
across('email', 'invalid-emial', () => true);
// @ts-expect-error A mistyped code of a type.
z.string('requierd');
// @ts-expect-error A mistyped code of a pattern.
z.regex(/x/, 'invalid-emial');
// @ts-expect-error A mistyped code of a length.
z.maxLength(5, 'too-logn');
// @ts-expect-error A mistyped code of a bound.
z.minimum(5, 'invalid-nubmer');
// @ts-expect-error A mistyped code of a choice.
z.enum(['a', 'b'], 'invalid-chioce');
// @ts-expect-error A mistyped code of a confirmation.
z.literal(true, 'consent-requierd');
// @ts-expect-error A mistyped code of a rule.
z.refine(() => true, 'invalid-stat');
// @ts-expect-error A mistyped code of a rule with options.
z.refine(() => true, { error: 'invalid-stat', path: ['state'] });

// A country is one that exists.
readCountries('AT BE');
// @ts-expect-error A mistyped country.
readCountries('AT BX');

// Exactly one field of a bank account names the account.
declare const [bank, account]: [
  Exclude<BankSpec['fields'][number], { about: 'account' }>,
  Extract<BankSpec['fields'][number], { about: 'account' }>,
];
[bank, account] satisfies BankSpec['fields'];
// @ts-expect-error No field to mask.
[bank, bank] satisfies BankSpec['fields'];
// @ts-expect-error Two fields that claim to be the account.
[account, account] satisfies BankSpec['fields'];
