/** Misspells what an example app says of the element, and asks the app's own compiler. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.ts';

/** What is misspelled, and where it stands in a source file. */
const misspellings: Readonly<Record<string, readonly [right: RegExp, wrong: string]>> = {
  event: [/((?:\bon:?|@|\()(?:dots-)?)(step-completed|StepCompleted)\b/, '$1step-complete'],
  attribute: [/(\s[:[]?)config(\]?=)/, '$1confg$2'],
  step: [/'compliance'/, "'complience'"],
};

/** What somebody would write to make up for missing types. */
const glue = /\bdeclare (?:module|global|namespace)\b|CUSTOM_ELEMENTS_SCHEMA|\bany\b|@ts-/;

function sources(dir: string): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /^(?:src|app)\/.*\.(?:tsx?|vue|svelte|html)$/.test(file))
    .map((file) => join(dir, file));
}

export function glueLines(dir: string): number {
  const lines = sources(dir).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => glue.test(line)).length;
}

/** Returns the misspellings that compile. */
export function acceptedMisspellings(dir: string): string[] {
  return Object.entries(misspellings)
    .filter(([name, [right, wrong]]) => {
      const file = sources(dir).find((path) => right.test(readFileSync(path, 'utf8')));
      if (!file) throw new Error(`${dir} has no ${name} to misspell.`);
      const code = readFileSync(file, 'utf8');
      writeFileSync(file, code.replace(right, wrong));
      try {
        npm(dir, 'run', 'types');
        return true;
      } catch {
        return false;
      } finally {
        writeFileSync(file, code);
      }
    })
    .map(([name]) => name);
}
