/**
 * `npm run house` prints how the code is kept: sizes of files, long lines, comments, and the server's rooms.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { importsOf, isRelative, parse, reachable, root, sourceFiles, targetOf } from './imports.ts';

export const longestLine = 110;

/** Returns the paths of the code that prettier formats, from the root, with slashes. */
export const codeFiles = (): string[] =>
  ['src', 'test', 'demo', 'tools'].flatMap((dir) =>
    readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
      .map((file) => `${dir}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(?:ts|js|mjs)$/.test(file)),
  );

const linesOf = (file: string): string[] =>
  readFileSync(join(root, file), 'utf8').replace(/\n$/, '').split('\n');

/** Returns the number of lines of each file. */
export const lineCounts = (files: readonly string[]): Map<string, number> =>
  new Map(files.map((file) => [file, linesOf(file).length]));

/**
 * Returns the lines over 110 columns as `file:line`. A line is not counted when it is short enough without
 * its literals and URLs: prettier breaks neither.
 */
export function longLines(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const lines = linesOf(file);
    if (!lines.some((line) => line.length > longestLine)) return [];
    const literal = literalColumns(parse(file));
    return lines.flatMap((line, index) => {
      const urls = line.match(/https?:\/\/\S+/g)?.join('').length ?? 0;
      const breakable = line.length - Math.max(urls, literal.get(index) ?? 0);
      return line.length > longestLine && breakable > longestLine ? [`${file}:${index + 1}`] : [];
    });
  });
}

/**
 * Returns how many columns of each line, by its index, lie within a string, a template or a regular
 * expression.
 */
function literalColumns(source: ts.SourceFile): Map<number, number> {
  const columns = new Map<number, number>();
  const starts = source.getLineStarts();
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateExpression(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      const [from, to] = [node.getStart(), node.getEnd()];
      const first = source.getLineAndCharacterOfPosition(from).line;
      const last = source.getLineAndCharacterOfPosition(to).line;
      for (let line = first; line <= last; line += 1) {
        const begins = Math.max(from, starts[line] ?? 0);
        const ends = Math.min(to, (starts[line + 1] ?? source.getEnd() + 1) - 1);
        columns.set(line, (columns.get(line) ?? 0) + ends - begins);
      }
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return columns;
}

/** Returns how many lines of a file hold nothing but a comment, or a part of one. */
function commentLines(file: string): number {
  const source = parse(file);
  const ranges = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [])
      ranges.set(pos, end);
    // The tokens too: a comment may stand before a bracket.
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  const found = new Set<number>();
  for (const [pos, end] of ranges) {
    const { line, character } = source.getLineAndCharacterOfPosition(pos);
    const alone = source.text.slice(pos - character, pos).trim() === '';
    const last = source.getLineAndCharacterOfPosition(end).line;
    for (let at = alone ? line : line + 1; at <= last; at += 1) found.add(at);
  }
  return found.size;
}

/** Returns the server's rooms, the arrows between them, and the rooms that lie on a circle. */
function serverRooms(files: readonly string[]) {
  const roomOf = (file: string) => /^src\/server\/([^/]+)\//.exec(file)?.[1];
  const next = new Map<string, Set<string>>();
  for (const file of files) {
    const from = roomOf(file);
    if (from === undefined) continue;
    const targets = next.get(from) ?? new Set();
    next.set(from, targets);
    for (const found of importsOf(file).filter(isRelative)) {
      const to = roomOf(targetOf(found));
      if (to !== undefined && to !== from) targets.add(to);
    }
  }
  const arrows = [...next].flatMap(([from, targets]) => [...targets].map((to) => `${from} → ${to}`));
  const circular = [...next.keys()].filter((room) => reachable(next, room).has(room));
  return { rooms: next.size, arrows, circular };
}

function main(): void {
  const files = sourceFiles();
  const counts = [...lineCounts(files)].sort(([, a], [, b]) => a - b);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const [longest, lines] = counts.at(-1) ?? ['', 0];
  const comments = files.reduce((sum, file) => sum + commentLines(file), 0);
  const { rooms, arrows, circular } = serverRooms(files);
  const long = longLines(codeFiles());
  console.log(
    [
      `files of src            ${files.length}, ${total} lines`,
      `median file             ${counts[Math.floor(counts.length / 2)]?.[1] ?? 0} lines`,
      `longest file            ${lines} lines, ${longest}`,
      `lines over ${longestLine}          ${long.length} in src, test, demo and tools, but for literals and URLs`,
      `comments of src         ${((100 * comments) / total).toFixed(1)} % of lines`,
      `rooms of the server     ${rooms}, with ${arrows.length} arrows between them`,
      `rooms in a circle       ${circular.length}${circular.length > 0 ? `: ${circular.join(', ')}` : ''}`,
    ].join('\n'),
  );
  if (process.argv.includes('--list')) console.log(['', ...long, '', ...arrows.sort()].join('\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
