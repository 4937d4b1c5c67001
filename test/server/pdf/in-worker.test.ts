/** Files that keep their reader busy: they end its thread, and nobody else notices. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { fillInWorker, inspectPdf } from '../../../src/server/pdf/in-worker.ts';
import { hostileBySeed, hostilePdfs, rawPdf } from '../../support/hostile-files.ts';
import { basicAuth, createTestServer } from '../support.ts';

const now = new Date('2026-03-02T09:00:00Z');
/** What takes longer here is taken to have no end. */
const soon = () => AbortSignal.timeout(1_000);

/** Every thread that was started here. */
const threads: Worker[] = [];
process.on('worker', (thread: Worker) => void threads.push(thread));

describe('a PDF that was made to break its reader', () => {
  for (const [what, make] of Object.entries(hostilePdfs))
    it(`is refused or read: ${what}`, async () => {
      const inspected = await inspectPdf('app', make(), now, soon);
      if (!inspected.ok) assert.equal(inspected.code, 'pdf-unreadable');
    });

  it('leaves the next one to be read as ever', async () => {
    const next = await inspectPdf('app', rawPdf(), now);
    assert.ok(next.ok);
    assert.deepEqual(
      next.fields.map(({ name }) => name),
      ['Name'],
    );
  });

  it('holds up nobody who fills in a form', async () => {
    const end = new AbortController();
    let isRefused = false;
    const endless = hostilePdfs['reads seven megabytes two thousand times']?.() ?? Buffer.alloc(0);
    const refused = inspectPdf('app', endless, now, () => end.signal).finally(() => (isRefused = true));
    const filling = { fields: [], values: {}, dateFormat: 'YYYY-MM-DD', signature: null, now } as const;
    const { bytes } = await fillInWorker('app', rawPdf(), filling);
    assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-');
    assert.equal(isRefused, false);
    end.abort();
    assert.deepEqual(await refused, { ok: false, code: 'pdf-unreadable' });
  });

  it('holds up another app’s form by one of its own, however many wait', async () => {
    const filling = { fields: [], values: {}, dateFormat: 'YYYY-MM-DD', signature: null, now } as const;
    const endless = hostilePdfs['reads seven megabytes two thousand times']?.() ?? Buffer.alloc(0);
    const order: string[] = [];
    const flood = Array.from({ length: 3 }, () =>
      fillInWorker('flood', endless, filling, () => AbortSignal.timeout(10)).catch((error: unknown) =>
        order.push(error instanceof Error ? error.name : ''),
      ),
    );
    await fillInWorker('other', rawPdf(), filling);
    order.push('other');
    await Promise.all(flood);
    assert.deepEqual(order, ['TooMuch', 'other', 'TooMuch', 'TooMuch']);
  });

  it('is not waited for in a thread that has ended, while it worked or while nobody needed it', async () => {
    const filling = { fields: [], values: {}, dateFormat: 'YYYY-MM-DD', signature: null, now } as const;
    const endThreads = () => Promise.all(threads.splice(0).map((thread) => thread.terminate()));
    await fillInWorker('app', rawPdf(), filling);
    const endless = hostilePdfs['reads seven megabytes two thousand times']?.() ?? Buffer.alloc(0);
    const refused = assert.rejects(
      fillInWorker('app', endless, filling, () => AbortSignal.timeout(60_000)),
      /ended without an answer/,
    );
    await new Promise((resolve) => setImmediate(resolve));
    await endThreads();
    await refused;
    await fillInWorker('app', rawPdf(), filling);
    await endThreads();
    const { bytes } = await fillInWorker('app', rawPdf(), filling, () => AbortSignal.timeout(60_000));
    assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-');
  });

  it('is refused by the call, which answers others meanwhile', async () => {
    const server = await createTestServer();
    const order: string[] = [];
    const uploaded = (async () => {
      const answer = await server.app.request('/api/v2/pdf-templates', {
        method: 'POST',
        headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
        body: new Uint8Array(hostilePdfs['fills the memory with one list']?.() ?? []),
      });
      order.push('upload');
      return answer;
    })();
    const health = await server.app.request('/healthz');
    order.push('health');
    assert.equal(health.status, 200);
    const answer = await uploaded;
    assert.equal(answer.status, 422);
    const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] };
    assert.deepEqual(
      errors.map(({ field, code }) => [field, code]),
      [['file', 'pdf-unreadable']],
    );
    assert.deepEqual(order, ['health', 'upload']);
  });

  it('by any seed is refused or read', async () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const { type, bytes } = hostileBySeed(seed);
      if (type !== 'pdf') continue;
      const inspected = await inspectPdf('app', bytes, now, soon);
      if (!inspected.ok) assert.match(inspected.code, /^pdf-/, `seed ${seed}`);
    }
  });
});
