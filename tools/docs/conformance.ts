/**
 * The accessibility conformance report, in the form of a VPAT 2.5 (https://www.itic.org/policy/accessibility/vpat):
 * WCAG 2.2, A and AA, and EN 301 549. `npm run docs:made` makes docs/accessibility.md of it, and
 * test/package/conformance.test.ts looks whether each named test exists.
 */
import { chapters } from './conformance/en-301-549.ts';
import { groups, verdicts, type Criterion, type Evidence, type Row } from './conformance/kinds.ts';
import { operable } from './conformance/operable.ts';
import { perceivable } from './conformance/perceivable.ts';
import { robust } from './conformance/robust.ts';
import { understandable } from './conformance/understandable.ts';

const principles = [
  ['1 Perceivable', perceivable],
  ['2 Operable', operable],
  ['3 Understandable', understandable],
  ['4 Robust', robust],
] as const;

/** WCAG 2.2, A and AA, in order. */
export const criteria: readonly Criterion[] = principles.flatMap(([, rows]) => rows);
/** Each row of the report. */
export const rows: readonly Row[] = [...criteria, ...chapters.flatMap((chapter) => chapter.rows)];

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const table = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `| ${line.map(cell).join(' | ')} |`).join('\n');

const testText = ([file, name]: Evidence): string => `\`${file}\`: “${name.replaceAll('<', '&lt;')}”`;

/** Returns what shows a row, as one text. */
function evidence({ by = [], tests = [], absent, read, aloud }: Row): string {
  return [
    ...by.map((group) => `_${groups[group].title}_`),
    ...tests.map(testText),
    ...(absent ? [`\`package/conformance.test.ts\`: nowhere is there ${absent[1]}`] : []),
    ...(read ? [`read in the sources: ${read.replace(/\.$/, '')}`] : []),
    ...(aloud ? ['**not tried with a screen reader**'] : []),
  ].join('; ');
}

/** The three columns of a VPAT. */
const rowTable = (list: readonly (Row | Criterion)[]): string =>
  table([
    ['criterion', 'conformance', 'remarks, and what shows it'],
    ['---', '---', '---'],
    ...list.map((row) => {
      const level = 'level' in row ? ` (${row.level})` : '';
      const shown = evidence(row);
      return [`${row.number} ${row.name}${level}`, row.verdict, row.says + (shown && ` → ${shown}.`)];
    }),
  ]);

function summary(): string {
  const count = (list: readonly Row[], verdict: string) =>
    String(list.filter((row) => row.verdict === verdict).length);
  const levels = (['A', 'AA'] as const).map((level) => criteria.filter((row) => row.level === level));
  return table([
    ['', ...verdicts],
    ['---', ...verdicts.map(() => '---')],
    ...levels.map((list, at) => [`WCAG 2.2, ${at ? 'AA' : 'A'}`, ...verdicts.map((one) => count(list, one))]),
    ['EN 301 549, besides', ...verdicts.map((one) => count(rows.slice(criteria.length), one))],
  ]);
}

/** Returns the page as Markdown. */
export const conformancePage = (): string => `# Accessibility conformance

What \`<dots-flow>\` and the hosted page do about WCAG 2.2, A and AA, and about EN 301 549 V3.2.1, in the form of a
VPAT® 2.5. It is our own reading of our own product, made of \`tools/docs/conformance.ts\`.

**Nobody has tried a screen reader yet,** and nobody who depends on one, or on any other assistive technology, has done a
flow while we watched. Nobody independent has looked. What rests on that says so in its row. Where a test shows
something, it is named behind the arrow as it is written in its file, below \`test/\`; the rest was read in the
sources.

- **Supports**: it is met, without a fault that we know.
- **Partially supports**: some of it is not met.
- **Does not support**: most of it is not met.
- **Not applicable**: what it is about does not exist here.

| about       |                                                                                              |
| ----------- | -------------------------------------------------------------------------------------------- |
| product     | the package \`dots-flow\`, of the version that this page comes with                          |
| examined    | the element with its own colours, in English, some of it in German, too; the hosted page     |
| not covered | the partner’s page around the element, its colours, logo and words; banks’ own pages; text messages |
| examined by | tests in Chromium; fewer of them run in Firefox and WebKit                                   |

${summary()}

## How it was examined

${Object.values(groups)
  .map(({ title, does, tests }) => {
    const list = tests.map(testText).join('; ');
    return `- _${title}_: ${cell(does)} (${list})`;
  })
  .join('\n')}

The groups go over the element, and the trees and some of the keys over the hosted page. axe does not go over what the
hosted page puts around the element: a ribbon, the name of the app, whom to ask. Rules of axe find a part of the faults
that there can be; that they find none is no proof.

## WCAG 2.2

${principles.map(([title, list]) => `### ${title}\n\n${rowTable(list)}`).join('\n\n')}

## EN 301 549

Chapter 9 repeats WCAG 2.1, A and AA: clause 9.1.1.1 is criterion 1.1.1, and so on. Its verdicts are those above. Of
WCAG 2.2 it does not have 2.4.11, 2.5.7, 2.5.8, 3.2.6, 3.3.7 and 3.3.8, and it still has 4.1.1.

${chapters.map(({ title, rows: list }) => `### ${title}\n\n${rowTable(list)}`).join('\n\n')}

## What would be next

- A flow with NVDA, JAWS, VoiceOver and TalkBack, by somebody who uses them every day.
- A button that rests the waiting signs (2.2.2), and another way than a call for a landline (3.3.8).
- Tags in the PDF of a tax form (10.1.3.1).

Found something? It is a fault like any other: tell us as [SECURITY.md](../SECURITY.md) says, or in an issue.
`;
