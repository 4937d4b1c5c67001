/**
 * Writes Lit's templates as text, without a browser. It knows what a skeleton needs: texts and attributes.
 */
import type { TemplateResult } from 'lit';

/**
 * Returns the HTML of a template. Throws for what only a browser could do with it: listeners and properties.
 */
export function toHtml({ strings, values }: TemplateResult): string {
  const text = strings.reduce((out, piece, index) => out + valueOf(values[index - 1], out) + piece);
  return text.replace(/\s*\n\s*/g, '');
}

/** Returns what stands for an expression whose template has been written up to `before`. */
function valueOf(value: unknown, before: string): string {
  if (/\s[.?@][\w-]+=["']?$/.test(before)) throw new TypeError(`A skeleton cannot have ${before.slice(-20)}`);
  if (/\s[\w-]+=$/.test(before)) return `"${escape(String(value))}"`;
  if (isTemplate(value)) return toHtml(value);
  if (typeof value === 'string') return escape(value);
  throw new TypeError('A skeleton is made of texts and templates.');
}

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && '_$litType$' in value;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
