/** A place of birth in the United States. It has a file of its own because the page asks as well. */
import type { UsIndicium } from '../forms/indicia.ts';

/** A town with its country, as people write it. */
const usPlace = /(?:^|[\s,(])(?:u\.?s\.?(?:a\.?)?|united states(?: of america)?)\)?$/i;

/** Returns whether somebody typed a place in the United States: §1.1471-4(c)(5)(iv)(B)(1)(ii). */
export const isUsBirthplace = (place: string | undefined): boolean => usPlace.test((place ?? '').trim());

/** Adds what the form itself says to what was known before. */
export const withBirthplace = (known: readonly UsIndicium[], place: string | undefined): UsIndicium[] =>
  isUsBirthplace(place) ? ['us-birthplace', ...known] : [...known];
