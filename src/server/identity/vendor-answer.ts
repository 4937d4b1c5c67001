/**
 * What a vendor's system says about a check, in the answer to our request or in its callback. Everything but
 * `status` may be missing.
 */
import { imageSides, rejectionReasons } from '../../contract/steps/id-documents.ts';
import * as z from '../../contract/z.ts';
import type { DocumentFacts, IdentityAnswer } from '../ports/id-verification.ts';
import { parseMrzLines } from './mrz.ts';

const text = z.optional(z.nullable(z.string().check(z.maxLength(200))));
const date = z.optional(z.nullable(z.iso.date()));

export const vendorAnswer = z.object({
  /**
   * `processing`: a machine looks at it. `in_review`: a person does. In both cases the verdict comes by
   * callback.
   */
  status: z.enum(['processing', 'in_review', 'verified', 'rejected'], 'invalid-choice'),
  /** With `rejected`. */
  reason: z.optional(z.nullable(z.enum(rejectionReasons, 'invalid-choice'))),
  /** With `rejected`: whose picture is to blame, when it is one of them. The payee is told. */
  side: z.optional(z.nullable(z.enum(imageSides, 'invalid-choice'))),
  /** The provider's own id of the case. */
  reference: text,
  /** What the provider read from the document. It is compared with what the payee said, and not stored. */
  document: z.optional(
    z.nullable(
      z.object({
        first_name: text,
        last_name: text,
        date_of_birth: date,
        expires: date,
        /** Lines of the machine-readable zone (ICAO Doc 9303), top to bottom. */
        mrz: z.optional(z.nullable(z.array(z.string().check(z.maxLength(50))).check(z.maxLength(3)))),
      }),
    ),
  ),
});
export type VendorAnswer = z.infer<typeof vendorAnswer>;

/** The body of the callback. */
export const vendorCallback = z.object({ check_id: z.uuid('invalid-uuid'), ...vendorAnswer.shape });

export async function readVendorAnswer(answer: VendorAnswer, now: Date): Promise<IdentityAnswer> {
  const reference = answer.reference ?? undefined;
  switch (answer.status) {
    case 'processing':
    case 'in_review':
      return { status: 'waiting', manual: answer.status === 'in_review', retryInMs: null, reference };
    case 'rejected':
      return {
        status: 'rejected',
        reason: answer.reason ?? 'not-confirmed',
        side: answer.side ?? undefined,
      };
    case 'verified':
      return { status: 'verified', facts: await factsOf(answer.document ?? {}, now) };
  }
}

/**
 * The zone has check digits and the text beside it has none, so the zone is believed where both say
 * something.
 */
async function factsOf(document: NonNullable<VendorAnswer['document']>, now: Date): Promise<DocumentFacts> {
  const zone = document.mrz?.length
    ? await parseMrzLines(document.mrz, now, document.date_of_birth ?? undefined)
    : null;
  return {
    firstName: zone?.firstName ?? document.first_name ?? undefined,
    lastName: zone?.lastName ?? document.last_name ?? undefined,
    dateOfBirth: zone?.dateOfBirth ?? document.date_of_birth ?? undefined,
    expires: zone?.expires ?? document.expires ?? undefined,
  };
}
