/** Keeps what was typed beside what could be printed. */
import { AFRelationship } from 'pdf-lib';
import type { PDFDocument } from 'pdf-lib';
import { latinOf } from '../../contract/steps/pdf-answers.ts';
import type { Filling } from './fill.ts';

/** Attaches the answers that the fonts cannot print, as they were typed. Most forms have none. */
export async function attachOriginals(
  pdf: PDFDocument,
  { fields, values, signature, now }: Filling,
): Promise<void> {
  const originals = fields.flatMap(({ id, name, label }) => {
    const printed = values[latinOf(id)];
    return printed === undefined ? [] : [{ field: name, label, typed: values[id], printed }];
  });
  if (signature?.latin !== undefined)
    originals.push({
      field: 'signature',
      label: 'Signature',
      typed: signature.name,
      printed: signature.latin,
    });
  if (originals.length === 0) return;
  await pdf.attach(Buffer.from(JSON.stringify(originals, null, 2)), 'as-typed.json', {
    mimeType: 'application/json',
    description: 'The answers that this document’s fonts lack letters for, as they were typed, in UTF-8',
    creationDate: now,
    modificationDate: now,
    afRelationship: AFRelationship.Source,
  });
}
