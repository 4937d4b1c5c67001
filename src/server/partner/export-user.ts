/** Gathers what is kept of one user, for the payee who asks their partner for it. */
import type { Flow } from '../../contract/flow.ts';
import type { exportedFile, UserExport } from '../../contract/partner/export.ts';
import type * as z from '../../contract/z.ts';
import {
  allBackgroundChecksOf,
  allDocumentsOf,
  allFlowsOf,
  allIdChecksOf,
  allNotificationsOf,
  allPaymentMethodsOf,
  allTransfersOf,
} from '../db/all-of-user.ts';
import type { App } from '../db/apps.ts';
import { idUploadsOf } from '../db/id-uploads.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import { taxFormsOf } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import { flowObject } from '../flows/flow-object.ts';
import { getImage } from '../images/image-store.ts';
import { transferObject } from '../ledger/transfer-object.ts';
import { openAuthorization } from '../payee/background-check/authorize.ts';
import { openPerson } from '../payee/background-check/person.ts';
import { openNumbers } from '../payee/manage-payments/account-numbers.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';
import { openContent, openValues } from '../pdf/document-file.ts';
import type { Deps } from '../ports/deps.ts';
import { taxFormPdf } from '../tax/document/print-form.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { openAddress, openDateOfBirth } from '../users/sealed-fields.ts';
import { userObject } from './user-object.ts';

type File = z.infer<typeof exportedFile>;

/** Reads without a lock: what changes meanwhile is in it as it was or as it is. */
export async function exportUser(deps: Deps, app: App, user: UserRow): Promise<UserExport> {
  const { db } = deps;
  const taxForms = await taxFormsOf(db, user.id);
  const documents = await allDocumentsOf(db, user.id);
  const idChecks = await allIdChecksOf(db, user.id);
  const flows = await allFlowsOf(db, user.id);
  const files: File[] = [];
  const add = (of: File['of'], id: string, name: string, content_type: string, bytes: Uint8Array): void =>
    void files.push({ of, id, name, content_type, data: Buffer.from(bytes).toString('base64') });

  for (const form of taxForms)
    add(
      'tax_form',
      form.id,
      `${form.form}-${form.id}.pdf`,
      'application/pdf',
      await taxFormPdf(deps, app, form),
    );
  for (const document of documents) {
    const bytes = await openContent(deps, db, document);
    if (bytes) add('document', document.id, document.file_name, 'application/pdf', bytes);
  }
  for (const check of idChecks)
    for (const upload of await idUploadsOf(db, check.id)) {
      const bytes = upload.media_type && (await getImage(deps, db, upload));
      if (bytes && upload.media_type)
        add(
          'identity_check',
          check.id,
          `${upload.side}.${upload.media_type.split('/')[1]}`,
          upload.media_type,
          bytes,
        );
    }

  return {
    exported: deps.clock.now().toISOString(),
    user: await userObject(deps, db, user),
    date_of_birth: openDateOfBirth(deps, user),
    address: { ...openAddress(deps, user) },
    tax_forms: taxForms.map((form) => ({
      id: form.id,
      created: form.created.toISOString(),
      form: form.form,
      answers: { ...openTaxFields(deps, form) },
    })),
    payout_methods: (await payoutMethodsOf(db, user.id)).map((method) => ({
      id: method.id,
      created: method.created.toISOString(),
      is_default: method.is_default,
      answers: openMethod(deps, method),
    })),
    payment_methods: (await allPaymentMethodsOf(db, user.id)).map((method) => ({
      id: method.id,
      created: method.created.toISOString(),
      removed: timeOf(method.removed),
      status: method.status,
      answers: { ...openNumbers(deps, method) },
      authorization: {
        text: method.mandate_text,
        accepted: method.mandate_accepted.toISOString(),
        revoked: timeOf(method.mandate_revoked),
      },
    })),
    background_checks: (await allBackgroundChecksOf(db, user.id)).map((check) => ({
      id: check.id,
      created: check.created.toISOString(),
      status: check.status,
      answers: { ...openPerson(deps, check) },
      authorization: check.authorization_sealed && { ...openAuthorization(deps, check) },
    })),
    identity_checks: idChecks.map(({ id, created, status, reason, country, document_type }) => ({
      id,
      created: created.toISOString(),
      status,
      reason,
      country,
      document_type,
    })),
    documents: documents.map((document) => ({
      id: document.id,
      created: document.created.toISOString(),
      confirmed: timeOf(document.confirmed),
      file_name: document.file_name,
      answers: openValues(deps, document),
    })),
    flows: flows.map((flow) => partOf(flowObject(flow, deps))),
    transfers: await inOrder(await allTransfersOf(db, user.id), (row) => transferObject(db, row)),
    messages: (await allNotificationsOf(db, user.id)).flatMap(({ sent, text }) =>
      sent && text ? [{ sent: sent.toISOString(), text }] : [],
    ),
    files,
  };
}

const timeOf = (date: Date | null): string | null => date?.toISOString() ?? null;

const partOf = ({ id, created, status, steps, metadata }: Flow): UserExport['flows'][number] => ({
  id,
  created,
  status,
  steps,
  metadata: metadata ?? null,
});

/** One after the other: many queries at once would take every connection. */
async function inOrder<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
