/**
 * `npm run words` says what is wrong with the words of each language. It exits with 1 when something is.
 *
 * Missing words show in English, so nothing breaks, but the payee reads two languages on one screen. What
 * English has itself and nothing asks for is dead weight in every language.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { fieldCatalogue, problemCatalogue } from '../src/contract/problems.ts';
import { asIssued } from '../src/locales/as-issued.ts';
import type { Entry, Language } from '../src/locales/catalogue.ts';
import english from '../src/locales/en/index.ts';
import { languages } from '../src/locales/languages.ts';
import { signed } from './fixed-by-law.ts';
import { notPlain } from './plain-words.ts';
import { textsOf, tooHard } from './readability.ts';

export type Words = Readonly<Record<string, Entry>>;
/** Words by portion: what is loaded at one time has to be complete. */
export type Portions = Readonly<Record<string, Words>>;

export async function portionsOf(language: Language): Promise<Portions> {
  const portions = Object.entries(language).map(
    async ([portion, load]) => [portion, Object.assign({}, ...(await wordsOf(load))) as Words] as const,
  );
  return Object.fromEntries(await Promise.all(portions));
}

/** The words of every file, in the order in which the portions name them. */
export async function filesOf(language: Language): Promise<Words[]> {
  return (await Promise.all(Object.values(language).map(wordsOf))).flat();
}

const wordsOf = async (load: Language[keyof Language]): Promise<Words[]> =>
  (await Promise.all(load())).flatMap(Object.values<Words>);

/** One line for each thing that is wrong with `words` in comparison with English. */
export function differences(tag: string, source: Portions, words: Portions): string[] {
  return Object.entries(source).flatMap(([portion, terms]) => {
    const own = words[portion] ?? {};
    const unknown = Object.keys(own).filter((term) => !Object.hasOwn(terms, term));
    return [
      ...unknown.map((term) => `unknown: ${term} (${portion})`),
      ...Object.entries(terms).flatMap(([term, entry]) => {
        const translated = own[term];
        if ((asIssued as readonly string[]).includes(term))
          return translated === undefined ? [] : [`issued in English: ${term}`];
        if (translated === undefined) return [`missing: ${term} (${portion})`];
        return [...placeholders(entry, translated), ...forms(tag, entry, translated)].map(
          (what) => `${what}: ${term}`,
        );
      }),
    ];
  });
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

/**
 * Every form has to name what English names. A number may be said in words, and the name of the app is always
 * there.
 */
function placeholders(entry: Entry, translated: Entry): string[] {
  const expected = new Set(textsOf(entry).flatMap(namesIn));
  return textsOf(translated).flatMap((text) => {
    const found = namesIn(text);
    return [
      ...found.filter((name) => name !== 'app' && !expected.has(name)).map((name) => `takes no {${name}}`),
      ...[...expected]
        .filter((name) => name !== 'app' && name !== 'count' && !found.includes(name))
        .map((name) => `lacks {${name}}`),
    ];
  });
}

/** A plural has a text for each form that whole numbers take in the language. */
function forms(tag: string, entry: Entry, translated: Entry): string[] {
  const rules = new Intl.PluralRules(tag);
  const needed = [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
  if (typeof entry === 'string')
    return typeof translated === 'string' ? [] : ['has forms that nothing chooses'];
  if (typeof translated === 'string')
    return needed.length === 1 ? [] : [`needs forms for ${needed.join(', ')}`];
  const { pluralCategories } = rules.resolvedOptions();
  return [
    ...needed.filter((form) => translated[form] === undefined).map((form) => `lacks a form for ${form}`),
    ...Object.keys(translated)
      .filter((form) => form !== 'other' && !(pluralCategories as string[]).includes(form))
      .map((form) => `${tag} has no form ${form}`),
  ];
}

/**
 * Returns one line for each term that two files word differently. Which of the texts is read would depend
 * on what was loaded last.
 */
export function contradictions(files: readonly Words[]): string[] {
  const texts = new Map<string, Set<string>>();
  for (const [term, entry] of files.flatMap((words) => Object.entries(words)))
    texts.set(term, (texts.get(term) ?? new Set()).add(JSON.stringify(entry)));
  return [...texts]
    .filter(([, { size }]) => size > 1)
    .map(([term, { size }]) => `${size} different texts: ${term}`);
}

/** Returns one line for each text in which the name of a tax form may be broken at its hyphen. */
export function breakable(files: readonly Words[]): string[] {
  return files.flatMap((words) =>
    Object.entries(words)
      .filter(([, entry]) => textsOf(entry).some((text) => /W-[89]/.test(text)))
      .map(([term]) => `breaks at the hyphen (use U+2011): ${term}`),
  );
}

/**
 * What the source says: its literals and names, and the terms that it puts together, as text around what
 * is filled in.
 */
export interface Mentions {
  readonly literals: ReadonlySet<string>;
  readonly templates: readonly (readonly string[])[];
}

export function mentionsIn(sources: readonly string[]): Mentions {
  const literals = new Set<string>();
  const templates: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node))
      templates.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    ts.forEachChild(node, visit);
  };
  for (const source of sources) visit(ts.createSourceFile('', source, ts.ScriptTarget.ES2022));
  return { literals, templates };
}

/**
 * Returns the terms that nothing asks for: by name, by a template whose gaps are filled with names from the
 * source, or by a code of the contract.
 */
export function unused(terms: readonly string[], { literals, templates }: Mentions): string[] {
  const patterns = templates.map((parts) => new RegExp(`^${parts.map(escaped).join('(.*)')}$`));
  return terms.filter((term) => {
    if (literals.has(term)) return false;
    const [family, ...rest] = term.split('.');
    const code = rest.at(-1) ?? '';
    if (family === 'error') return !Object.hasOwn(problemCatalogue, code);
    if (family === 'field')
      return !Object.hasOwn(fieldCatalogue, code) || !rest.slice(0, -1).every((name) => literals.has(name));
    return !patterns.some((pattern) =>
      pattern
        .exec(term)
        ?.slice(1)
        .every((gap) => gap === '' || literals.has(gap)),
    );
  });
}

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** The source of everything that words are shown by, without the words themselves. */
function sourceTexts(): string[] {
  const src = join(import.meta.dirname, '../src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^locales[/\\](?:as-issued|[\w-]+[/\\])/.test(file))
    .map((file) => readFileSync(join(src, file), 'utf8'));
}

/** What is wrong with the words of a language whatever English has. */
const faultsIn = (tag: string, files: readonly Words[], portions: Portions) => [
  ...contradictions(files),
  ...breakable(files),
  ...tooHard(tag, portions),
  ...notPlain(tag, portions),
];

async function main(): Promise<void> {
  const source = await portionsOf(english);
  const terms = [...new Set(Object.values(source).flatMap(Object.keys))];
  const dead = unused(terms, mentionsIn(sourceTexts())).map((term) => `unused: ${term}`);
  const report = new Map([
    ['en', [...dead, ...faultsIn('en', await filesOf(english), { ...source, signed })]],
  ]);
  for (const [tag, load] of Object.entries(languages)) {
    if (!load) continue;
    const language = (await load()).default;
    const portions = await portionsOf(language);
    const words = differences(tag, source, portions);
    report.set(tag, [...words, ...faultsIn(tag, await filesOf(language), portions)]);
  }
  for (const [tag, wrong] of report) {
    console.log(`${tag}: ${terms.length} terms, ${wrong.length ? `${wrong.length} wrong` : 'all right'}`);
    for (const line of wrong) console.log(`  ${line}`);
    if (wrong.length) process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
