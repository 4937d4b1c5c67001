/**
 * Pages of the documentation that are made of the code, so that they cannot say anything else: `npm run
 * docs:made` writes them, and test/package/docs.test.ts compares. They lie beside the others, for whoever
 * reads the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { fieldCatalogue, problemCatalogue } from '../../src/contract/problems.ts';
import { root } from '../imports.ts';
import { conformancePage } from './conformance.ts';

type Line = readonly string[];

const cell = (text: string): string =>
  text
    .replace(/\|/g, '\\|')
    .replace(/\s+/g, ' ')
    .replace(/<(?=[a-z])/gi, '&lt;')
    .trim();

const table = (head: Line, lines: readonly Line[]): string =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.map(cell).join(' | ')} |`).join('\n');

const inCode = (text: string): string => `\`${text}\``;

function errors(): string {
  const ofRequests = Object.entries(problemCatalogue).map(([code, { status, message }]) => [
    inCode(code),
    status === 0 ? 'element' : String(status),
    message,
  ]);
  const ofFields = Object.entries(fieldCatalogue).map(([code, message]) => [inCode(code), message]);
  return `# Errors

Everything that can go wrong has one code, and says what to do. The server answers \`application/problem+json\`
(RFC 9457); the element tells the same code in \`dots-error\` and shows the payee a sentence in their language.

\`\`\`json
{
  "type": "urn:dots-flow:problem:invalid-input",
  "title": "Some fields are not right; see \`errors\`.",
  "status": 422,
  "error_code": "invalid-input",
  "errors": [{ "field": "redirect_url", "code": "invalid-redirect-url", "message": "…" }]
}
\`\`\`

A problem with \`Retry-After\` goes by itself: send the same request again after that many seconds, with the same
\`Idempotency-Key\`. The element does.

## Of a whole request

${table(['code', 'status', 'what is wrong, and what to do'], ofRequests)}

\`element\`: no answer of the server, but found by the element itself.

## Of a field

\`field\` in \`errors\` names it, with dots and numbers where it lies inside another (\`steps.0.redirect_url\`).

${table(['code', 'what is wrong, and what to do'], ofFields)}
`;
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly static?: boolean;
  readonly privacy?: string;
  readonly readonly?: boolean;
}

type Group = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly (Partial<Record<Group, Named[]>> & { readonly tagName?: string })[];
  }[];
}

function element(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as Manifest;
  const found = manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .find(({ tagName }) => tagName === 'dots-flow');
  if (!found) throw new Error('custom-elements.json does not describe dots-flow.');
  const rows = (group: Group, wanted: (named: Named) => boolean = () => true) =>
    (found[group] ?? []).filter(wanted).map(({ name, type, description }) => ({
      name,
      type: type?.text ?? '',
      description: description ?? '',
    }));
  const described = (list: readonly { name: string; description: string }[]) =>
    table(
      ['name', 'meaning'],
      list.map(({ name, description }) => [inCode(name === '' ? '(default)' : name), description]),
    );
  const typed = (list: readonly { name: string; type: string; description: string }[]) =>
    table(
      ['name', 'type', 'meaning'],
      list.map(({ name, type, description }) => [inCode(name), type === '' ? '' : inCode(type), description]),
    );
  const own = (kind: string) => (named: Named) =>
    named.kind === kind && !named.static && named.privacy === undefined && named.description !== undefined;
  return `# \`<dots-flow>\`

The element as \`custom-elements.json\` describes it, from which editors complete it. What events tell is in
[Events](events.md), what properties and parts are for in [Theming](theming.md).

## Attributes

${typed(rows('attributes'))}

## Properties

${typed(rows('members', own('field')))}

## Methods

${described(rows('members', own('method')))}

## Events

${typed(rows('events'))}

## Slots

${described(rows('slots'))}

## States

\`dots-flow:state(busy)\`

${described(rows('cssStates'))}

## Custom properties

${described(rows('cssProperties'))}

## Parts

\`dots-flow::part(button)\`

${described(rows('cssParts'))}
`;
}

/** Each page with its text. */
export async function madePages(): Promise<Readonly<Record<string, string>>> {
  const pretty = (text: string) => format(text, { parser: 'markdown', printWidth: 110, singleQuote: true });
  return {
    'docs/errors.md': await pretty(errors()),
    'docs/element.md': await pretty(element()),
    'docs/accessibility.md': await pretty(conformancePage()),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [page, text] of Object.entries(await madePages())) writeFileSync(join(root, page), text);
