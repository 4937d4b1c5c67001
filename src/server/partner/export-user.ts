/** Gathers what is kept of one user, for the payee who asks their partner for it. */
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Flow } from '../../contract/flow.ts';
import type { exportedFile, UserExport } from '../../contract/partner/export.ts';
import type * as z from '../../contract/z.ts';
import {
  allBackgroundChecksOf,
  allDocumentsOf,
  allFlowsOf,
  allIdChecksOf,
  allMatchesOf,
  allNotificationsOf,
  allPapersOf,
  allPaymentMethodsOf,
  allPayoutMethodsOf,
  allReturnsOf,
  allTransfersOf,
} from '../db/all-of-user.ts';
import type { App } from '../db/apps.ts';
import { idUploadsOf } from '../db/id-uploads.ts';
import type { PaperRow } from '../db/papers.ts';
import { customersOfUser } from '../db/payment-customers.ts';
import { batchItemsOfUser } from '../db/payout-batches.ts';
import { allLinkMessagesOf } from '../db/payout-link-messages.ts';
import { allPayoutLinksOf } from '../db/payout-links.ts';
import { taxFormsOf } from '../db/tax-forms.ts';
import { taxUploadsOf } from '../db/tax-uploads.ts';
import type { UserRow } from '../db/users.ts';
import { flowObject } from '../flows/flow-object.ts';
import { getImage } from '../images/image-store.ts';
import { payoutLinkObject } from '../ledger/link-object.ts';
import { transferObjects } from '../ledger/transfer-object.ts';
import { openRecord } from '../papers/chain.ts';
import { matchObjects } from '../screening/object.ts';
import { openAuthorization } from '../payee/background-check/paper.ts';
import { openPerson } from '../payee/background-check/person.ts';
import { openNumbers } from '../payment-methods/account-numbers.ts';
import { statusOf } from '../payment-methods/status.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';
import { openContent, openValues } from '../pdf/document-file.ts';
import type { Deps } from '../ports/deps.ts';
import { taxFormPdf } from '../tax/document/print-form.ts';
import { openUpload } from '../tax/uploads/file.ts';
import { uploadObject } from '../tax/uploads/object.ts';
import { openPaper } from '../tax/uploads/person.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { openAddress, openDateOfBirth } from '../users/sealed-fields.ts';
import { customerObject } from './payment-customers.ts';
import { userObject } from './user-object.ts';

type File = z.infer<typeof exportedFile>;

/**
 * Returns the export as pieces of JSON: everything but the files, and then one file after the other, so that
 * only one of them is in memory. Reads without a lock: what changes meanwhile is in it as it was or as it is.
 */
export async function exportUser(deps: Deps, app: App, user: UserRow): Promise<AsyncIterable<string>> {
  const found = await rowsOf(deps, user);
  // What is wrong here is answered as an error. In the pieces that follow, it ends the answer.
  const first = JSON.stringify(await factsOf(deps, user, found));
  return pieces(first, filesOf(deps, app, found));
}

/** An answer that breaks off is no JSON: its end is missing. */
export function exportAnswer(c: Context, deps: Deps, json: AsyncIterable<string>): Response {
  c.header('content-type', 'application/json');
  c.header('cache-control', 'no-store');
  return stream(
    c,
    async (out) => {
      for await (const piece of json) {
        if (out.aborted) return;
        await out.write(piece);
      }
    },
    async (err) => deps.log.error({ err }, 'an export broke off'),
  );
}

async function* pieces(first: string, files: AsyncIterable<File>): AsyncGenerator<string> {
  yield `${first.slice(0, -1)},"files":[`;
  let comma = '';
  for await (const file of files) {
    yield comma + JSON.stringify(file);
    comma = ',';
  }
  yield ']}';
}

/** The rows that have files. */
async function rowsOf({ db }: Deps, user: UserRow) {
  return {
    taxForms: await taxFormsOf(db, user.id),
    taxUploads: await taxUploadsOf(db, user.id),
    documents: await allDocumentsOf(db, user.id),
    idChecks: await allIdChecksOf(db, user.id),
  };
}
type Found = Awaited<ReturnType<typeof rowsOf>>;

