/** Returns a PDF form as the API describes it, for the mock. */
import { PDFDocument } from 'pdf-lib';
import { readFields } from '../../src/server/pdf/read-fields.ts';
import type { MockPdfTemplateInput } from '../../src/testing/index.ts';

export async function templateOf(name: string, file: Buffer): Promise<MockPdfTemplateInput> {
  const pdf = await PDFDocument.load(file);
  return { name, pages: pdf.getPageCount(), fields: await readFields(pdf) };
}
