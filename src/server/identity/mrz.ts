/**
 * Machine-readable zones (ICAO Doc 9303), from lines that a vendor read or from all the text of a picture.
 * What a zone says is believed only as far as its own check digits agree.
 */
import type { ParseResult } from 'mrz';
import type { DocumentFacts } from '../ports/id-verification.ts';

/**
 * Returns null when the lines are not a machine-readable zone. Throws when the optional package `mrz` is not
 * installed.
 */
export async function parseMrzLines(lines: readonly string[], now: Date): Promise<DocumentFacts | null> {
  const { parse } = await import('mrz');
  try {
    return factsOf(parse([...lines]), now);
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
export async function findMrz(text: readonly string[], now: Date): Promise<DocumentFacts | null> {
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
      return { ...factsOf(result, now), namesMayBeMisread: true };
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

function factsOf({ fields, details }: ParseResult, now: Date): DocumentFacts {
  const checked = (digit: string) => details.some((detail) => detail.field === digit && detail.valid);
  return {
    firstName: fields.firstName ?? undefined,
    lastName: fields.lastName ?? undefined,
    dateOfBirth: checked('birthDateCheckDigit')
      ? fullDate(fields.birthDate, now.getUTCFullYear())
      : undefined,
    // Documents are valid for ten years or so. Nobody shows one that expired half a century ago.
    expires: checked('expirationDateCheckDigit')
      ? fullDate(fields.expirationDate, now.getUTCFullYear() + 49)
      : undefined,
  };
}

/** Reads YYMMDD. The century is the last one that keeps the year at or below `latestYear`. */
function fullDate(text: string | null | undefined, latestYear: number): string | undefined {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(text ?? '') ?? [];
  if (yy === undefined) return undefined;
  const century = latestYear - (latestYear % 100);
  const year = century + Number(yy) <= latestYear ? century + Number(yy) : century - 100 + Number(yy);
  return `${year}-${mm}-${dd}`;
}
