/**
 * The order of day, month and year is that of the language that the words on screen are in, in every step
 * that asks for a date of birth. Whose browser speaks a language without words here reads English, and the
 * order of English: labels and the date in words belong together. A region counts where the payee named it
 * for that very language.
 */
import { expect } from '@open-wc/testing';
import type { Requirement, RequirementOf } from '../../../src/contract/steps/session.ts';
import { chooseLanguage } from '../../../src/locales/languages.ts';
import authentication from '../../../src/steps/authentication/index.ts';
import backgroundCheck from '../../../src/steps/background-check/index.ts';
import compliance from '../../../src/steps/compliance/index.ts';
import type { StepElement, StepModule } from '../../../src/steps/step-element.ts';
import { snapshotAt } from '../../support/snapshots.ts';
import { eventually } from '../eventually.ts';
import { choose, fillAll, find, mountStep, settled, submit } from '../support.ts';

const asked = <N extends Requirement['step']>(step: N) =>
  snapshotAt({ at: step, steps: [step] }).current as RequirementOf<N>;

/** How each step comes to ask for the date. */
const steps: Readonly<
  Record<string, readonly [StepModule, Requirement, (element: StepElement) => Promise<unknown>]>
> = {
  'a W-9': [
    compliance,
    { ...asked('compliance'), prefill: { first_name: 'Ana', last_name: 'Silva' } },
    (element) => submit(element),
  ],
  'a W-8BEN': [
    compliance,
    { ...asked('compliance'), form: 'w8ben', country: 'BR', prefill: { name: 'Ana Silva' } },
    async (element) => {
      await choose(element, 'form', 'w8ben');
      await eventually(
        () => element.renderRoot.querySelector('[name=citizenship_country]'),
        'the form is there',
      );
      await fillAll(element, { citizenship_country: 'BR' });
      await submit(element);
    },
  ],
  'a background check': [
    backgroundCheck,
    { ...asked('background-check'), phase: 'details', fields: ['date_of_birth'] },
    () => Promise.resolve(),
  ],
  'a known payee': [
    authentication,
    { ...asked('authentication'), phase: 'known', asks: 'date_of_birth' },
    () => Promise.resolve(),
  ],
};

/** The languages of a browser, and the order and the words of 5 March 1990 that come of them. */
const browsers: readonly (readonly [tags: readonly string[], order: string, words: string])[] = [
  [['pt-BR', 'pt', 'en-US', 'en'], 'month day year', 'March 5, 1990'],
  [['pt-BR'], 'month day year', 'March 5, 1990'],
  [['pt-BR', 'en-GB'], 'day month year', '5 March 1990'],
  [['de-AT', 'en'], 'day month year', '5. März 1990'],
];

describe('the order of a date of birth', () => {
  for (const [tags, order, words] of browsers)
    for (const [name, [module, requirement, open]] of Object.entries(steps))
      it(`is ${order} for ${tags.join(', ')}: ${name}`, async () => {
        const [, locale] = chooseLanguage(tags);
        const { element } = await mountStep(module, requirement, { locale });
        await open(element);
        await eventually(() => element.renderRoot.querySelector('[name=date_of_birth]'), 'it is asked');
        const fields = [...element.renderRoot.querySelectorAll<HTMLInputElement>('.parts input')];
        expect(fields.map(({ id }) => id.replace('date_of_birth-', '')).join(' ')).to.equal(order);
        for (const [part, value] of Object.entries({ day: '5', month: '3', year: '1990' })) {
          const input = find<HTMLInputElement>(element, `#date_of_birth-${part}`);
          input.value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await settled(element);
        }
        expect(find(element, '#date_of_birth-said').textContent).to.equal(words);
      });

  /** What is pasted into the month, who pastes it where, and what stands in the fields then. */
  const pasted: readonly (readonly [text: string, browser: string, page: string, fields: string])[] = [
    ['05/03/1990', 'pt-BR', 'en', '05/03/1990,,'],
    ['05/03/1990', 'en-US', 'de', '05/03/1990,,'],
    ['05031990', 'pt-BR', 'en', '05031990,,'],
    ['05/03/1990', 'en-US', 'en', '05,03,1990'],
    ['05/03/1990', 'de-DE', 'de', '03,05,1990'],
    ['05/03/1990', 'en-US@posix', 'en', '05,03,1990'],
    // These are one day whoever wrote them.
    ['31/03/1990', 'pt-BR', 'en', '03,31,1990'],
    ['03/31/1990', 'pt-BR', 'en', '03,31,1990'],
    ['05.03.1990', 'pt-BR', 'en', '03,05,1990'],
    ['1990-03-05', 'pt-BR', 'en', '03,05,1990'],
    ['05/05/1990', 'pt-BR', 'en', '05,05,1990'],
  ];
  for (const [text, browser, locale, fields] of pasted)
    it(`is not guessed of what is pasted: ${text} by ${browser} into ${locale}`, async () => {
      Object.defineProperty(navigator, 'languages', { configurable: true, value: [browser] });
      try {
        const [module, requirement] = steps['a background check'] as (typeof steps)[string];
        const { element } = await mountStep(module, requirement, { locale });
        const part = (name: string) => find<HTMLInputElement>(element, `#date_of_birth-${name}`);
        part('month').value = text;
        part('month').dispatchEvent(
          new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }),
        );
        await settled(element);
        expect(['month', 'day', 'year'].map((name) => part(name).value).join()).to.equal(fields);
      } finally {
        Reflect.deleteProperty(navigator, 'languages');
      }
    });
});
