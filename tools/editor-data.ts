/**
 * `npm run manifest` writes what editors complete and explain in HTML: html-custom-data.json for VS Code
 * (https://code.visualstudio.com/blogs/2020/02/24/custom-data-format) and web-types.json for JetBrains
 * (https://github.com/JetBrains/web-types). Both say what custom-elements.json says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepNames } from '../src/contract/steps.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly type?: { readonly text: string } })[];
  readonly events: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

const root = join(import.meta.dirname, '..');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
const write = (file: string, data: object) =>
  writeFileSync(join(root, file), `${JSON.stringify(data, null, 2)}\n`);

const { name, version } = read<{ name: string; version: string }>('package.json');
const element = read<Manifest>('custom-elements.json')
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName);
if (!element?.tagName) throw new Error('custom-elements.json has no element.');
const { tagName, description = '', attributes, events, cssProperties, cssParts } = element;

type Attribute = Declaration['attributes'][number];

/** Returns the words that the attribute takes, or none when it takes any text. */
const choicesOf = ({ type }: Attribute): readonly string[] => type?.text.match(/(?<=')[^'|]+(?=')/g) ?? [];

/** JetBrains takes a list for a choice of one. Of `steps`, several stand in one text. */
const typeOf = (attribute: Attribute): string | readonly string[] => {
  const choices = choicesOf(attribute).map((choice) => `'${choice}'`);
  if (choices.length) return choices;
  return attribute.type?.text === 'boolean' ? 'boolean' : 'string';
};
const described = (all: readonly Named[]) =>
  all.map((one) => ({ name: one.name, description: one.description ?? '' }));

write('html-custom-data.json', {
  version: 1.1,
  tags: [
    {
      name: tagName,
      description,
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: attribute.description ?? '',
        values: (attribute.name === 'steps' ? stepNames : choicesOf(attribute)).map((value) => ({
          name: value,
        })),
      })),
    },
  ],
});

write('web-types.json', {
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: tagName,
          description,
          attributes: attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description ?? '',
            value: { type: typeOf(attribute) },
          })),
          js: { events: described(events) },
          css: { parts: described(cssParts), properties: described(cssProperties) },
        },
      ],
    },
  },
});
