/**
 * `/users/{id}/tax-uploads`: forms that a payee uploaded because Forms W-9, W-8BEN and W-8BEN-E do not fit
 * them. The partner is the withholding agent, who reads and judges them (Treas. Reg. §1.1441-7(b)). The file
 * has whole tax numbers, and takes the scope `tax-numbers`. What is decided changes what is paid out, and
 * takes `money`.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { asOf } from '../../contract/forms/dates.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { approveUploadInput, refuseUploadInput } from '../../contract/partner/tax-uploads.ts';
import type { ApproveUploadInput } from '../../contract/partner/tax-uploads.ts';
import type { SanctionedPlace } from '../../contract/sanctions/places.ts';
import { refuseSanctioned } from '../../contract/sanctions/refuse.ts';
import { taxUploadsOf } from '../db/tax-uploads.ts';
import type { TaxUploadRow } from '../db/tax-uploads.ts';
import { findUser } from '../db/users.ts';
import { idempotent } from '../http/idempotent.ts';
import type { Deps } from '../ports/deps.ts';
import { approveUpload, refuseUpload } from '../tax/uploads/decide.ts';
import type { Named } from '../tax/uploads/decide.ts';
import { openUpload } from '../tax/uploads/file.ts';
import { uploadObject } from '../tax/uploads/object.ts';
import { chargeUser } from '../users/charge.ts';
import { namesOnPaper } from '../screening/names.ts';
import { screenUser } from '../screening/screen.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { pdfAnswer } from './pdf-templates.ts';
import { fieldsOf, idParam, readFields, readObject } from './requests.ts';

export function taxUploadRoutes(deps: Deps): Hono<PartnerEnv> {
  const reads = authenticatePartner(deps, 'users');
  const opens = authenticatePartner(deps, ['users', 'tax-numbers'], 'secret');
  const decides = authenticatePartner(deps, ['users', 'money']);

  const uploadsOf = async (c: Context<PartnerEnv>): Promise<TaxUploadRow[]> => {
    const user = await findUser(deps.db, c.get('partner').id, idParam(c));
    if (!user) throw new ProblemError('no-such-resource');
    return taxUploadsOf(deps.db, user.id);
  };
  const named = (c: Context<PartnerEnv>): Named => ({
    ...{ app: c.get('partner').id, user: idParam(c), upload: idParam(c, 'upload_id') },
    key: c.get('apiKeyId'),
  });

  return new Hono<PartnerEnv>()
    .get('/users/:id/tax-uploads', reads, async (c) =>
      c.json({ data: (await uploadsOf(c)).map(uploadObject), has_more: false }),
    )
    .get('/users/:id/tax-uploads/:upload_id/file', opens, async (c) => {
      const wanted = idParam(c, 'upload_id');
      const upload = (await uploadsOf(c)).find(({ id }) => id === wanted);
      const bytes = upload && (await openUpload(deps, deps.db, upload));
      if (!upload || !bytes) throw new ProblemError('no-such-resource');
      return pdfAnswer(c, bytes, `${upload.form}-${upload.id}.pdf`);
    })
    .post('/users/:id/tax-uploads/:upload_id/approve', decides, async (c) => {
      const body = await readObject(c);
      const input = asOf(deps.clock.now(), () => fieldsOf(c, approveUploadInput, body));
      const doubts = placesOnPaper(input);
      const user = await findUser(deps.db, c.get('partner').id, idParam(c));
      if (user && input.name !== undefined) await chargeUser(deps, 'name on a form', user);
      return idempotent(c, deps, c.get('partner').id, async (tx) => {
        const upload = await approveUpload(deps, tx, named(c), input);
        const payee = await findUser(tx, c.get('partner').id, upload.user_id);
        if (payee) await screenUser(deps, tx, payee, namesOnPaper(upload.form, input), doubts);
        return { status: 200, body: uploadObject(upload) };
      });
    })
    .post('/users/:id/tax-uploads/:upload_id/refuse', decides, async (c) => {
      const { reason } = await readFields(c, refuseUploadInput);
      return idempotent(c, deps, c.get('partner').id, async (tx) => ({
        status: 200,
        body: uploadObject(await refuseUpload(deps, tx, named(c), reason)),
      }));
    });
}

/** @throws ProblemError where nobody may be paid. */
function placesOnPaper({ country, address }: ApproveUploadInput): SanctionedPlace[] {
  const inCountry = country === undefined ? [] : refuseSanctioned([{ country }]);
  const place = { country: country ?? null, ...address, within: 'address.' };
  return address ? refuseSanctioned([place]) : inCountry;
}
