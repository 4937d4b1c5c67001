/**
 * Weighs what the package and its dependencies put into each chunk of a built app. The framework itself is in
 * some of the same chunks, so source maps have to tell whose each byte is.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Largest {
  readonly bytes: number;
  /** Bytes of each file of ours in the chunk, largest first. */
  readonly sources: readonly (readonly [file: string, bytes: number])[];
}

interface SourceMap {
  readonly mappings?: string;
  readonly sources?: readonly string[];
  /** Maps of parts of the file, and where each part begins. */
  readonly sections?: readonly {
    readonly offset: { readonly line: number; readonly column: number };
    readonly map: SourceMap;
  }[];
}

/** Where apps are built to. */
const outputs = ['dist', '.next/static'];
const ours = /node_modules\/(dots-flow|lit|lit-html|lit-element|@lit|zod|@floating-ui|lean-qr)\//;
const isPhoneMetadata = (code: string) => /country_calling_codes"?:\{/.test(code);

/** Returns the chunk with the most of our bytes, but for the phone metadata, which are data of the world. */
export function largestChunk(dir: string): Largest {
  let largest: Largest = { bytes: 0, sources: [] };
  for (const output of outputs.map((name) => join(dir, name)).filter((path) => existsSync(path)))
    for (const file of readdirSync(output, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.js')) continue;
      const code = readFileSync(join(output, file), 'utf8');
      // Not every bundler calls the map as it calls the file.
      const [, named] = /sourceMappingURL=(\S+)\s*$/.exec(code) ?? [];
      if (!named || isPhoneMetadata(code)) continue;
      const path = join(dirname(join(output, file)), named);
      const map = JSON.parse(readFileSync(path, 'utf8')) as SourceMap;
      const weights = weigh(code.split('\n'), map);
      const bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
      if (bytes > largest.bytes)
        largest = { bytes, sources: [...weights].sort(([, a], [, b]) => b - a).slice(0, 25) };
    }
  if (largest.bytes === 0) throw new Error(`No chunk of ${dir} has a source map that names the package.`);
  return largest;
}

interface Segment {
  readonly line: number;
  readonly column: number;
  readonly source: string | undefined;
}

/** Returns how many characters come from each file of ours. A segment reaches to the next one of its line. */
function weigh(lines: readonly string[], map: SourceMap): Map<string, number> {
  const weights = new Map<string, number>();
  const segments = segmentsOf(map);
  segments.forEach(({ line, column, source }, index) => {
    if (!source || !ours.test(source)) return;
    const next = segments[index + 1];
    const end = next?.line === line ? next.column : (lines[line]?.length ?? 0);
    weights.set(source, (weights.get(source) ?? 0) + Math.max(0, end - column));
  });
  return weights;
}

function segmentsOf({ sections, mappings = '', sources = [] }: SourceMap): Segment[] {
  if (sections)
    return sections.flatMap(({ offset, map }) =>
      segmentsOf(map).map((segment) => ({
        ...segment,
        line: segment.line + offset.line,
        column: segment.column + (segment.line === 0 ? offset.column : 0),
      })),
    );
  let source = 0;
  return mappings.split(';').flatMap((line, number) => {
    let column = 0;
    return line
      .split(',')
      .filter(Boolean)
      .map((text) => {
        const [columns = 0, inSources] = decode(text);
        column += columns;
        source += inSources ?? 0;
        return { line: number, column, source: inSources === undefined ? undefined : sources[source] };
      });
  });
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Reads numbers in base 64 VLQ (https://tc39.es/ecma426/#sec-mappings). */
function decode(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}
