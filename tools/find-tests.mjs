/**
 * Reads what follows the name of a test script: parts of paths that choose files, and options for the runner.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/**
 * Ends the process when nothing matches: a run of no tests would look like one that passed.
 *
 * @param {(file: string) => boolean} isOurs of all `*.test.ts`, as paths from the root with slashes
 * @returns {{ files: string[], options: string[] }} without parts: all of ours
 */
export function findTests(isOurs) {
  const args = process.argv.slice(2);
  const options = args.filter((arg) => arg.startsWith('-'));
  const parts = args.filter((arg) => !arg.startsWith('-'));
  const ours = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && isOurs(file))
    .sort();
  for (const part of parts)
    if (!ours.some((file) => file.includes(part))) {
      console.error(
        `No test file matches ${part}. There are:\n${ours.map((file) => `  ${file}`).join('\n')}`,
      );
      process.exit(1);
    }
  const files = parts.length === 0 ? ours : ours.filter((file) => parts.some((part) => file.includes(part)));
  return { files, options };
}
