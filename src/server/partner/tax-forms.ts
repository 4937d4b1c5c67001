/**
 * `/users/{id}/tax-forms`: what a payee filed. The partner is the withholding agent, who must hold these
 * forms and show them to the IRS (Treas. Reg. §1.1441-1(e)(4)(iii)). So the PDF has the whole tax number,
 * and takes the scope `tax-numbers`, as the numbers themselves do. Everything else shows the last digits.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { taxFormsOf } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { findUser } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { describeForm, numbersOf } from '../tax/describe-form.ts';
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
  const formsOf = async (appId: string, userId: string) => {
    const user = await findUser(deps.db, appId, userId);
    if (!user) throw new ProblemError('no-such-resource');
    return { user, forms: await taxFormsOf(deps.db, userId) };
  };
  const oneOf = async (c: Context<PartnerEnv>): Promise<TaxFormRow> => {
    const { forms } = await formsOf(c.get('partner').id, idParam(c));
    const wanted = idParam(c, 'form_id');
    const form = forms.find(({ id }) => id === wanted);
    if (!form) throw new ProblemError('no-such-resource');
    return form;
  };
  const numbers = authenticatePartner(deps, ['users', 'tax-numbers'], 'secret');

  return new Hono<PartnerEnv>()
    .get('/users/:id/tax-forms', partner, async (c) => {
      const { user, forms } = await formsOf(c.get('partner').id, idParam(c));
      c.header('cache-control', 'no-store');
      const data = [];
      // The newest form is the one that counts, even when it no longer holds.
      for (const form of forms) data.push(await describeForm(deps, user, form, form === forms[0]));
      return c.json({ data, has_more: false });
    })
    .get('/users/:id/tax-forms/:form_id/numbers', numbers, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(numbersOf(deps, await oneOf(c)));
    })
    .get('/users/:id/tax-forms/:form_id/pdf', numbers, async (c) => {
      const form = await oneOf(c);
      const pdf = await taxFormPdf(deps, c.get('partner'), form);
      return c.body(new Uint8Array(pdf).buffer, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${form.form}-${form.id}.pdf"`,
        'cache-control': 'no-store',
      });
    });
}
