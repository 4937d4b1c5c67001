/** Reads a submitted tax form as of the server's clock. */
import { parseComplianceInput as parse } from '../../contract/tax/parse-form.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { asOf } from '../../contract/forms/dates.ts';

/** `now` is when the form is filed. */
export const parseComplianceInput = (raw: unknown, now: Date): ComplianceInput =>
  asOf(now, () => parse(raw, now.getUTCFullYear()));
