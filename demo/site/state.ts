/**
 * Everything that can be set on the page. All of it is in the address, so that a state can be shared: what
 * stands at its default is left out.
 */
import type { StepInput, StepName } from '../../src/contract/steps.ts';
import { isPersona, type PersonaId } from './personas.ts';

/** Steps that a partner asks for; those before them come by themselves. */
export const offeredSteps = [
  'compliance',
  'id-verification',
  'background-check',
  'pdf-form-fill',
  'manage-payments',
  'manage-payouts',
  'payout',
  'redirect',
] as const satisfies readonly StepName[];
export type OfferedStep = (typeof offeredSteps)[number];

/** Options that a switch can give, by step (`src/contract/steps.ts`). */
export const offeredOptions = [
  ['compliance', 'force'],
  ['manage-payouts', 'require_default_payout_method'],
  ['manage-payouts', 'require_auto_payout_method'],
  ['manage-payouts', 'hide_continue_button'],
  ['payout', 'hide_continue_button'],
] as const satisfies readonly (readonly [OfferedStep, string])[];

export const choices = {
  brand: ['pomelo', 'halyard', 'northgate'],
  /** Where the Flows API runs. */
  api: ['server', 'browser'],
  payee: ['new', 'known'],
  source: ['create-flow', 'flow-id', 'client-id'],
  scheme: ['auto', 'light', 'dark'],
  font: ['', 'sans', 'serif', 'mono'],
  lang: ['', 'en', 'de'],
  dir: ['ltr', 'rtl'],
  width: ['', '320', '360', '480', '768'],
  fault: ['', 'slow', 'offline', 'busy', 'down', 'lost'],
  code: ['html', 'react', 'vue', 'svelte', 'angular', 'solid', 'curl', 'typescript'],
} as const;
type Choices = typeof choices;
export type Choice<Name extends keyof Choices> = Choices[Name][number];

export type Colour = 'accent' | 'surface' | 'text';
export const colours = ['accent', 'surface', 'text'] as const satisfies readonly Colour[];

export type State = { readonly [Name in keyof Choices]: Choice<Name> } & Readonly<Record<Colour, string>> & {
    readonly persona: PersonaId;
    readonly steps: readonly OfferedStep[];
    /** `step.option` of each that is on. */
    readonly options: readonly string[];
    /** In em; empty: as the brand has it. */
    readonly radius: string;
    /** Factor; empty: as the brand has it. */
    readonly density: string;
    readonly muted: boolean;
  };

const defaults: State = {
  brand: 'pomelo',
  api: 'server',
  payee: 'new',
  source: 'create-flow',
  scheme: 'auto',
  font: '',
  lang: '',
  dir: 'ltr',
  width: '',
  fault: '',
  code: 'html',
  accent: '',
  surface: '',
  text: '',
  persona: 'us-individual',
  steps: ['compliance', 'manage-payouts'],
  options: [],
  radius: '',
  density: '',
  muted: false,
};

const isChoice = <Name extends keyof Choices>(name: Name, value: string): value is Choice<Name> =>
  (choices[name] as readonly string[]).includes(value);
const isColour = (value: string): boolean => /^#[\da-f]{6}$/i.test(value);
const isNumber = (value: string): boolean => /^\d(?:\.\d{1,2})?$/.test(value);
const optionNames: readonly string[] = offeredOptions.map((names) => names.join('.'));

/** Reads an address. What is not one of ours stands at its default: anybody can write an address. */
export function readState(query: string): State {
  const given = new URLSearchParams(query);
  const read = <T extends string>(name: string, isRight: (value: string) => boolean, otherwise: T): T => {
    const value = given.get(name);
    return value !== null && isRight(value) ? (value as T) : otherwise;
  };
  const list = (name: string): readonly string[] | undefined => given.get(name)?.split(' ').filter(Boolean);
  const steps = list('steps');
  const chosen = Object.fromEntries(
    Object.keys(choices).map((name) => {
      const key = name as keyof Choices;
      return [key, read(key, (value) => isChoice(key, value), defaults[key])];
    }),
  ) as Pick<State, keyof Choices>;
  return {
    ...chosen,
    accent: read('accent', isColour, ''),
    surface: read('surface', isColour, ''),
    text: read('text', isColour, ''),
    persona: read('persona', isPersona, defaults.persona),
    steps: steps ? offeredSteps.filter((name) => steps.includes(name)) : defaults.steps,
    options: optionNames.filter((name) => list('options')?.includes(name)),
    radius: read('radius', isNumber, ''),
    density: read('density', isNumber, ''),
    muted: given.get('muted') === 'yes',
  };
}

/** Returns the query of a state: empty when everything stands at its default. */
export function writeState(state: State): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(' ') : value === true ? 'yes' : String(value);
    const usual: unknown = defaults[name as keyof State];
    const usualText = Array.isArray(usual) ? usual.join(' ') : String(usual);
    if (text !== usualText) query.set(name, text);
  }
  const written = query.toString();
  return written && `?${written}`;
}

/** Returns the steps as a flow is asked for them. */
export function stepsOf(
  { steps, options }: State,
  { redirectUrl, templateId }: { readonly redirectUrl: string; readonly templateId: string },
): StepInput[] {
  return steps.map((name) => {
    const mine = options.filter((option) => option.startsWith(`${name}.`));
    const given = {
      ...(name === 'redirect' && { redirect_url: redirectUrl }),
      ...(name === 'pdf-form-fill' && { template_id: templateId }),
      ...Object.fromEntries(mine.map((option) => [option.slice(name.length + 1), true])),
    };
    return (Object.keys(given).length > 0 ? { name, ...given } : name) as StepInput;
  });
}
