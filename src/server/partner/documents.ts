/**
 * `/flows/{id}/documents`: the documents that the payee confirmed in a flow, as files. Drafts are the payee's
 * own and are not listed.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { FlowDocument } from '../../contract/steps/pdf-form-fill.ts';
import { confirmedDocuments } from '../db/documents.ts';
import type { DocumentRow } from '../db/documents.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { openContent } from '../pdf/document-file.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { ownFlow } from './own-flow.ts';
import { pdfAnswer } from './pdf-templates.ts';
import { idParam } from './requests.ts';

export function documentRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'flows', 'secret');
  return new Hono<PartnerEnv>()
    .get('/flows/:id/documents', partner, async (c) =>
      c.json({ data: (await documentsOf(c, deps)).map(documentObject) }),
    )
    .get('/flows/:id/documents/:document_id', partner, async (c) => {
      // The document is looked for in the flow's own list, so an id of another app's document is answered
      // like one that does not exist.
      const wanted = idParam(c, 'document_id');
      const document = (await documentsOf(c, deps)).find(({ id }) => id === wanted);
      const bytes = document && (await openContent(deps, deps.db, document));
      if (!document || !bytes) throw new ProblemError('no-such-resource');
      return pdfAnswer(c, bytes, document.file_name);
    });
}

/** Returns the confirmed documents of a flow of this app. */
async function documentsOf(c: Context<PartnerEnv>, deps: Deps): Promise<DocumentRow[]> {
  const flow = await ownFlow(c, deps);
  isAbout(c, [flow.user_id]);
  return confirmedDocuments(deps.db, flow.id);
}

function documentObject(row: DocumentRow): FlowDocument {
  return {
    id: row.id,
    // The partner counts from the moment at which the payee confirmed it. A draft may be hours older.
    created: (row.confirmed ?? row.created).toISOString(),
    flow_id: row.flow_id,
    user_id: row.user_id,
    step: row.step,
    template_id: row.template_id,
    file_name: row.file_name,
    content_type: 'application/pdf',
    size: row.size,
    sha256: row.sha256,
  };
}
