/**
 * Machine-readable zones (ICAO Doc 9303), from lines that a vendor read or from all the text of a picture.
 * What a zone says is believed only as far as its own check digits agree.
 */
import type { ParseResult } from 'mrz';
import { asOf, isAdultEnough, isPast, isRecent } from '../../contract/forms/dates.ts';
import type { DocumentFacts } from '../ports/id-verification.ts';

/**
 * Returns null when the lines are not a machine-readable zone. Throws when the optional package `mrz` is not
 * installed. `born` is the holder's date of birth (`YYYY-MM-DD`) where one is known: a zone has no centuries.
 */
export async function parseMrzLines(
  lines: readonly string[],
  now: Date,
  born?: string,
): Promise<DocumentFacts | null> {
  const { parse } = await import('mrz');
  try {
    return factsOf(parse([...lines]), now, born);
  } catch {
    return null;
  }
}

/**
 * How many lines a zone has and how many letters each (ICAO Doc 9303-4, -5 and -6): a passport, a card, a
 * larger card.
 */
const formats = { TD3: [2, 44], TD1: [3, 30], TD2: [2, 36] } as const;

/**
 * Each try takes a third of a millisecond, in which the server answers nobody. A line of about the right
 * length may be meant in 5 ways, so a zone of three lines in 125.
 */
const maximumTries = 300;

/**
 * Finds the zone among lines of text that a machine read from a picture. It is the lowest one whose check
 * digits all hold, so a misread zone does not count. A zone is the last thing on its page: on a page full of
 * text only the lowest lines are tried. Names have no check digit.
 *
 * Returns null when there is no zone. Throws when the optional package `mrz` is not installed.
 */
export async function findMrz(
  text: readonly string[],
  now: Date,
  born?: string,
): Promise<DocumentFacts | null> {
  const { parse } = await import('mrz');
  const written = text.map((line) => line.replace(/\s/g, '')).filter((line) => line !== '');
  let tries = 0;
  for (const { format, lines } of candidates(written)) {
    if (tries === maximumTries) return null;
    tries += 1;
    // `autocorrect` replaces letters that look like digits where only digits can stand, and the other way
    // round.
    const result = parse(lines, { autocorrect: true });
    const digits = result.details.filter(({ field }) => field?.endsWith('CheckDigit'));
    if (result.format === format && digits.every(({ valid }) => valid))
      return { ...factsOf(result, now, born), namesMayBeMisread: true };
  }
  return null;
}

/** Yields what may be a zone, from the bottom up. */
function* candidates(
  written: readonly string[],
): Generator<{ readonly format: string; readonly lines: string[] }> {
  for (let end = written.length; end > 0; end -= 1)
    for (const [format, [count, width]] of Object.entries(formats)) {
      if (count > end) continue;
      const ways = written.slice(end - count, end).map((line) => fitted(line, width));
      for (const lines of combined(ways)) yield { format, lines };
    }
}

/** By how many letters a line may be too short or too long. */
const tolerance = 3;

/**
 * Returns the ways in which a line may have been meant. The edge of a page is sometimes read as a letter
 * before or after the line. Fillers are hard to count, so the longest row of them is made longer or shorter.
 */
function fitted(line: string, width: number): string[] {
  const missing = width - line.length;
  if (missing === 0) return [line];
  if (Math.abs(missing) > tolerance) return [];
  const cut = missing > 0 ? [] : Array.from({ length: 1 - missing }, (_, at) => line.slice(at, at + width));
  const row = (line.match(/<{4,}/g) ?? []).sort((one, other) => other.length - one.length)[0];
  return row === undefined ? cut : [...cut, line.replace(row, '<'.repeat(row.length + missing))];
}

/** Returns all combinations that take one way of each line. There is none when a line has no way. */
const combined = (ways: readonly string[][]): string[][] =>
  ways.reduce<string[][]>(
    (before, lines) => before.flatMap((some) => lines.map((line) => [...some, line])),
    [[]],
  );

function factsOf({ fields, details }: ParseResult, now: Date, born?: string): DocumentFacts {
  const checked = (digit: string) => details.some((detail) => detail.field === digit && detail.valid);
  return {
    firstName: fields.firstName ?? undefined,
    lastName: fields.lastName ?? undefined,
    dateOfBirth: checked('birthDateCheckDigit') ? birthDate(fields.birthDate, now, born) : undefined,
    // Documents are valid for ten years or so. Nobody shows one that expired half a century ago.
    expires: checked('expirationDateCheckDigit')
      ? inCenturies(fields.expirationDate, now).find(
          (date) => Number(date.slice(0, 4)) <= now.getUTCFullYear() + 49,
        )
      : undefined,
  };
}

/**
 * Returns the date of birth in the century in which it is the known one. Where none is known, it is the last
 * century in which the holder would be old enough to be paid: 26 was 1926 to somebody who shows a document in
 * 2026. It is never a day to come.
 */
function birthDate(text: string | null | undefined, now: Date, born?: string): string | undefined {
  const dates = inCenturies(text, now).filter((date) => asOf(now, () => isPast(date)));
  return (
    dates.find((date) => date === born) ??
    dates.find((date) => asOf(now, () => isAdultEnough(date) && isRecent(date))) ??
    dates[0]
  );
}

/** Reads YYMMDD. Returns the date in the next century, this one and the two before, latest first. */
function inCenturies(text: string | null | undefined, now: Date): string[] {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(text ?? '') ?? [];
  if (yy === undefined) return [];
  const century = Math.floor(now.getUTCFullYear() / 100);
  return [1, 0, -1, -2].map((more) => `${century + more}${yy}-${mm}-${dd}`);
}
