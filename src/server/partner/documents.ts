/** `/flows/{id}/documents`: the documents that the payee confirmed in a flow, as files. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { FlowDocument } from '../../contract/steps/pdf-form-fill.ts';
import { confirmedDocuments } from '../db/documents.ts';
import type { DocumentRow } from '../db/documents.ts';
import { findFlow } from '../db/flows.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../http/problem.ts';
import { openContent } from '../pdf/document-file.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { pdfAnswer } from './pdf-templates.ts';
import { idParam } from './requests.ts';

export function documentRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps);
  return new Hono<PartnerEnv>()
    .get('/flows/:id/documents', partner, async (c) =>
      c.json({ data: (await ofFlow(c, deps)).map(documentObject) }),
    )
    .get('/flows/:id/documents/:document_id', partner, async (c) => {
      const wanted = idParam(c, 'document_id');
      const document = (await ofFlow(c, deps)).find(({ id }) => id === wanted);
      const bytes = document && (await openContent(deps, deps.db, document.id));
      if (!document || !bytes) throw new ProblemError('no-such-resource');
      return pdfAnswer(c, bytes, document.file_name);
    });
}

async function ofFlow(c: Context<PartnerEnv>, deps: Deps): Promise<DocumentRow[]> {
  const flow = await findFlow(deps.db, idParam(c));
  if (flow?.app_id !== c.get('partner').id) throw new ProblemError('no-such-resource');
  return confirmedDocuments(deps.db, flow.id);
}

function documentObject(row: DocumentRow): FlowDocument {
  return {
    id: row.id,
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
