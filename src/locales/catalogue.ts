/**
 * Every word there is, as types only: nothing of this file is left at run time.
 *
 * The keys are public (`config.messages`), and follow one scheme:
 *
 * - `<step>.<element>[.<part>]`: one step. `<step>` is its name on the wire, `<element>` is a screen, a field
 *   or a button.
 * - `<step>.<wire-name>.label`, `.hint`: a field. `.<choice>` and `.<choice>.hint` are what can be chosen in
 *   it.
 * - `<step>.….<variant>`: the same in another case, which comes last: `compliance.tin.label.business`.
 * - `bank.…`, `intl_bank.…`, `methods.…`, `payout-methods.…`, `rail.<rail>`: what several steps show.
 * - `field.<code>`, `field.<wire-name>.<code>`: what is wrong with a field. The longer key wins.
 * - `error.<problem-code>`: what is wrong with a request.
 * - `step.<step>`: the step's name in the progress line.
 * - `<screen>.title`, `<screen>.text`: screens of the frame: `completed`, `expired`, `offline`, …
 * - `action.…`, `label.…`, `progress.…`, `summary.…`, `duration.…`, `sandbox.…`: what the frame and all forms
 *   share.
 * - `….said.…`: what is only read out.
 * - `server.…`: what the server writes.
 *
 * A text names what is put into it in braces: `{amount}`. A text that depends on a number is an object with a
 * text for each plural form of the language (CLDR, "plural rules"), chosen by `{count}`:
 * `{ one: 'One try left.', other: '{count} tries left.' }`.
 *
 * A text that is empty in English is shown in other languages only: it explains what stays English there.
 */
import type { StepName } from '../contract/steps.ts';
import type { AsIssued } from './as-issued.ts';
import type english from './en/index.ts';

/**
 * One text for each plural form that the language has (CLDR, "plural rules"). `other` is in every language.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** What stands behind a key: a text, or one text for each plural form. */
export type Entry = string | Plural;

/** Words that are loaded at one time: those of a step, and of what is loaded later than its step. */
export type Portion =
  | StepName
  | 'closing'
  | 'ending'
  | 'authentication-code'
  | 'authentication-known'
  | 'compliance-business'
  | 'compliance-w8'
  | 'compliance-w8bene'
  | 'compliance-claim'
  | 'compliance-other'
  | 'compliance-review'
  | 'id-verification-capture'
  | 'id-verification-handoff'
  | 'bank-link'
  | 'intl-bank'
  | 'server';

type Words = Readonly<Record<string, Entry>>;

/** What a file of words exports: words, under whatever name. */
export type File = Readonly<Record<string, Words>>;

/**
 * What the `index.ts` in the folder of a language exports: the files of each portion. The portion
 * `authentication` is the first screen together with its frame.
 */
export type Language = Readonly<Record<Portion, () => readonly Promise<File>[]>>;

type Exports<M> = M extends unknown ? M[keyof M] : never;
/** A union, not an intersection: two files may word the same term, and `{a: 'x'} & {a: 'y'}` is never. */
type English = Exports<Awaited<ReturnType<(typeof english)[keyof typeof english]>[number]>>;

type KeyOf<E> = E extends unknown ? keyof E & string : never;
export type Term = KeyOf<English>;

/** Words by their keys, as they are handed around. Those of the host page have this shape, too. */
export type Messages = Partial<Record<Term, Entry>>;

/**
 * The words of a file in another language. What is left out stays English. What was issued in English must be
 * left out.
 */
export type Translation<E> = { readonly [K in keyof E as K extends AsIssued ? never : K]?: Entry };

type EntryOf<K extends Term, E = English> = K extends unknown
  ? E extends Readonly<Record<K, infer T>>
    ? T
    : never
  : never;
type NameIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NameIn<Rest> : never;
type ParamOf<E> = E extends string ? NameIn<E> : 'count' | NameIn<E[keyof E]>;

/**
 * What has to be given along with a term: a value for each name in its text. `Given` are the names that have
 * a value already.
 */
export type Args<K extends Term, Given extends string = never> = [
  Exclude<ParamOf<EntryOf<K>>, Given>,
] extends [never]
  ? []
  : [params: Readonly<Record<Exclude<ParamOf<EntryOf<K>>, Given>, string | number>>];

/** How a step asks for words: the name of the app is given. */
export type Translate = <K extends Term>(term: K, ...args: Args<K, 'app'>) => string;

/** A term with nothing in its text but the name of the app, if anything. */
export type PlainTerm = { [K in Term]: Args<K, 'app'> extends [] ? K : never }[Term];
