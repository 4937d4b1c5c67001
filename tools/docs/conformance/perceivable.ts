/** WCAG 2.2, principle 1. */
import type { Criterion } from './kinds.ts';

const sound = [/<audio\b|<track\b|new Audio\(|\bAudioContext\b/, 'sound'] as const;
const media = {
  verdict: 'Not applicable',
  says: 'There is no sound and no film. The one video is the payee’s own camera, live and without sound.',
  absent: sound,
} as const;

export const perceivable: readonly Criterion[] = [
  {
    number: '1.1.1',
    name: 'Non-text Content',
    level: 'A',
    verdict: 'Supports',
    says: 'Icons and drawings are decoration and hidden; the QR code and photos have a text in their place.',
    by: ['axe', 'trees'],
    aloud: true,
  },
  { number: '1.2.1', name: 'Audio-only and Video-only (Prerecorded)', level: 'A', ...media },
  { number: '1.2.2', name: 'Captions (Prerecorded)', level: 'A', ...media },
  { number: '1.2.3', name: 'Audio Description or Media Alternative (Prerecorded)', level: 'A', ...media },
  { number: '1.2.4', name: 'Captions (Live)', level: 'AA', ...media },
  { number: '1.2.5', name: 'Audio Description (Prerecorded)', level: 'AA', ...media },
  {
    number: '1.3.1',
    name: 'Info and Relationships',
    level: 'A',
    verdict: 'Supports',
    says: `Headings, lists, groups and labels are what HTML has for them; hints and errors are tied to their fields,
      and each is read once.`,
    by: ['axe', 'trees'],
    tests: [['element/dots-flow/said-once.test.ts', 'is read once, right or wrong: ${name}']],
    aloud: true,
  },
  {
    number: '1.3.2',
    name: 'Meaningful Sequence',
    level: 'A',
    verdict: 'Supports',
    says: 'What is read is in the order of what is seen.',
    by: ['trees'],
    tests: [
      ['element/dots-flow/looks.test.ts', 'shows what the page puts above and below the flow'],
      [
        'element/ui/form-controller.test.ts',
        'is there when more than one thing is wrong, in the order of the screen',
      ],
    ],
    aloud: true,
  },
  {
    number: '1.3.3',
    name: 'Sensory Characteristics',
    level: 'A',
    verdict: 'Supports',
    says: 'Instructions name a field or a button by its words, not by its place, shape or colour.',
    read: `words of place and colour were searched for in \`src/locales\`: “above” and “below” come with the name of what is
      meant, “left” and “right” are of a paper check, for which a bank’s app will do`,
  },
  {
    number: '1.3.4',
    name: 'Orientation',
    level: 'AA',
    verdict: 'Supports',
    says: 'Nothing asks for one orientation, and nothing locks it.',
    absent: [/screen\.orientation|orientation\.lock|\(orientation:/, 'a rule about the orientation'],
  },
  {
    number: '1.3.5',
    name: 'Identify Input Purpose',
    level: 'AA',
    verdict: 'Supports',
    says: 'Names, addresses, phone, email, birthday and code have the tokens of autofill, a partner’s PDF form too.',
    by: ['axe'],
    tests: [
      [
        'element/steps/onboarding.test.ts',
        'asks for what is required, under the wire names and with autofill tokens',
      ],
      ['element/steps/addresses.test.ts', 'has the autofill tokens of each part'],
      ['element/steps/authentication.test.ts', 'is one real input that texts fill in'],
      ['element/steps/compliance.test.ts', 'in the order of ${locale}, each with its label and its autofill'],
      [
        'element/steps/pdf-form-fill.test.ts',
        'tells the browser what is known of the payee, in either language and whatever the field',
      ],
    ],
  },
  {
    number: '1.4.1',
    name: 'Use of Color',
    level: 'A',
    verdict: 'Supports',
    says: 'What is wrong, chosen, done or disabled differs in words, lines or icons, too, also in forced colours.',
    by: ['axe'],
    tests: [
      ['element/dots-flow/forced-colors.test.ts', 'tells a field that is wrong from one that has the focus'],
      ['element/dots-flow/forced-colors.test.ts', 'shows what is done, what comes now and what is to come'],
    ],
  },
  { number: '1.4.2', name: 'Audio Control', level: 'A', ...media },
  {
    number: '1.4.3',
    name: 'Contrast (Minimum)',
    level: 'AA',
    verdict: 'Supports',
    says: `The element’s own colours, and all that is derived from three colours of a partner, keep 4.5:1. A partner can
      set single colours that do not; the console then names the property.`,
    by: ['axe'],
    tests: [
      ['element/ui/palette.test.ts', 'keeps ${least}:1 for ${front} on ${back}'],
      ['element/dots-flow/looks.test.ts', 'names the token, and which way to go'],
      ['e2e/brands.spec.ts', '${brand} looks like itself on every screen, and can be read'],
    ],
  },
  {
    number: '1.4.4',
    name: 'Resize Text',
    level: 'AA',
    verdict: 'Supports',
    says: 'Text twice as large, on a phone of 360 pixels, leaves every screen whole.',
    tests: [
      ['e2e/enlarged.spec.ts', 'a payee with text twice as large, on 360 pixels, sees all of every screen'],
      [
        'element/dots-flow/whole-words.test.ts',
        'no word is broken that has room on a line: ${says} in ${lang}',
      ],
    ],
  },
  {
    number: '1.4.5',
    name: 'Images of Text',
    level: 'AA',
    verdict: 'Supports',
    says: 'No words are pictures. A logo is the partner’s.',
    read: 'Icons and drawings (`src/ui/icons.ts`, `src/steps/id-verification/art.ts`) have no words in them.',
  },
  {
    number: '1.4.10',
    name: 'Reflow',
    level: 'AA',
    verdict: 'Supports',
    says: 'At 320 pixels, which is 1280 at 400 %, nothing is lost and nothing scrolls sideways.',
    by: ['room'],
    tests: [['element/dots-flow/whole-words.test.ts', 'with text twice as large on a phone of 320 pixels']],
  },
  {
    number: '1.4.11',
    name: 'Non-text Contrast',
    level: 'AA',
    verdict: 'Supports',
    says: 'Edges of fields and rings of the focus keep 3:1 in the element’s own colours; forced colours are kept.',
    tests: [
      ['element/dots-flow/looks.test.ts', 'finds nothing in the colours that the element brings'],
      ['element/ui/palette.test.ts', 'keeps ${least}:1 for ${front} on ${back}'],
      [
        'element/dots-flow/forced-colors.test.ts',
        'shows which card is chosen, which has the focus, and that none is',
      ],
    ],
  },
  {
    number: '1.4.12',
    name: 'Text Spacing',
    level: 'AA',
    verdict: 'Supports',
    says: 'With the spaces that the criterion names, set on every part of the element, no words are cut off.',
    by: ['room'],
  },
  {
    number: '1.4.13',
    name: 'Content on Hover or Focus',
    level: 'AA',
    verdict: 'Supports',
    says: `Nothing but colour comes with hovering. Lists and menus come with a press, and go with Escape. The tag
      “sandbox” has the browser’s own tooltip, outside real use.`,
    tests: [
      [
        'element/steps/manage-payouts.test.ts',
        'opens with Enter, moves with the arrows, and gives the focus back on Escape',
      ],
    ],
    absent: [/mouseenter|mouseover|pointerenter|pointerover/, 'something that waits for a pointer to hover'],
  },
];
