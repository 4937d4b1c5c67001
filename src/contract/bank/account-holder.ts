/**
 * Whose a bank account is. ACH, SEPA and SWIFT files are refused without it. SWIFT and SEPA take an address
 * in parts, with town and country at least, and from November 2026 no other (ISO 20022 `PstlAdr` with `TwnNm`
 * and `Ctry`; Swift, "CBPR+ structured address"; European Payments Council, EPC153-22).
 */
import { codeText, country, optionalText, words } from '../forms/fields.ts';
import * as z from '../z.ts';

const holderTypes = ['person', 'business'] as const;

const part = (max: number) => z.optional(z.nullable(optionalText(max)));

/** An address in parts. Its town and country are what banks want at least. */
const holderAddress = z.object({
  line_1: part(100),
  line_2: part(100),
  city: words(60),
  state: part(60),
  postcode: z.optional(z.nullable(codeText(20))),
  /** ISO 3166-1 alpha-2 code. */
  country,
});

/** The holder of an account, as far as the partner says it. What is left out is known of the payee. */
export const accountHolderInput = z.object({
  /** As the bank has it. */
  name: words(140),
  type: z.optional(z.enum(holderTypes, 'invalid-choice')),
  address: z.optional(z.nullable(holderAddress)),
});
export type AccountHolderInput = z.infer<typeof accountHolderInput>;

/** The holder of an account, as it is shown and as orders have it. */
export const accountHolder = z.object({
  /** As the bank has it. */
  name: z.string(),
  type: z.enum(holderTypes),
  /** Null while neither a tax form nor the partner has told one. */
  address: z.nullable(holderAddress),
});
export type AccountHolder = z.infer<typeof accountHolder>;