async function* filesOf(
  deps: Deps,
  app: App,
  { taxForms, taxUploads, documents, idChecks }: Found,
): AsyncGenerator<File> {
  const { db } = deps;
  const file = (of: File['of'], id: string, name: string, content_type: string, bytes: Uint8Array): File => ({
    of,
    id,
    name,
    content_type,
    data: Buffer.from(bytes).toString('base64'),
  });
  for (const form of taxForms) {
    const bytes = await taxFormPdf(deps, app, form);
    yield file('tax_form', form.id, `${form.form}-${form.id}.pdf`, 'application/pdf', bytes);
  }
  for (const upload of taxUploads) {
    const bytes = await openUpload(deps, db, upload);
    if (bytes)
      yield file('tax_upload', upload.id, `${upload.form}-${upload.id}.pdf`, 'application/pdf', bytes);
  }
  for (const document of documents) {
    const bytes = await openContent(deps, db, document);
    if (bytes) yield file('document', document.id, document.file_name, 'application/pdf', bytes);
  }
  for (const check of idChecks)
    for (const upload of await idUploadsOf(db, check.id)) {
      const { side, media_type: type } = upload;
      const bytes = type && (await getImage(deps, db, upload));
      if (bytes && type) yield file('identity_check', check.id, `${side}.${type.split('/')[1]}`, type, bytes);
    }
}

async function factsOf(
  deps: Deps,
  user: UserRow,
  { taxForms, taxUploads, documents, idChecks }: Found,
): Promise<Omit<UserExport, 'files'>> {
  const { db } = deps;
  const flows = await allFlowsOf(db, user.id);
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
    tax_uploads: taxUploads.map((upload) => ({
      ...uploadObject(upload),
      person: openPaper(deps, upload),
    })),
    payout_methods: (await allPayoutMethodsOf(db, user.id)).map((method) => ({
      id: method.id,
      created: method.created.toISOString(),
      removed: timeOf(method.removed),
      is_default: method.is_default,
      answers: method.details_sealed.length === 0 ? {} : openMethod(deps, method),
      meta: method.meta ?? null,
    })),
    payment_methods: (await allPaymentMethodsOf(db, user.id)).map((method) => ({
      id: method.id,
      created: method.created.toISOString(),
      removed: timeOf(method.removed),
      status: statusOf(method),
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
    transfers: await transferObjects(db, await allTransfersOf(db, user.id)),
    payout_rows: (await batchItemsOfUser(db, user.id)).map(
      ({ batch_id, created, request, transfer_id, error_code }) => ({
        ...{ batch_id, created: created.toISOString(), request: { ...request }, transfer_id, error_code },
      }),
    ),
    b_notices: user.b_notices.map((notice) => ({ ...notice })),
    screening_matches: await matchObjects(deps, db, await allMatchesOf(db, user.id)),
    signatures: (await allPapersOf(db, user.id)).map((paper) => ({
      ...{ id: paper.id, created: paper.created.toISOString(), kind: paper.kind, of: paper.subject_id },
      record: recordShown(deps, paper),
    })),
    tax_returns: (await allReturnsOf(db, user.id)).map(({ created, ...row }) => ({
      ...{ ...row, created: created.toISOString() },
    })),
    payment_customers: (await customersOfUser(db, user.id)).map((row) => customerObject(deps, row)),
    payout_links: (await allPayoutLinksOf(db, user.id)).map((link) => payoutLinkObject(deps, link)),
    messages: [
      ...(await allNotificationsOf(db, user.id)),
      ...(await allLinkMessagesOf(db, user.id)).map(({ done, text }) => ({ sent: done, text })),
    ].flatMap(({ sent, text }) => (sent && text ? [{ sent: sent.toISOString(), text }] : [])),
  };
}

/** Without what only makes its hash unguessable. */
function recordShown(deps: Deps, paper: PaperRow): Record<string, unknown> {
  const { nonce: _, ...record } = openRecord(deps, paper);
  return record;
}

const timeOf = (date: Date | null): string | null => date?.toISOString() ?? null;

const partOf = ({ id, created, status, steps, metadata }: Flow): UserExport['flows'][number] => ({
  id,
  created,
  status,
  steps,
  metadata: metadata ?? null,
});
