/**
 * Reads again what was signed, as it was when its link was made. Each kind says itself what belongs to it; a
 * value that changes afterwards, like the verdict about a number, does not.
 */
import { findBackgroundCheck } from '../db/background-checks.ts';
import { findDocument } from '../db/documents.ts';
import type { PaperKind } from '../db/papers.ts';
import { findPaymentMethod } from '../db/payment-methods.ts';
import { findTaxForm } from '../db/tax-forms.ts';
import { authorizationContent } from '../payee/background-check/paper.ts';
import { mandateContent } from '../payment-methods/paper.ts';
import { documentPaper } from '../pdf/paper.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { printedContent, taxFormContent } from '../tax/paper.ts';

export interface Reader extends Pick<Deps, 'vault'> {
  readonly db: Queryable;
}

/** Returns null when the row is gone. Throws when it cannot be opened. */
export const contentsOf = {
  'tax-form': async (deps, id) => {
    const form = await findTaxForm(deps.db, id);
    return form && taxFormContent(deps, form);
  },
  'tax-form-pdf': async (deps, id) => {
    const form = await findTaxForm(deps.db, id);
    return form && printedContent(deps, deps.db, form);
  },
  'background-check': async (deps, id) => {
    const check = await findBackgroundCheck(deps.db, id);
    return check && authorizationContent(deps, check);
  },
  mandate: async (deps, id) => {
    const method = await findPaymentMethod(deps.db, id);
    return method && mandateContent(deps, method);
  },
  document: async (deps, id) => {
    const document = await findDocument(deps.db, id);
    return document && documentPaper(deps, deps.db, document);
  },
} as const satisfies Readonly<
  Record<Exclude<PaperKind, 'erasure'>, (deps: Reader, id: string) => Promise<object | null>>
>;
