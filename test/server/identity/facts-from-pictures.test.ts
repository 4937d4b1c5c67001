import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentType, ImageSide } from '../../../src/contract/steps/id-documents.ts';
import { factsFromPictures } from '../../../src/server/identity/facts-from-pictures.ts';
import type { TextReader } from '../../../src/server/ports/text-reader.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { jpeg } from '../../support/images.ts';

const now = new Date('2026-03-02T09:00:00Z');
const clock = { now: () => now, real: () => now };
const log = createLog('silent', { write: () => {} });

function showing(documentType: DocumentType, country: string) {
  const loaded: ImageSide[] = [];
  const subject = {
    checkId: 'check',
    attempt: 1,
    refusedBefore: 0,
    country,
    documentType,
    firstName: 'Jane',
    lastName: 'Doe',
    dateOfBirth: null,
    async images(sides: readonly ImageSide[] = ['front', 'back', 'selfie']) {
      loaded.push(...sides);
      return sides.map((side) => ({ side, type: 'image/jpeg' as const, bytes: jpeg() }));
    },
  };
  return { subject, loaded };
}

describe('what is read from the pictures', () => {
  it('is read from those alone that may have it, and no other is loaded', async () => {
    const seen = async (type: DocumentType, country: string, readText: TextReader | null) => {
      const { subject, loaded } = showing(type, country);
      await factsFromPictures({ clock, log, readText }, subject);
      return loaded;
    };
    const nothing = async () => [];
    assert.deepEqual(await seen('passport', 'DE', nothing), ['front']);
    assert.deepEqual(await seen('id-card', 'DE', nothing), ['back', 'front']);
    assert.deepEqual(await seen('drivers-license', 'US', nothing), ['back']);
    assert.deepEqual(await seen('passport', 'DE', null), []);
  });

  it('has one time for all of them', async () => {
    const { subject, loaded } = showing('id-card', 'DE');
    const never: TextReader = (_, ended) =>
      new Promise((settle) => {
        const alive = setInterval(() => {}, 1000);
        ended?.addEventListener('abort', () => {
          clearInterval(alive);
          settle([]);
        });
      });
    assert.equal(await factsFromPictures({ clock, log, readText: never }, subject, 10), null);
    assert.deepEqual(loaded, ['back']);
  });
});
