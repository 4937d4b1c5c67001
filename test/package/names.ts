/**
 * What documents may name: everything that the manifest of the element, the description of the API, the
 * package and the commands have.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxCredentials } from '../../src/contract/sandbox/credentials.ts';
import { fieldCatalogue, problemCatalogue } from '../../src/contract/problems.ts';
import { webhookEventNames } from '../../src/contract/partner/webhooks.ts';
import { calls } from '../../src/partner/calls.ts';
import { commands, isCommand } from '../../src/server/commands.ts';
import { openApiDocument } from '../../src/server/docs/openapi.ts';
import { settings } from '../../src/server/settings.ts';
import { root } from '../../tools/imports.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Declared {
  readonly tagName?: string;
  readonly members?: readonly { name: string; privacy?: string }[];
}
type Group = 'attributes' | 'events' | 'cssProperties' | 'cssParts' | 'cssStates' | 'slots';

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: { declarations?: (Declared & Partial<Record<Group, { name: string }[]>>)[] }[];
};
const elements = modules
  .flatMap(({ declarations }) => declarations ?? [])
  .filter(({ tagName }) => tagName !== undefined);
const of = (group: Group) => elements.flatMap((element) => (element[group] ?? []).map(({ name }) => name));

export const manifest = {
  tags: elements.map(({ tagName = '' }) => tagName),
  attributes: of('attributes'),
  events: of('events'),
  cssProperties: of('cssProperties'),
  properties: elements.flatMap(({ members }) =>
    (members ?? []).filter(({ privacy }) => privacy === undefined).map(({ name }) => name),
  ),
};

const document = openApiDocument('https://pay.example', { sandbox: true }) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
/** As `GET /flows/{}`. */
const endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`),
);
/** Names of fields, and values that they have. */
const ofApi = new Set([...JSON.stringify(document).matchAll(/"([\w.-]+)"/g)].map(([, name = '']) => name));

const packageJson = JSON.parse(read('package.json')) as {
  readonly exports: object;
} & Readonly<Record<'dependencies' | 'peerDependencies' | 'devDependencies', object>>;
const entries = Object.keys(packageJson.exports).map((path) => join('dots-flow', path));
const packages = ['dependencies', 'peerDependencies', 'devDependencies'].flatMap((kind) =>
  Object.keys(packageJson[kind as 'dependencies']),
);

/** Of folders of the source: tables in SQL, codes of webhooks, lines of the log, tools of the agent. */
const sourceOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join(folder, file)))
    .join('\n');
const inSource = [
  'src/webhooks',
  ...['db', 'http', 'jobs', 'mcp', 'ports', 'start', 'telemetry'].map((room) => `src/server/${room}`),
]
  .map(sourceOf)
  .join('\n');
/** As Prometheus is told them, without what it puts before and behind. */
const series = all(read('src/server/ports/meters.ts'), /^ +name: '([a-z._]+)'/gm).map((name) =>
  name.replace(/\./g, '_'),
);

const errors = [...Object.keys(problemCatalogue), ...Object.keys(fieldCatalogue)];
/** Of `WebhookError`. */
const ofWebhooks = all(read('src/webhooks/index.ts'), /^ {2}\| '([a-z-]+)'/gm);
const words = new Set([
  ...errors,
  ...Object.keys(commands),
  ...packages,
  ...endpoints.flatMap((endpoint) => endpoint.split('/')),
  ...Object.values(sandboxCredentials),
  ...manifest.tags,
  ...(['attributes', 'events', 'cssParts', 'cssStates', 'slots'] as const).flatMap(of),
]);
const prefixes = new Set(webhookEventNames.map((name) => name.split('.', 1)[0]));

/** With a method a path may begin with `…`: the part that was named before. */
const call =
  /(?<![A-Z])((?:(?:GET|POST|PUT|PATCH|DELETE) (?:(?:\/api)?\/v2|…)|(?:\/api)?\/v2)\/[^\s`"')\],]*)/g;

/**
 * Returns what a text names and nobody knows, each with its kind. `others`: words of other people's products.
 */
