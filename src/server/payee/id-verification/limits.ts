/** A vendor is paid by the try, and pictures fill a disk. The sandbox has neither to fear, and test suites do both a lot. */
import type { Limit } from '../../http/rate-limit.ts';

const day = 24 * 3600;

/** Tries of one payee, over all their flows: a page that makes flows by itself could otherwise begin again for ever. */
export const submissionLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 12,
  windowSeconds: day,
});

/** Pictures begun in one flow. */
export const uploadLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 120,
  windowSeconds: day,
});

/** Links to the phone made in one flow. */
export const handoffLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 40,
  windowSeconds: day,
});

/** A token has 256 random bits; this is against those who would keep the database busy with guessing. */
export const handoffOpenLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 60,
  windowSeconds: 3600,
});
