/** Which addresses are in a sanctioned place, for certain or perhaps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sanctionedPlace } from '../../../src/contract/sanctions/places.ts';
import type { Place } from '../../../src/contract/sanctions/places.ts';
import { countryCodes } from '../../../src/contract/forms/countries.ts';

const said = (place: Place): string => {
  const found = sanctionedPlace(place);
  return found ? `${found.entry} ${found.part} ${found.certain ? 'certain' : 'perhaps'}` : 'no';
};

test('countries: three, and Syria is none of them any more', () => {
  const found = countryCodes.filter((country) => sanctionedPlace({ country }));
  assert.deepEqual(found, ['CU', 'IR', 'KP']);
  assert.equal(sanctionedPlace({ country: 'IR' })?.law, '31 CFR part 560');
});

const rows: readonly (readonly [Place, string])[] = [
  [{ country: 'UA', city: 'Kyiv', postcode: '01001' }, 'no'],
  [{ country: 'UA', city: 'Ялта', postcode: '98600' }, 'UA-crimea postcode certain'],
  [{ country: 'UA', state: 'Автономна Республіка Крим' }, 'UA-crimea state certain'],
  [{ country: 'RU', state: 'Republic of  CRIMEA', city: 'Kerch' }, 'UA-crimea state certain'],
  [{ country: 'RU', city: 'Севастополь' }, 'UA-crimea city certain'],
  [{ country: 'UA', city: 'Sevastopol', postcode: '99 000' }, 'UA-crimea city certain'],
  [{ country: 'RU', city: 'Simferopol' }, 'UA-crimea city perhaps'],
  [{ country: 'RU', city: 'Simferopol', postcode: '295000' }, 'UA-crimea postcode certain'],
  [{ country: 'RU', city: 'Krymsk', postcode: '353380' }, 'no'],
  [{ country: 'US', city: 'Sebastopol', state: 'CA', postcode: '95472' }, 'no'],
  [{ country: 'DE', city: 'Krim', postcode: '95444' }, 'no'],
  [
    { country: 'UA', state: 'Донецька область', city: 'Краматорськ', postcode: '84300' },
    'UA-donetsk postcode perhaps',
  ],
  [{ country: 'UA', state: 'Donets’k' }, 'UA-donetsk state perhaps'],
  [{ country: 'UA', state: 'DNR', city: 'Donetsk' }, 'UA-donetsk state certain'],
  [{ country: 'RU', state: 'Донецкая Народная Республика' }, 'UA-donetsk state certain'],
  [{ country: 'RU', city: 'Donetsk', postcode: '283001' }, 'UA-donetsk postcode certain'],
  [{ country: 'RU', city: 'Donetsk', postcode: '346330', state: 'Rostov' }, 'no'],
  [{ country: 'UA', city: 'Lugansk' }, 'UA-luhansk city perhaps'],
  [{ country: 'UA', city: 'Сєвєродонецьк', postcode: '93400' }, 'UA-luhansk postcode perhaps'],
  [{ country: 'RU', postcode: '291000' }, 'UA-luhansk postcode certain'],
  [{ country: 'UA', state: 'Lugansk People’s Republic' }, 'UA-luhansk state certain'],
  [{ country: 'RU', city: 'Moscow', postcode: '101000' }, 'no'],
  [{ country: null }, 'no'],
];

test('regions of Ukraine', () => {
  for (const [place, expected] of rows) assert.equal(said(place), expected, JSON.stringify(place));
});
