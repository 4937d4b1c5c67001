/** Pieces of the page. Whatever is not made by a function of this file goes through `escape` or `prose`. */
import type { Json, JsonObject } from './json-schema.ts';

/** Escapes for text and for quoted attributes alike. */
export function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const code = (value: string): string => `<code>${escape(value)}</code>`;

/** Text as descriptions have it: plain, with code between backticks. */
export const prose = (value: string): string => escape(value).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Text in several paragraphs, with headings (`# …`) and lists (`- …`). */
export const paragraphs = (value: string): string =>
  value
    .split('\n\n')
    .map((block) => {
      if (block.startsWith('# ')) return `<h3>${prose(block.slice(2))}</h3>`;
      if (!block.startsWith('- ')) return `<p>${prose(block)}</p>`;
      return `<ul>${block
        .split('\n')
        .map((line) => `<li>${prose(line.slice(2))}</li>`)
        .join('')}</ul>`;
    })
    .join('');

export const pre = (value: string): string => `<pre>${escape(value)}</pre>`;

/** Lines behind one that opens them. */
export const opened = (title: string, lines: string): string =>
  `<details><summary>${escape(title)}</summary>${pre(lines)}</details>`;

/** The same with a value as JSON; nothing without one. */
export const example = (title: string, value: Json | undefined): string =>
  value === undefined ? '' : opened(title, JSON.stringify(value, null, 2));

/** Cells are HTML. `kind` is a class of the style sheet. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  kind?: 'fields' | 'short',
): string =>
  `<table${kind ? ` class="${kind}"` : ''}><thead><tr>${head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Returns what stands under a path of names in a value. */
export function at(value: Json, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? (inner as JsonObject)[key]
        : undefined,
    value,
  );
}
