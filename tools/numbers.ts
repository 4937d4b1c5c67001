/**
 * `npm run numbers` asks our checks about the numbers that others publish as right or wrong: python-stdnum,
 * stdnum for JavaScript and the registry of IBANs by their examples, validator.js by numbers near to those.
 * It prints, by country, how many right ones are refused and how many wrong ones are taken.
 *
 * It fetches the packages with npm and apt into a folder of its own and removes it again; nothing is
 * installed. `-- --from FOLDER` reads them there instead.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerTo, type Answer } from './numbers/answers.ts';
import { ibanExamples, pythonExamples, scriptExamples, type Example } from './numbers/examples.ts';
import { reasonFor } from './numbers/reasons.ts';
import { secondOpinions } from './numbers/second-opinions.ts';

const packages = { stdnum: '1.12.0', iban: '0.0.14', validator: '13.15.35' } as const;
const folderOf = (root: string, name: string) => join(root, name);

/** Fetches what is compared with. Without apt there are no examples of Python's. */
function fetchInto(root: string): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  for (const [name, version] of Object.entries(packages)) {
    const file = run('npm', 'pack', '--silent', `${name}@${version}`).split('\n').at(-1) ?? '';
    mkdirSync(folderOf(root, name));
    run('tar', 'xzf', file, '--strip-components=1', '-C', folderOf(root, name));
  }
  try {
    run('apt-get', 'download', 'python3-stdnum');
    run('sh', '-c', 'dpkg-deb -x python3-stdnum_*.deb python');
  } catch {
    console.log('python3-stdnum is left out: apt-get could not fetch it.');
  }
}

interface Row {
  examples: number;
  refused: Example[];
  taken: Example[];
  notAsked: number;
}

function compare(examples: readonly Example[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const example of examples) {
    const answer: Answer = answerTo(example);
    const row = rows.get(example.country) ?? { examples: 0, refused: [], taken: [], notAsked: 0 };
    rows.set(example.country, row);
    if (answer === 'not-asked') row.notAsked += 1;
    else {
      row.examples += 1;
      if (example.right && answer === 'refused') row.refused.push(example);
      if (!example.right && answer === 'taken') row.taken.push(example);
    }
  }
  return rows;
}

const from = process.argv.indexOf('--from');
const root = from > 0 ? (process.argv[from + 1] ?? '') : mkdtempSync(join(tmpdir(), 'numbers-'));
try {
  if (from < 0) fetchInto(root);
  const python = join(root, 'python/usr/lib/python3/dist-packages/stdnum');
  const examples = [
    ...(existsSync(python) ? pythonExamples(python) : []),
    ...scriptExamples(join(folderOf(root, 'stdnum'), 'src')),
    ...ibanExamples(readFileSync(join(folderOf(root, 'iban'), 'iban.js'), 'utf8')),
  ];
  const validator = createRequire(import.meta.url)(folderOf(root, 'validator')) as Parameters<
    typeof secondOpinions
  >[0];
  const all = [...examples, ...secondOpinions(validator, examples)];
  const rows = [...compare(all)].sort(([one], [other]) => (one < other ? -1 : 1));
  console.log('country  asked  right, refused  wrong, taken  no rule of ours');
  for (const [country, { examples: asked, refused, taken, notAsked }] of rows)
    console.log(
      [country.padEnd(7), asked, refused.length, taken.length, notAsked]
        .map((cell, at) => (at === 0 ? cell : String(cell).padStart([0, 6, 15, 13, 16][at] ?? 0)))
        .join(' '),
    );
  const sum = (of: (row: Row) => number) => rows.reduce((total, [, row]) => total + of(row), 0);
  console.log(
    `in all: ${sum((row) => row.examples)} asked, ${sum((row) => row.refused.length)} right ones refused, ` +
      `${sum((row) => row.taken.length)} wrong ones taken, ${sum((row) => row.notAsked)} without a rule of ours`,
  );
  let unexplained = 0;
  for (const [country, { refused, taken }] of rows)
    for (const [what, list] of [
      ['refused', refused],
      ['taken', taken],
    ] as const)
      for (const example of list) {
        const reason = reasonFor(example);
        if (!reason) unexplained += 1;
        console.log(
          `${what} ${country} ${example.kind} ${example.number} (${example.source}): ${reason ?? '?'}`,
        );
      }
  console.log(`${unexplained} without a reason`);
  process.exitCode = unexplained > 0 ? 1 : 0;
} finally {
  if (from < 0) rmSync(root, { recursive: true, force: true });
}
