/** Why our checks answer otherwise than somebody else. What is not here is a fault. */
import type { Example } from './examples.ts';

const is =
  (...names: readonly string[]) =>
  ({ country, kind }: Example): boolean =>
    names.includes(`${country} ${kind}`);
const number =
  (...numbers: readonly string[]) =>
  (example: Example): boolean =>
    numbers.includes(example.number);

const reasons: readonly (readonly [of: (example: Example) => boolean, reason: string])[] = [
  [number('8019010008', '12345678', 'M-1234567-L'), 'it is right as another kind of number of this country'],
  [is('DE idnr', 'DE stnr'), 'a business may give it: it can be a Steuernummer without its slashes'],
  [
    is('BE nn', 'CZ rc', 'DK cpr', 'FI hetu', 'PL pesel'),
    'days of birth are not looked up: what was given out in error is still somebody’s number',
  ],
  [is('BF iban', 'SN iban'), 'made up by the package, in the form before today’s: no bank has it'],
  [is('NZ bankaccount'), 'its check digits are not reckoned: each range of banks has a rule of its own'],
  [is('BE iban', 'MX clabe'), 'banks and branches are not looked up: new ones open'],
  [is('US ein', 'US itin', 'US ssn'), 'hyphens and high groups say nothing; the field takes SSN and ITIN'],
  [is('FR nif'), 'version 1.18 of python-stdnum does not know the key: ten digits modulo 511'],
  [
    is('PT nif', 'RO cnp'),
    'none begins with 0 (python-stdnum, pt/nif and ro/cnp); validator.js does not look',
  ],
];

export const reasonFor = (example: Example): string | undefined => reasons.find(([of]) => of(example))?.[1];
