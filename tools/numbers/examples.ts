/** Reads the examples that libraries publish: numbers that are right, and numbers that are wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Example {
  readonly source: string;
  /** ISO alpha-2. */
  readonly country: string;
  /** The library's name of the number: `vat`, `idnr`. */
  readonly kind: string;
  readonly number: string;
  readonly right: boolean;
}

/** `is_` and `in_` are words of Python, so their folders end in a stroke. */
const countryOf = (folder: string): string => folder.replace('_', '').toUpperCase();

function* filesIn(root: string, ends: string): Generator<[country: string, kind: string, text: string]> {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^[a-z]{2}_?$/.test(entry.name)) continue;
    for (const file of readdirSync(join(root, entry.name)))
      if (file.endsWith(ends) && !file.startsWith('__'))
        yield [
          countryOf(entry.name),
          file.slice(0, -ends.length),
          readFileSync(join(root, entry.name, file), 'utf8'),
        ];
  }
}

/** The examples in the descriptions of python-stdnum. What throws there is wrong. */
export function pythonExamples(root: string): Example[] {
  return [...filesIn(root, '.py')].flatMap(([country, kind, text]) =>
    [...text.matchAll(/^>>> validate\('([^']+)'\)[^\n]*\n([^\n]*)/gm)].map(
      ([, number = '', answer = '']): Example => ({
        source: 'python-stdnum',
        country,
        kind,
        number,
        right: !answer.startsWith('Traceback'),
      }),
    ),
  );
}

/** Each test without what is commented out. */
const blocksOf = (text: string): string[] =>
  text.replace(/^\s*\/\/.*$/gm, '').split(/\b(?:it|test)(?:\.each)?\(/);

/** The examples in the tests of stdnum for JavaScript. */
export function scriptExamples(root: string): Example[] {
  return [...filesIn(root, '.spec.ts')].flatMap(([country, kind, text]) =>
    blocksOf(text).flatMap((block): Example[] => {
      const [, number] = /validate\(\s*'([^']+)'/.exec(block) ?? [];
      const right = /isValid\s*&&|isValid\)\.toEqual\(true/.test(block);
      if (number === undefined || (!right && !block.includes('toBeInstanceOf'))) return [];
      return [{ source: 'stdnum', country, kind, number, right }];
    }),
  );
}

/** The examples of the registry of IBANs, as the package `iban` has them. */
export const ibanExamples = (text: string): Example[] =>
  [...text.matchAll(/new Specification\("([A-Z]{2})",\s*\d+,\s*"[^"]*",\s*"([A-Z0-9]+)"/g)].map(
    ([, country = '', number = '']): Example => ({
      source: 'iban',
      country,
      kind: 'iban',
      number,
      right: true,
    }),
  );
