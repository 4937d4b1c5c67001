/** The thread for PDFs is another file in the package than in development, and needs no loader there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as inWorker from '../../src/server/pdf/in-worker.ts';
import { simplePdf } from '../support/pdf-forms.ts';

const built = new URL('../../dist/server/pdf/in-worker.js', import.meta.url);

test('the built server reads a PDF in its thread', async () => {
  const { inspectPdf } = (await import(built.href)) as typeof inWorker;
  const inspected = await inspectPdf('app', await simplePdf('Nickname'), new Date('2026-03-02T09:00:00Z'));
  assert.ok(inspected.ok);
  assert.deepEqual(
    inspected.fields.map(({ name }) => name),
    ['Nickname'],
  );
});
