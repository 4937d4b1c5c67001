/**
 * Reads from the pictures what can be read without a vendor: the barcode of a US or Canadian card, and the
 * machine-readable zone of other documents.
 */
import type { DocumentType, ImageSide } from '../../contract/steps/id-documents.ts';
import type { Deps } from '../ports/deps.ts';
import { takeApart } from '../images/clean-image.ts';
import type { DocumentFacts, IdentityImage, IdentitySubject } from '../ports/id-verification.ts';
import { parseAamva } from './aamva.ts';
import { readBarcode } from './barcode.ts';
import { findMrz } from './mrz.ts';

const withBarcode: readonly string[] = ['US', 'CA'];

/**
 * Where the zone is: on the page of a passport, on the back of an ID card, on the front of the larger cards
 * of some states.
 */
const sidesWithZone: Readonly<Record<DocumentType, readonly ImageSide[]>> = {
  passport: ['front'],
  'id-card': ['back', 'front'],
  'drivers-license': [],
};

/**
 * Pixels. Each takes some bytes, and most of a microsecond to read. The element sends at most 5.8 million;
 * cameras make 12.
 */
const maximumReadPixels = 16_000_000;

/**
 * Together with the 30 s that a vendor gets (`providers/http-id-verification.ts`) this stays below the time
 * after which a job is given to another process (`jobs/boss-jobs.ts`).
 */
const readingMs = 25_000;

/** Returns null when there is no barcode or zone, or it cannot be read. Then only the vendor can tell. */
export async function factsFromPictures(
  deps: Pick<Deps, 'clock' | 'log' | 'readText'>,
  subject: IdentitySubject,
  withinMs = readingMs,
): Promise<DocumentFacts | null> {
  const ended = AbortSignal.timeout(withinMs);
  const tryTo = (what: string, read: () => Promise<DocumentFacts | null>) =>
    read().catch((err: unknown) => {
      deps.log.warn({ err }, `the ${what} reader failed`);
      return null;
    });
  return (
    (await tryTo('barcode', () => barcodeOf(subject, ended))) ??
    (await tryTo('text', () => zoneOf(deps, subject, ended)))
  );
}

async function barcodeOf(subject: IdentitySubject, ended: AbortSignal): Promise<DocumentFacts | null> {
  if (subject.documentType === 'passport' || !withBarcode.includes(subject.country)) return null;
  const back = await imageOf(subject, 'back');
  if (!back || pixelsOf(back) > maximumReadPixels) return null;
  const text = await readBarcode(back.bytes, ended);
  return text === null ? null : parseAamva(text);
}

async function zoneOf(
  { clock, readText }: Pick<Deps, 'clock' | 'readText'>,
  subject: IdentitySubject,
  ended: AbortSignal,
): Promise<DocumentFacts | null> {
  if (!readText) return null;
  for (const side of sidesWithZone[subject.documentType]) {
    if (ended.aborted) return null;
    const image = await imageOf(subject, side);
    if (!image || pixelsOf(image) > maximumReadPixels) continue;
    const text = await readText(image.bytes, ended);
    // A server that has no time for this picture has none for the next one.
    if (text === null) return null;
    const facts = await findMrz(text, clock.now(), subject.dateOfBirth ?? undefined);
    if (facts) return facts;
  }
  return null;
}

/** Pictures are loaded one at a time, because most are never read. */
const imageOf = async (subject: IdentitySubject, side: ImageSide): Promise<IdentityImage | undefined> =>
  (await subject.images([side])).find((image) => image.side === side);

function pixelsOf({ bytes }: IdentityImage): number {
  const clean = takeApart(Buffer.from(bytes));
  return clean.ok ? clean.image.width * clean.image.height : Infinity;
}
