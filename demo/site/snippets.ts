/**
 * The code that makes what is on the page. That of the frameworks is cut from the example apps under
 * `demo/frameworks`, which are compiled and driven by `npm run test:frameworks`: only their configuration is
 * another.
 */
import type { StepInput } from '../../src/config.ts';
import type { Choice } from './state.ts';

export type Framework = Exclude<Choice<'code'>, 'html' | 'curl' | 'typescript'>;

export interface Setting {
  /** Base of everything, e.g. `http://localhost:4400`. */
  readonly origin: string;
  readonly clientId: string;
  readonly source: Choice<'source'>;
  readonly flowId: string | null;
  readonly steps: readonly StepInput[];
  readonly scheme: Choice<'scheme'>;
  readonly lang: string;
  /** CSS of the theme; empty when nothing was changed. */
  readonly css: string;
  /** The payee is known to the app. */
  readonly isKnown: boolean;
}

/** Writes a value as people write it: single quotes, and names without any. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}: ${literal(one)}`)
    .join(', ')} }`;
}

const indented = (text: string, by: string): string => text.replace(/\n/g, `\n${by}`);

const createFlow = `(signal) =>
  fetch('/my-server/flows', { method: 'POST', signal }).then((answer) => answer.json())`;

/** Returns what `config` has in it, one property a line. */
function configLines({ origin, clientId, source, flowId, steps, scheme }: Setting): string[] {
  return [
    `apiUrl: ${literal(`${origin}/api`)}`,
    ...{
      'client-id': [`clientId: ${literal(clientId)}`, `steps: ${literal(steps)}`],
      'flow-id': [`flowId: ${literal(flowId ?? 'the id of your flow')}`],
      'create-flow': [`createFlow: ${indented(createFlow, '')}`],
    }[source],
    ...(scheme === 'auto' ? [] : [`theme: ${literal(scheme)}`]),
  ];
}

const configObject = (setting: Setting, indent: string): string =>
  `{\n${configLines(setting)
    .map((line) => `${indent}  ${indented(line, `${indent}  `)},\n`)
    .join('')}${indent}}`;

/** The configuration in an example: from its `apiUrl` to the brace behind its `theme`. */
const configIn = /\{\n *apiUrl: [\s\S]*?theme: .*\n( *)\}/;

/** The examples switch themes by a property of theirs. Where it is, and what stands there without. */
const switches: Readonly<Record<Framework, readonly (readonly [part: string, without: string])[]>> = {
  react: [['{ dark }: { readonly dark: boolean }', '']],
  solid: [['props: { readonly dark: boolean }', '']],
  svelte: [['  const { dark }: { dark: boolean } = $props();\n', '']],
  vue: [
    ['const { dark } = defineProps<{ dark: boolean }>();\n', ''],
    ['computed<DotsFlowConfig>(() => (', ''],
    ['}));\n</script>', '};\n</script>'],
    ['const config = ', 'const config: DotsFlowConfig = '],
    ['{ computed, ref }', '{ ref }'],
  ],
  angular: [
    ['  readonly dark = input.required<boolean>();\n', ''],
    ['{ Component, input, signal }', '{ Component, signal }'],
  ],
};