export function unknownNames(text: string, others: readonly string[] = []): string[] {
  const wrong = (kind: string, pattern: RegExp, isKnown: (name: string) => boolean) =>
    all(text, pattern)
      .filter((name) => !others.includes(name) && !isKnown(name))
      .map((name) => `${kind} ${name}`);
  return [
    ...wrong('tag', /<\/?(dots-[\w-]+)/g, (name) => manifest.tags.includes(name)),
    ...attributesIn(text)
      .filter((name) => !isAttribute(name))
      .map((name) => `attribute ${name}`),
    ...wrong('property of style', /(--dots-[a-z-]+\b)/g, (name) => manifest.cssProperties.includes(name)),
    ...wrong('event', /(?<![\w/@.-])(?<!<\/?)(dots-[a-z-]+\b)(?![/@.])/g, (name) => words.has(name)),
    ...wrong('event of webhooks', /[`"']([a-z_]+(?:\.[a-z_]+)+)[`"']/g, isWebhookEvent),
    ...wrong('call', call, isEndpoint),
    ...wrong('method', /\bflows\.(\w+)\(/g, (name) => name in calls || ['get', 'set'].includes(name)),
    ...wrong('command', /(?:`|\bnpx |[A-Z]=\S+ )dots-flow ([a-z][^`\n#]*)/g, isCall),
    ...wrong('setting', /\b(DOTS_[A-Z_]+)/g, isSetting),
    ...wrong('entry of the package', /[`'"](dots-flow(?:\/[\w/-]+)?)[`'"]/g, (name) =>
      entries.includes(name),
    ),
    ...wrong('code', /(?:"(?:error_)?code": "|\.code [!=]==? ')([a-z-]+)/g, isCode),
    ...wrong('word', /`([a-z]+(?:-[a-z]+)+)`/g, isWord),
    ...wrong('field', /`([a-z]+(?:_[a-z]+)+)`/g, isWord),
  ];
}

const isCode = (name: string): boolean => errors.includes(name) || ofWebhooks.includes(name);

const isWord = (name: string): boolean =>
  words.has(name) || ofApi.has(name) || isSeries(name) || new RegExp(`\\b${name}\\b`).test(inSource);

const isSeries = (name: string): boolean =>
  name.startsWith('dots_flow_') &&
  series.includes(name.slice('dots_flow_'.length).replace(/_(?:total|seconds)$/, ''));

const isWebhookEvent = (name: string): boolean =>
  !prefixes.has(name.split('.', 1)[0] ?? '') || webhookEventNames.some((known) => known === name);

const isSetting = (name: string): boolean =>
  name in settings || (name.endsWith('_') && Object.keys(settings).some((known) => known.startsWith(name)));

/** Of any framework: `:config`, `@dots-ready`, `on:dots-ready`, `[config]`, `(dots-ready)`. */
const isAttribute = (name: string): boolean => {
  const bare = name.replace(/^(?::|@|on:?(?=dots-)|\[|\()/, '').replace(/[\])]$/, '');
  return [...manifest.attributes, ...manifest.events, ...manifest.properties, 'ref'].includes(bare);
};

function attributesIn(text: string): string[] {
  return [...text.matchAll(/<dots-flow\s/g)].flatMap(({ index }) => {
    const [tag = ''] = text
      .slice(index + '<dots-flow'.length, index + 800)
      .replace(/"[^"]*"/g, '""')
      .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '""')
      .split('>', 1);
    return [...tag.matchAll(/([^\s=/"]+)(?:=|(?=[\s/]|$))/g)].map(([, name = '']) => name);
  });
}

/** `…` stands for the beginning of a path that was named before, and at the end for whatever comes. */
function isEndpoint(named: string): boolean {
  const [, method = '', path = ''] = /^(?:([A-Z]+) )?(.*?)[.:;*]*$/.exec(named) ?? [];
  const [bare = ''] = path.replace(/^(?:\/api)?\/v2/, '').split('?');
  const wanted = bare.replace(/\{\w+\}|:id/g, '{}').replace(/\/2026-\d\d/, '/{}');
  return endpoints.some((endpoint) => {
    const [knownMethod = '', known = ''] = endpoint.split(' ');
    if (method !== '' && method !== knownMethod) return false;
    if (wanted.startsWith('…')) return known.endsWith(wanted.slice(1));
    return /[/…]$/.test(wanted) ? known.startsWith(wanted.replace(/…$/, '')) : known === wanted;
  });
}

/** A command with options that it takes. */
function isCall(called: string): boolean {
  const [name = ''] = called.split(/\s/);
  if (!isCommand(name)) return false;
  return all(called, /--([a-z-]+)/g).every((option) => option in commands[name].options || option === 'help');
}

/** The first group of each find, or all of it; each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([found, name = found]) => name))];
}
