/** Everything that is kept of one user, in one file, for the payee who asks for it. */
import * as z from '../z.ts';
import { timestamp, uuid } from '../flow.ts';
import { payoutLink } from '../money/payout-links.ts';
import { transfer } from '../money/transfers.ts';
import { screeningMatch } from './screening.ts';
import { taxReturnForms, taxReturnKinds } from '../money/tax-returns.ts';
import { paymentCustomer } from './payment-customers.ts';
import { taxUpload } from './tax-uploads.ts';
import { user } from './users.ts';

/** What was typed, by the wire names of the fields. Whole: numbers are not masked. */
const answers = z.record(z.string(), z.unknown());
const nullableTime = z.nullable(timestamp);

export const exportedFile = z.object({
  /** The kind of what the file belongs to, and its id in this export. */
  of: z.enum(['tax_form', 'tax_upload', 'document', 'identity_check']),
  id: uuid,
  name: z.string(),
  content_type: z.string(),
  /** Base64. */
  data: z.string(),
});

/**
 * Answer of `GET /users/{id}/export`. The right to it: Regulation (EU) 2016/679 (GDPR), articles 15 and 20;
 * California Civil Code §1798.110. Absent is what is kept as a keyed hash alone, which nobody can read.
 */
export const userExport = z.object({
  exported: timestamp,
  user,
  date_of_birth: z.nullable(z.string()),
  address: z.nullable(answers),
  tax_forms: z.array(z.object({ id: uuid, created: timestamp, form: z.string(), answers })),
  /**
   * Forms that were uploaded; their PDFs are among the files. `person`: whom it is about, as you said when
   * you approved it.
   */
  tax_uploads: z.array(z.extend(taxUpload, { person: z.nullable(answers) })),
  payout_methods: z.array(
    z.object({
      id: uuid,
      created: timestamp,
      removed: nullableTime,
      is_default: z.boolean(),
      /** Empty once the numbers of a removed method are gone. */
      answers,
      /** The partner's own note. */
      meta: z.unknown(),
    }),
  ),
  payment_methods: z.array(
    z.object({
      id: uuid,
      created: timestamp,
      removed: nullableTime,
      status: z.string(),
      answers,
      authorization: z.object({ text: z.array(z.string()), accepted: timestamp, revoked: nullableTime }),
    }),
  ),
  background_checks: z.array(
    z.object({
      id: uuid,
      created: timestamp,
      status: z.string(),
      answers,
      authorization: z.nullable(answers),
    }),
  ),
  identity_checks: z.array(
    z.object({
      id: uuid,
      created: timestamp,
      status: z.string(),
      reason: z.nullable(z.string()),
      country: z.nullable(z.string()),
      document_type: z.nullable(z.string()),
    }),
  ),
  documents: z.array(
    z.object({ id: uuid, created: timestamp, confirmed: nullableTime, file_name: z.string(), answers }),
  ),
  flows: z.array(
    z.object({
      id: uuid,
      created: timestamp,
      status: z.string(),
      steps: z.array(z.unknown()),
      metadata: z.unknown(),
    }),
  ),
  transfers: z.array(transfer),
  /** Rows of payout batches that name the user, also those that were not paid. */
  payout_rows: z.array(
    z.object({
      /** The id of the payout batch. */
      batch_id: uuid,
      created: timestamp,
      /** The row as the partner sent it. */
      request: answers,
      /** The payout that was made of it. */
      transfer_id: z.nullable(uuid),
      /** Why nothing was paid. */
      error_code: z.nullable(z.string()),
    }),
  ),
  /** What the IRS has said of the number, as it is kept. */
  b_notices: z.array(z.record(z.string(), z.unknown())),
  /** What the partner wrote down of the user as a payment customer. */
  payment_customers: z.array(paymentCustomer),
  /** Where a name of the user was on a sanctions list or like one, and what was decided about it. */
  screening_matches: z.array(screeningMatch),
  /** How each paper came to be signed, for as long as the paper is kept. */
  signatures: z.array(
    z.object({
      /** The link of the paper in the chain of all that was signed. */
      id: uuid,
      created: timestamp,
      /** The kind of paper, as `tax-form` or `mandate`. */
      kind: z.string(),
      /** The id of what was signed, in this export. */
      of: uuid,
      /** Who signed, in which session, from which address, and what led to it. */
      record: answers,
    }),
  ),
  /** What was told of the user in information returns: one for each run, form and line. */
  tax_returns: z.array(
    z.object({
      /** The run that made it. */
      id: uuid,
      created: timestamp,
      year: z.int(),
      form: z.enum(taxReturnForms),
      kind: z.enum(taxReturnKinds),
      /** Cents, by the name of the box. */
      boxes: z.record(z.string(), z.number()),
    }),
  ),
  /** Payout links for the payee, and those that they have claimed. */
  payout_links: z.array(payoutLink),
  /** Messages that were sent about late results and payout links. Codes are not kept. */
  messages: z.array(z.object({ sent: timestamp, text: z.string() })),
  files: z.array(exportedFile),
});
export type UserExport = z.infer<typeof userExport>;
