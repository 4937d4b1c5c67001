/**
 * `/users/{id}/tax-forms`: what a payee filed. The partner is the withholding agent, who must hold these
 * forms and show them to the IRS (Treas. Reg. §1.1441-1(e)(4)(iii)). So the PDF has the whole tax number.
 * Lists and everything else show its last digits.
 */
import { Hono } from 'hono';
import type { taxFormObject } from '../../contract/forms/tax-document.ts';
import type * as z from '../../contract/z.ts';
import { taxFormsOf } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { findUser } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { holdsUntil } from '../../contract/tax/form-on-file.ts';
import { taxFormPdf } from '../tax/document/print-form.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam } from './requests.ts';

export function taxFormRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'users');
  /**
   * Returns the forms of one of the app's users, newest first. A deleted user's forms stay in the database
   * and are not served here.
   */
  const formsOf = async (appId: string, userId: string): Promise<TaxFormRow[]> => {
    if (!(await findUser(deps.db, appId, userId))) throw new ProblemError('no-such-resource');
    return taxFormsOf(deps.db, userId);
  };

  return new Hono<PartnerEnv>()
    .get('/users/:id/tax-forms', partner, async (c) => {
      const forms = await formsOf(c.get('partner').id, idParam(c));
      c.header('cache-control', 'no-store');
      return c.json({
        // The newest form is the one that counts, even when it no longer holds.
        data: forms.map((form, index) => formObject(deps, form, index === 0)),
        has_more: false,
      });
    })
    .get('/users/:id/tax-forms/:form_id/pdf', authenticatePartner(deps, 'users', 'secret'), async (c) => {
      const app = c.get('partner');
      const wanted = idParam(c, 'form_id');
      const form = (await formsOf(app.id, idParam(c))).find(({ id }) => id === wanted);
      if (!form) throw new ProblemError('no-such-resource');
      const pdf = await taxFormPdf(deps, app, form);
      return c.body(new Uint8Array(pdf).buffer, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${form.form}-${form.id}.pdf"`,
        'cache-control': 'no-store',
      });
    });
}

function formObject(deps: Deps, form: TaxFormRow, current: boolean): z.infer<typeof taxFormObject> {
  const fields = openTaxFields(deps, form);
  return {
    id: form.id,
    created: form.created.toISOString(),
    form: form.form,
    entity_type: form.entity_type,
    tax_classification:
      'tax_classification' in fields
        ? (fields.tax_classification ?? null)
        : fields.form === 'w9'
          ? 'individual'
          : null,
    subject_to_backup_withholding:
      fields.form === 'w9' ? fields.subject_to_backup_withholding === true : null,
    tax_id_verification: form.tin_status,
    masked_tin: form.tin_last4 ? `••• ${form.tin_last4}` : null,
    holds_until: holdsUntil(form)?.toISOString() ?? null,
    current,
    pdf: `/users/${form.user_id}/tax-forms/${form.id}/pdf`,
  };
}