/** @throws {Error} when an example is no longer written as this module expects */
export function frameworkSnippet(framework: Framework, example: string, setting: Setting): string {
  let code = example;
  const replace = (part: string | RegExp, by: (...found: string[]) => string) => {
    const changed = code.replace(part, by);
    if (changed === code) throw new Error(`The example for ${framework} has no ${String(part)}.`);
    code = changed;
  };
  // A function cannot stand in a template of Angular.
  const isApart = framework === 'angular' && setting.source === 'create-flow';
  replace(configIn, (_, indent) => (isApart ? 'config' : configObject(setting, indent ?? '')));
  for (const [part, without] of switches[framework]) replace(part, () => without);
  if (isApart) {
    const member = `  readonly config: DotsFlowConfig = ${configObject(setting, '  ')};\n`;
    replace(/(export class \w+ \{\n)/, (line) => `${line}${member}`);
    replace('import type { ', () => 'import type { DotsFlowConfig, ');
  }
  if (setting.lang) replace(/<dots-flow(?=[\s>])/, (tag) => `${tag} lang="${setting.lang}"`);
  return code.trim();
}

export function htmlSnippet(setting: Setting): string {
  const { origin, clientId, source, flowId, steps, scheme, lang, css } = setting;
  const plain = steps.every((step) => typeof step === 'string');
  const attributes = [
    ...(source === 'flow-id' ? [`flow-id="${flowId ?? '…'}"`] : []),
    ...(source === 'client-id' ? [`client-id="${clientId}"`] : []),
    ...(source === 'client-id' && plain ? [`steps="${steps.join(' ')}"`] : []),
    ...(scheme === 'auto' ? [] : [`theme="${scheme}"`]),
    ...(lang ? [`lang="${lang}"`] : []),
  ];
  const scripted =
    source === 'create-flow'
      ? `config = {\n    createFlow: ${indented(createFlow, '    ')},\n  }`
      : source === 'client-id' && !plain
        ? `steps = ${literal(steps)}`
        : '';
  return [
    `<script type="module" src="${origin}/dots-flow.js"></script>`,
    `<dots-flow${attributes.map((attribute) => ` ${attribute}`).join('')}></dots-flow>`,
    ...(scripted
      ? [`<script type="module">\n  document.querySelector('dots-flow').${scripted};\n</script>`]
      : []),
    ...(css ? [`<style>\n  ${indented(css, '  ')}\n</style>`] : []),
  ].join('\n');
}

const knownUser = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};

export function curlSnippet({ origin, clientId, steps, isKnown }: Setting): string {
  const call = (path: string, body: string) =>
    `curl -u ${clientId}:$DOTS_API_KEY ${origin}/v2${path} \\\n  -H 'Content-Type: application/json' \\\n  -d ${body}`;
  const json = JSON.stringify(steps);
  if (!isKnown) return call('/flows', `'{"steps":${json}}'`);
  return [
    call('/users', `'${JSON.stringify(knownUser)}'`),
    '# its answer has the id of the user',
    call('/flows', `'{"steps":${json},"user_id":"'$USER_ID'"}'`),
  ].join('\n');
}

export function typescriptSnippet({ origin, clientId, steps, isKnown }: Setting): string {
  return [
    `import { createPartnerClient } from 'dots-flow/partner';`,
    '',
    `const flows = createPartnerClient({`,
    `  baseUrl: '${origin}',`,
    `  clientId: '${clientId}',`,
    `  apiKey: process.env.DOTS_API_KEY ?? '',`,
    `});`,
    ...(isKnown
      ? [
          `const user = await flows.createUser(${literal(knownUser)});`,
          `if (!user.ok) throw new Error(user.error.message);`,
        ]
      : []),
    `const flow = await flows.createFlow({`,
    `  steps: ${literal(steps)},`,
    ...(isKnown ? ['  user_id: user.data.id,'] : []),
    `});`,
    `if (!flow.ok) throw new Error(flow.error.message);`,
    `console.log(flow.data.id, flow.data.link);`,
  ].join('\n');
}

/** `examples`: the component of each example app. */
export function snippet(
  kind: Choice<'code'>,
  examples: Readonly<Record<Framework, string>>,
  setting: Setting,
): string {
  switch (kind) {
    case 'html':
      return htmlSnippet(setting);
    case 'curl':
      return curlSnippet(setting);
    case 'typescript':
      return typescriptSnippet(setting);
    case 'react':
    case 'vue':
    case 'svelte':
    case 'angular':
    case 'solid':
      return frameworkSnippet(kind, examples[kind], setting);
  }
}
