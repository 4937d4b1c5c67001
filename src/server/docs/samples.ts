/** How each call is made, as curl and by `dots-flow/partner`, with what stands in its example. */
import { examples } from './examples.ts';
import type { Json, JsonObject } from './json-schema.ts';
import type { Operation } from './operations/operation.ts';

/** As `x-codeSamples` has them, a convention of Redocly's. */
type Sample = Readonly<Record<'lang' | 'label' | 'source', string>>;

export function samples(operation: Operation, serverUrl: string): Sample[] {
  const shell = { lang: 'Shell', label: 'curl', source: curl(operation, serverUrl) };
  if (!isOfClient(operation)) return [shell];
  return [shell, { lang: 'TypeScript', label: 'dots-flow/partner', source: typescript(operation) }];
}

/** What `dots-flow/partner` makes: the partner's calls, once each, but the stream. */
export const isOfClient = ({ security, deprecated, answer }: Operation): boolean =>
  security === 'basic' && !deprecated && answer !== 'event-stream';

function curl(operation: Operation, serverUrl: string): string {
  const { id, method, path, security, body, answer, idempotent } = operation;
  const { path: ids = {}, query } = examples[id] ?? {};
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `$${name.toUpperCase()}`);
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${serverUrl}/v2${filled}${search}"`,
  ];
  if (security === 'basic') lines.push('-u "$CLIENT_ID:$API_KEY"');
  if (security === 'session') lines.push('-H "authorization: Bearer $TOKEN"');
  if (idempotent) lines.push('-H "idempotency-key: $KEY"');
  if (body === 'pdf') lines.push('-F file=@form.pdf');
  else if (body === 'bytes')
    lines.push("-H 'content-type: application/offset+octet-stream'", '--data-binary @photo.jpg');
  else if (body) lines.push("-H 'content-type: application/json'", `-d ${quoted(examples[id]?.body ?? {})}`);
  if (answer === 'pdf') lines.push('-o file.pdf');
  if (answer === 'csv') lines.push('-o statement.csv');
  if (answer === 'event-stream') lines.push('--no-buffer');
  return lines.join(' \\\n  ');
}

/** In single quotes a shell changes nothing; one in the text ends them for a moment. */
const quoted = (value: Json): string => `'${JSON.stringify(value).replaceAll("'", String.raw`'\''`)}'`;

function typescript({ id, path, method, body }: Operation): string {
  const { path: ids = {}, query, body: sent } = examples[id] ?? {};
  const args = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => `'${ids[name] ?? ''}'`);
  if (body === 'pdf') args.push("await readFile('form.pdf')");
  else if (body && sent !== undefined) args.push(literal(sent, ''));
  else if (method === 'get' && query) args.push(literal(numbered(query), ''));
  return `const answer = await flows.${id}(${args.join(', ')});\nif (!answer.ok) throw new Error(JSON.stringify(answer.error));`;
}

/** In a query all is text; the client takes numbers as numbers. */
const numbered = (query: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, name === 'limit' ? Number(value) : value]),
  );

/** A value as somebody writes it: names without quotes where they need none. */
function literal(value: Json, indent: string): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, String.raw`\$&`)}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? (value as readonly Json[]).map((item) => literal(item, deeper))
    : Object.entries(value).map(([name, item]) => `${key(name)}: ${literal(item, deeper)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const short = isList ? `[${parts.join(', ')}]` : parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  if (short.length <= 76 && !short.includes('\n')) return short;
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join('')}${indent}${close}`;
}

const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`);
