/** WCAG 2.2, principle 3. */
import type { Criterion } from './kinds.ts';

export const understandable: readonly Criterion[] = [
  {
    number: '3.1.1',
    name: 'Language of Page',
    level: 'A',
    verdict: 'Supports',
    says: 'The element and the hosted page say which language their words are in, also after the payee changes it.',
    tests: [
      ['element/dots-flow/language.test.ts', 'is that of the page, and the root says so'],
      ['e2e/german.spec.ts', 'is German all around the element, once the payee has chosen it there'],
    ],
    aloud: true,
  },
  {
    number: '3.1.2',
    name: 'Language of Parts',
    level: 'AA',
    verdict: 'Supports',
    says: 'Words that stay English by law, and names of other languages, are marked as such.',
    tests: [
      ['element/dots-flow/other-languages.test.ts', 'say which it is: ${at} ${JSON.stringify(requirement)}'],
      [
        'element/steps/compliance.test.ts',
        'has the words of the form certified, in English and marked as such',
      ],
    ],
    aloud: true,
  },
  {
    number: '3.2.1',
    name: 'On Focus',
    level: 'A',
    verdict: 'Supports',
    says: 'Nothing begins because something has the focus.',
    by: ['keys'],
    tests: [
      [
        'element/steps/onboarding.test.ts',
        'has the chosen country at once, and all of them when the payee reaches for it',
      ],
    ],
  },
  {
    number: '3.2.2',
    name: 'On Input',
    level: 'A',
    verdict: 'Supports',
    says: `A code is sent at its sixth digit, which is said beside its field before. Other answers change only which fields
      follow.`,
    tests: [
      ['element/steps/authentication.test.ts', 'says how long it works, and that it goes by itself'],
      [
        'element/steps/addresses.test.ts',
        'has all parts until a country is chosen, and keeps what was typed when it changes',
      ],
    ],
  },
  {
    number: '3.2.3',
    name: 'Consistent Navigation',
    level: 'AA',
    verdict: 'Supports',
    says: 'Progress and the way back stand above every screen, and help below.',
    by: ['trees'],
    tests: [
      [
        'element/dots-flow/way-back.test.ts',
        'stands above every page of the tax form, and leads to the heading of the page before',
      ],
    ],
  },
  {
    number: '3.2.4',
    name: 'Consistent Identification',
    level: 'AA',
    verdict: 'Supports',
    says: 'What does the same is called the same on each screen.',
    by: ['trees'],
  },
  {
    number: '3.2.6',
    name: 'Consistent Help',
    level: 'A',
    verdict: 'Supports',
    says: `Whom to ask stands below every screen, where the partner has said it. A partner who has not is named without an
      address.`,
    by: ['trees'],
    tests: [['element/dots-flow/help.test.ts', 'say who asks, whom to ask and what to read']],
  },
  {
    number: '3.3.1',
    name: 'Error Identification',
    level: 'A',
    verdict: 'Supports',
    says: 'What is wrong is said in words at its field; several things are listed above the form, each with its field.',
    tests: [
      [
        'element/steps/onboarding.test.ts',
        'says at each field what is wrong, and puts the focus on the first',
      ],
      [
        'element/steps/pdf-form-fill.test.ts',
        'says all that is missing, each with the name of its field, and leads to each',
      ],
    ],
    aloud: true,
  },
  {
    number: '3.3.2',
    name: 'Labels or Instructions',
    level: 'A',
    verdict: 'Supports',
    says: 'Each field has a label in view, says when it may stay empty, and how it is written where that is not plain.',
    by: ['axe'],
    tests: [
      ['element/ui/form-controller.test.ts', 'is named by its label and says whether it is needed'],
      ['element/steps/compliance-w8bene.test.ts', 'says what a GIIN looks like'],
    ],
  },
  {
    number: '3.3.3',
    name: 'Error Suggestion',
    level: 'AA',
    verdict: 'Supports',
    says: 'An error says what is wanted, in the terms of the country.',
    tests: [
      [
        'element/steps/addresses.test.ts',
        'says what is missing and what is wrong in the words of the country',
      ],
      [
        'element/steps/onboarding.test.ts',
        'says what is wrong with a name and an address, and what they look like',
      ],
    ],
  },
  {
    number: '3.3.4',
    name: 'Error Prevention (Legal, Financial, Data)',
    level: 'AA',
    verdict: 'Supports',
    says: 'Tax forms, payouts and PDF forms are shown to be read before they are sent, with a way back to each answer.',
    tests: [
      ['element/steps/payout.test.ts', 'asks once more, and confirms once'],
      ['element/steps/payout.test.ts', 'lets the payee go back from the review to what was typed'],
      ['element/steps/compliance.test.ts', 'lists the answers, each with a way to its page and back'],
      [
        'element/steps/manage-payouts.test.ts',
        'asks first, keeps the method on Escape, and gives the focus back',
      ],
    ],
  },
  {
    number: '3.3.7',
    name: 'Redundant Entry',
    level: 'A',
    verdict: 'Supports',
    says: `What the payee or the partner has said is filled in. Asked again are a signature, and numbers that are kept from the
      screen for safety, which the criterion excepts.`,
    tests: [
      [
        'element/steps/onboarding.test.ts',
        'starts with what the server knows, else with what the page knows',
      ],
      [
        'element/steps/background-check.test.ts',
        'starts with what is known, the digits of the number excepted',
      ],
      ['element/steps/background-check.test.ts', 'asks only for what is not on file: ${what}'],
    ],
  },
  {
    number: '3.3.8',
    name: 'Accessible Authentication (Minimum)',
    level: 'AA',
    verdict: 'Partially supports',
    says: `There is no password and no puzzle, and a texted code is filled in by the phone or pasted. Who has a landline alone
      hears the code in a call and has to type it. After the code, some are asked for the end of an account number.`,
    tests: [
      ['element/steps/authentication.test.ts', 'is one real input that texts fill in'],
      ['element/steps/authentication.test.ts', 'is sent when it is pasted or filled in from the message'],
      [
        'element/steps/authentication.test.ts',
        'puts the call first for a landline, and sends the same for it',
      ],
      ['element/steps/known.test.ts', 'may be the end of a bank account, or the whole of it'],
    ],
  },
];
