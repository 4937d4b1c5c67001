import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { pdfAnswer } from '../../../src/server/partner/pdf-templates.ts';

test('the name of a file cannot break out of its header, and the file is not shown in place', async () => {
  const app = new Hono();
  app.get('/', (c) => pdfAnswer(c, Buffer.from('%PDF-'), 'a"; b=\r\n/../ü.pdf'));
  const { headers } = await app.request('/');
  assert.equal(headers.get('content-disposition'), 'attachment; filename="a-b-..-.pdf"');
  assert.equal(headers.get('content-type'), 'application/pdf');
  assert.equal(headers.get('cache-control'), 'no-store');
});
