/**
 * A vendor charges for each try, and pictures fill a disk. The sandbox need not fear either, and test suites
 * do both often.
 */
import type { Limit } from '../../http/rate-limit.ts';

const day = 24 * 3600;

/**
 * Tries of one payee over all their flows. Otherwise a page that makes flows by itself could begin again for
 * ever.
 */
export const submissionLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 12,
  windowSeconds: day,
});

/** Uploads begun in one flow. */
export const uploadLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 120,
  windowSeconds: day,
});

/** Links to the phone made in one flow. */
export const handoffLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 40,
  windowSeconds: day,
});

/** A token has 256 random bits. This limit stops those who would keep the database busy with guessing. */
export const handoffOpenLimit = (sandbox: boolean): Limit => ({
  points: sandbox ? 10_000 : 60,
  windowSeconds: 3600,
});
