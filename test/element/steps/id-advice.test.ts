/** What is said of an ID that was refused: for every reason, kind of document, photo and number of tries. */
import { expect } from '@open-wc/testing';
import {
  documentSides,
  documentTypes,
  documentTypesOf,
  rejectionReasons,
  type ImageSide,
  type RejectionReason,
} from '../../../src/contract/steps/id-documents.ts';
import type { IdVerificationRequirement } from '../../../src/contract/steps/id-verification.ts';
import { idVerification as words } from '../../../src/locales/en/id-verification.ts';
import module from '../../../src/steps/id-verification/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { snapshotAt } from '../../support/snapshots.ts';
import { openWindow } from '../dots-flow/other-window.ts';
import { find, mountOnMock, mountStep, standstill, text } from '../support.ts';

const base = snapshotAt({ at: 'id-verification', steps: ['id-verification'] })
  .current as IdVerificationRequirement;

/** Reasons that are about one photo. Which one, only the verification service knows. */
const ofOnePhoto: readonly RejectionReason[] = ['blurred', 'glare', 'too-dark', 'cut-off'];
const toDo = (reason: RejectionReason) => words[`id-verification.advice.${reason}`].split('.')[0] ?? '';
const labelOf = (type: (typeof documentTypes)[number]) => words[`id-verification.document_type.${type}`];

async function refused(change: Partial<IdVerificationRequirement>) {
  const { element } = await mountStep(module, { ...base, phase: 'rejected', tries_left: 2, ...change });
  return { element, said: text(element) };
}

describe('id-verification, the advice after a refusal', () => {
  for (const document_type of documentTypes)
    for (const country of ['US', 'GB'].filter((code) => documentTypesOf(code).includes(document_type)))
      it(`fits a refused ${document_type} of ${country}, whatever was wrong with it`, async () => {
        for (const rejection of rejectionReasons) {
          const { said } = await refused({ rejection, document: { country, document_type } });
          expect(said, rejection).to.include(words[`id-verification.reason.${rejection}`]);
          expect(said, rejection).to.include(toDo(rejection));
          const [, others = ''] = /Also accepted: ([^.]*)\./.exec(said) ?? [];
          expect(others.split(', ').includes(labelOf(document_type)), rejection).to.equal(false);
          expect(others.includes('ID card') && country === 'GB', rejection).to.equal(false);
          expect(!!others, rejection).to.equal(/^(?:expired|document-not-accepted)$/.test(rejection));
          expect(said, rejection).to.include('All photos are taken again.');
        }
      });

  it('is none when no tries are left: there is nothing to do here', async () => {
    for (const document_type of documentTypes)
      for (const rejection of rejectionReasons) {
        const document = { country: 'US', document_type };
        const { said } = await refused({ phase: 'failed', rejection, tries_left: 0, document });
        expect(said, rejection).to.include(words[`id-verification.reason.${rejection}`]);
        expect(said, rejection).to.include('Write to Acme');
        expect(said, rejection).not.to.include(toDo(rejection));
        expect(said, rejection).not.to.match(/taken again|Also accepted/);
      }
  });

  for (const document_type of documentTypes)
    it(`names the photo of a ${document_type} that was not good`, async () => {
      const document = { country: 'US', document_type };
      const photos: readonly ImageSide[] = [...documentSides[document_type], 'selfie'];
      for (const rejection of ofOnePhoto)
        for (const side of photos) {
          const { said } = await refused({ rejection, document, rejected_side: side });
          const named = photos.filter((one) => said.includes(photoOf(document_type, one)));
          expect(named, `${rejection} ${side}`).to.deep.equal([side]);
        }
    });

  it('says that nobody knows which photo it was, where that is so', async () => {
    const document = { country: 'US', document_type: 'id-card' } as const;
    for (const rejection of rejectionReasons) {
      const { said } = await refused({ rejection, document });
      expect(said.includes('We do not know which'), rejection).to.equal(ofOnePhoto.includes(rejection));
    }
    // What the face is missing from can only be the photo of the face.
    expect((await refused({ rejection: 'no-face', document })).said).to.include('this photo: Your face');
    // A passport has one page, and has no back.
    const passport = { country: 'US', document_type: 'passport' } as const;
    const back = await refused({ rejection: 'blurred', document: passport, rejected_side: 'back' });
    expect(back.said).to.include('We do not know which');
  });

  it('is said again where the document is chosen anew', async () => {
    const document = { country: 'US', document_type: 'id-card' } as const;
    const { element } = await refused({
      phase: 'choose',
      rejection: 'blurred',
      document,
      rejected_side: 'back',
    });
    const said = find(element, '[part="last-time"]').textContent.replace(/\s+/g, ' ');
    expect(said).to.include('Back of your ID card').and.to.include(toDo('blurred'));
    await expect(element).to.be.accessible();
  });

  it('is accessible, and comes from the sandbox’s table', async () => {
    const api = createMockApi(standstill);
    const user_id = api.createUser({ last_name: 'Blurry' });
    const { id } = api.createFlow({ steps: ['id-verification'], user_id });
    const other = await openWindow(api, { flowId: id });
    await other.sendsPictures();
    api.clock.advance(2);
    const { element } = await mountOnMock(module, api, { id });
    expect(text(element)).to.include('A photo was blurred.').and.to.include('Front of your driver’s license');
    await expect(element).to.be.accessible();
  });
});

function photoOf(document_type: (typeof documentTypes)[number], side: ImageSide): string {
  if (side === 'selfie') return words['id-verification.photo.selfie'];
  const captures: Readonly<Record<string, unknown>> = words;
  return String(captures[`id-verification.capture.${document_type}.${side}`]);
}
