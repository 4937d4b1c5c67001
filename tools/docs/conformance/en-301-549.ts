/**
 * EN 301 549 V3.2.1 (https://www.etsi.org/deliver/etsi_en/301500_301599/301549/03.02.01_60/), beside chapter 9,
 * whose clauses are criteria of WCAG 2.1.
 */
import type { Row } from './kinds.ts';

export interface Chapter {
  readonly title: string;
  readonly rows: readonly Row[];
}

const none = (number: string, name: string, says: string): Row => ({
  ...{ number, name, says, verdict: 'Not applicable' },
});

export const chapters: readonly Chapter[] = [
  {
    title: '4 Functional performance statements',
    rows: [
      {
        number: '4.2.1',
        name: 'Usage without vision',
        verdict: 'Partially supports',
        says: `Names, roles and messages are there, but nobody has done a flow with a screen reader. To photograph an ID
          without sight is hard; the photo may be a file, or be taken by somebody on another phone.`,
        by: ['axe', 'trees', 'keys'],
        aloud: true,
      },
      {
        number: '4.2.2',
        name: 'Usage with limited vision',
        verdict: 'Supports',
        says: 'Text may be twice as large, contrast stronger, and colours those of the system.',
        by: ['room'],
        tests: [
          [
            'e2e/enlarged.spec.ts',
            'a payee with text twice as large, on 360 pixels, sees all of every screen',
          ],
          [
            'element/dots-flow/forced-colors.test.ts',
            'writes quiet text, errors and links stronger, and draws edges as text is drawn (${scheme})',
          ],
        ],
      },
      {
        number: '4.2.3',
        name: 'Usage without perception of colour',
        verdict: 'Supports',
        says: 'See 1.4.1.',
        tests: [
          [
            'element/dots-flow/forced-colors.test.ts',
            'shows what is done, what comes now and what is to come',
          ],
        ],
      },
      {
        number: '4.2.4',
        name: 'Usage without hearing',
        verdict: 'Partially supports',
        says: 'A code comes as a text. Who has a landline alone can only hear it.',
        tests: [['element/steps/authentication.test.ts', 'offers no call before anything has failed']],
      },
      {
        number: '4.2.5',
        name: 'Usage with limited hearing',
        verdict: 'Partially supports',
        says: 'As 4.2.4.',
        tests: [['element/steps/authentication.test.ts', 'offers no call before anything has failed']],
      },
      {
        number: '4.2.6',
        name: 'Usage with no or limited vocal capability',
        verdict: 'Supports',
        says: 'Nothing is to be spoken; the microphone is never asked for.',
        tests: [
          [
            'element/steps/id-verification.test.ts',
            'asks for the camera when it is needed and not before, and never for the microphone',
          ],
        ],
      },
      {
        number: '4.2.7',
        name: 'Usage with limited manipulation or strength',
        verdict: 'Supports',
        says: 'Single presses and keys do everything, and targets are large.',
        by: ['keys'],
        tests: [['element/dots-flow/hit-areas.test.ts', 'everything that can be pressed is large enough']],
      },
      {
        number: '4.2.8',
        name: 'Usage with limited reach',
        verdict: 'Not applicable',
        says: 'It is about hardware.',
      },
      {
        number: '4.2.9',
        name: 'Minimize photosensitive seizure triggers',
        verdict: 'Supports',
        says: 'Nothing flashes.',
        read: 'As 2.3.1.',
      },
      {
        number: '4.2.10',
        name: 'Usage with limited cognition, language or learning',
        verdict: 'Partially supports',
        says: `Words are measured: English can be read after six years of school, German after seven. What a law words is
          hard, and stays. No payee with such a limitation has been watched.`,
        tests: [
          [
            'locales/readability.test.ts',
            'English can be read after six years of school, what is signed too',
          ],
          ['locales/readability.test.ts', 'German can be read after seven'],
        ],
      },
      {
        number: '4.2.11',
        name: 'Privacy',
        verdict: 'Supports',
        says: 'Numbers are hidden until they are asked for, for whoever sees, hears or feels them.',
        tests: [['element/ui/fields.test.ts', 'hide a secret until asked, and never put it into the markup']],
      },
    ],
  },
  {
    title: '5 Generic requirements',
    rows: [
      none('5.1', 'Closed functionality', 'Assistive technology is not shut out.'),
      {
        number: '5.2',
        name: 'Activation of accessibility features',
        verdict: 'Supports',
        says: 'What is asked of the system counts by itself: forced colours, more contrast, less motion, larger text.',
        tests: [
          ['element/dots-flow/frame.test.ts', 'do not move when less motion is asked for'],
          ['element/ui/font-size.test.ts', 'follows the element'],
        ],
      },
      {
        number: '5.3',
        name: 'Biometrics',
        verdict: 'Partially supports',
        says: `Signing in never uses a body. The step id-verification compares a face with an ID, and has no other way in the
          flow; partners choose whether to ask for the step.`,
        read: 'The phases of the step are in `src/contract/steps`.',
      },
      {
        number: '5.4',
        name: 'Preservation of accessibility information during conversion',
        verdict: 'Does not support',
        says: 'A PDF form of a partner is filled in and made flat. Nothing keeps the tags that it may have.',
        read: '`src/server/pdf/fill.ts`; nobody has looked at a tagged form before and after.',
      },
      none('5.5', 'Operable parts', 'It is about hardware.'),
      none('5.6', 'Locking or toggle controls', 'It is about hardware.'),
      none('5.7', 'Key repeat', 'The system repeats keys.'),
      none('5.8', 'Double-strike key acceptance', 'The system accepts keys.'),
      {
        number: '5.9',
        name: 'Simultaneous user actions',
        verdict: 'Supports',
        says: 'Nothing needs two actions at the same time.',
        by: ['keys'],
      },
    ],
  },
  {
    title: '6 to 8',
    rows: [
      none('6', 'Two-way voice communication', 'There is none.'),
      none('7', 'Video capabilities', 'There is none.'),
      none('8', 'Hardware', 'There is none.'),
    ],
  },
  {
    title: '9 Web, beside the criteria above',
    rows: [
      {
        number: '9.4.1.1',
        name: 'Parsing',
        verdict: 'Supports',
        says: 'The W3C regards it as satisfied by all HTML (note of 2023 to WCAG 2.1), and took it out of 2.2.',
        read: 'What is drawn comes from templates of Lit and Hono.',
      },
      {
        number: '9.6',
        name: 'WCAG conformance requirements',
        verdict: 'Partially supports',
        says: 'Whole processes were examined, but 9.2.2.2 is only partially supported.',
        by: ['axe', 'keys'],
      },
    ],
  },
  {
    title: '10 Documents that are no web pages',
    rows: [
      {
        number: '10.1.3.1',
        name: 'Info and relationships',
        verdict: 'Does not support',
        says: `The PDF of a tax form has no tags. Before it is signed, the same lines are on screen as HTML. A partner’s PDF
          form is asked as fields, and read again on screen; its file has what tags the partner’s has, if any.`,
        tests: [
          [
            'element/steps/compliance-review.test.ts',
            'is shown line by line, with the number masked, and as a file to keep',
          ],
        ],
      },
      {
        number: '10.2.4.2',
        name: 'Document titled',
        verdict: 'Partially supports',
        says: 'The PDF of a tax form has a title, which windows show. That of a partner’s form is the partner’s.',
        read: '`src/server/tax/document/pdf.ts`',
      },
      {
        number: '10.3.1.1',
        name: 'Language of page',
        verdict: 'Partially supports',
        says: 'The PDF of a tax form says that it is in English. That of a partner’s form says what it said before.',
        read: '`src/server/tax/document/pdf.ts`',
      },
      {
        number: '10, the rest',
        name: 'All other clauses',
        verdict: 'Partially supports',
        says: 'Text in the PDF of a tax form is text. Nobody has examined the files with a checker.',
        read: '`src/server/tax/document/pdf.ts`',
      },
    ],
  },
  {
    title: '11 Software',
    rows: [
      none(
        '11.1 to 11.6',
        'Software that is no web page',
        'All of it is shown by a browser; chapter 9 applies.',
      ),
      {
        number: '11.7',
        name: 'User preferences',
        verdict: 'Supports',
        says: 'Colours, contrast, size of text and motion of the system are followed.',
        tests: [
          [
            'element/dots-flow/forced-colors.test.ts',
            'tells a field that is wrong from one that has the focus',
          ],
          ['element/ui/font-size.test.ts', 'follows the element'],
        ],
      },
      none('11.8', 'Authoring tools', 'Payees answer forms; nobody writes documents for others.'),
    ],
  },
  {
    title: '12 Documentation and support services',
    rows: [
      {
        number: '12.1.1',
        name: 'Accessibility and compatibility features',
        verdict: 'Supports',
        says: 'What the system may ask for is named here, in 5.2 and 11.7, and languages in their own page.',
        read: '`docs/languages.md`',
      },
      {
        number: '12.1.2',
        name: 'Accessible documentation',
        verdict: 'Partially supports',
        says: `The documentation is HTML with headings. The explained API fits narrow pages and is searched by keys. Nobody has
          examined either by every criterion.`,
        tests: [
          ['e2e/docs.spec.ts', 'the explained API is searched by keyboard, at ${width} pixels'],
          ['e2e/docs.spec.ts', 'the explained API fits into ${width} pixels'],
        ],
      },
      none(
        '12.2',
        'Support services',
        'Payees are supported by the partner, whose address stands below every screen.',
      ),
    ],
  },
  {
    title: '13 Relay and emergency services',
    rows: [none('13', 'Relay and emergency services', 'There are none.')],
  },
];
