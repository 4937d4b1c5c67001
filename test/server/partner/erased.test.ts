/** After a user was deleted, no column of any table says anything of them but what is kept on purpose. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../src/server/db/sweep.ts';
import { erasePapers } from '../../../src/server/papers/erase.ts';
import { createTestServer } from '../support.ts';
import { leaveTraces, tracesIn } from './traces.ts';

/** Where something stays, why, and when it goes (`contract/partner/kept.ts`, `docs/retention.md`). */
const kept: Readonly<Record<string, string>> = {
  'background_checks.authorization_sealed': '5 years: 15 USC §1681p',
  'background_checks.details_sealed': '5 years: 15 USC §1681p',
  'documents.content_sealed': 'the partner’s, with its flow: what was confirmed is a contract of theirs',
  'documents.values_sealed': 'the same',
  'idempotency_keys.body_sealed': 'a day: whoever repeats a request gets its answer',
  'papers.record_sealed': 'as long as what was signed: 26 CFR §1.1441-1(e)(4)(iv)',
  'payment_methods.details_sealed': '2 years: Nacha Operating Rules, subsection 2.3.2.7',
  'payment_methods.mandate_text': 'the same',
  'screening_lists.names': 'a sandbox’s own list: what the partner typed there',
  'tax_forms.fields_sealed': '5 years: 26 CFR §1.6001-1(e)',
  'tax_forms.pdf_sealed': 'the same',
  'tax_uploads.file_sealed': '5 years, as what is typed',
  'tax_uploads.person_sealed': 'the same',
  'tax_uploads.reason': 'the same',
  'webhook_messages.payload': '90 days: deliveries are repeated, and looked into',
};
/** What has no end: the partner’s own, and who signed it. */
const forEver = [
  ...['documents.content_sealed', 'documents.values_sealed'],
  ...['papers.record_sealed', 'screening_lists.names'],
];
const year = 366 * 24 * 3_600_000;

describe('a user who did everything', () => {
  test('is in no column of any table once they were deleted, but where a law or a day wants it', async () => {
    const server = await createTestServer();
    const id = await leaveTraces(server);
    const before = await tracesIn(server);
    assert.ok(before.includes('screening_matches.name_sealed') && before.length > 30, before.join());
    const answer = await server.asPartner('DELETE', `/v2/users/${id}`);
    assert.equal(answer.status, 200, await answer.clone().text());
    assert.deepEqual(await tracesIn(server), Object.keys(kept).sort());
    server.clock.advance(6 * year);
    await erasePapers(server.deps);
    await sweep(server.db, server.clock.now());
    assert.deepEqual(await tracesIn(server), forEver);
  });
});
