/** Reads a submitted tax form with what this server knows about tax numbers. */
import { parseComplianceInput as parse } from '../../contract/tax/parse-form.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { isAbn, isTaxId, isVatId } from './tax-ids.ts';

/** `year` is the calendar year in which the form is filed. */
export const parseComplianceInput = (raw: unknown, year: number): ComplianceInput =>
  parse(raw, year, { isTaxId, isVatId, isAbn });
