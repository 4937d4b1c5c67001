/** Reads a submitted tax form as of the server's clock. */
import { parseComplianceInput as parse } from '../../contract/tax/parse-form.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { KnownOfPayee } from '../../contract/tax/indicia.ts';
import { asOf } from '../../contract/forms/dates.ts';

/** `now` is when the form is filed. `known`: what it has to fit. */
export const parseComplianceInput = (raw: unknown, now: Date, known: KnownOfPayee | null): ComplianceInput =>
  asOf(now, () => parse(raw, now.getUTCFullYear(), known));
