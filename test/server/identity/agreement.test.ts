import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalByFacts } from '../../../src/server/identity/agreement.ts';
import { sharesName } from '../../../src/server/identity/same-person.ts';
import { findMrz, parseMrzLines } from '../../../src/server/identity/mrz.ts';

const now = new Date('2026-03-02T09:00:00Z');
const suharto = { firstName: '', lastName: 'Suharto', dateOfBirth: null };
const jane = { firstName: 'Jane', lastName: 'Doe', dateOfBirth: '1990-04-12' };

describe('a document and what the payee said', () => {
  for (const [what, facts, known, expected] of [
    ['nothing could be read', {}, jane, null],
    [
      'all agrees',
      { firstName: 'JANE', lastName: 'DOE', dateOfBirth: '1990-04-12', expires: '2031-04-12' },
      jane,
      null,
    ],
    ['it expired', { expires: '2026-02-28' }, jane, 'expired'],
    ['it is the last day', { expires: '2026-03-02' }, jane, null],
    ['it was the last day, and somewhere still is', { expires: '2026-03-01' }, jane, null],
    ['another birth date', { dateOfBirth: '1990-12-04' }, jane, 'date-of-birth-mismatch'],
    ['no birth date was given', { dateOfBirth: '1990-12-04' }, { ...jane, dateOfBirth: null }, null],
    ['another surname', { firstName: 'JANE', lastName: 'SAMPLE' }, jane, 'name-mismatch'],
    ['names in the other order', { firstName: 'DOE', lastName: 'JANE' }, jane, null],
    ['another first name', { firstName: 'MARY', lastName: 'DOE' }, jane, 'name-mismatch'],
    [
      'a nickname, with the same birth date',
      { firstName: 'JANINE', lastName: 'DOE', dateOfBirth: '1990-04-12' },
      { ...jane, firstName: 'Jo' },
      null,
    ],
    [
      'a surname of which one letter differs, with the same birth date',
      { firstName: 'JANE', lastName: 'DOW', dateOfBirth: '1990-04-12' },
      jane,
      null,
    ],
    ['that surname without a birth date', { firstName: 'JANE', lastName: 'DOW' }, jane, 'name-mismatch'],
    [
      'another surname, with the same birth date',
      { firstName: 'JANE', lastName: 'SAMPLE', dateOfBirth: '1990-04-12' },
      jane,
      'name-mismatch',
    ],
    ['one name', { firstName: '', lastName: 'SUHARTO' }, suharto, null],
    ['one name and FNU', { firstName: 'FNU', lastName: 'SUHARTO' }, suharto, null],
    ['one name in the other place', { firstName: 'SUHARTO', lastName: 'XXX' }, suharto, null],
    ['another only name', { firstName: 'NONE', lastName: 'SUKARNO' }, suharto, 'name-mismatch'],
  ] as const) {
    it(`${expected ?? 'agree'}: ${what}`, () => {
      assert.equal(refusalByFacts(facts, known, now), expected);
    });
  }

  it('is left to the vendor while only one of the two names agrees and the birth date is the same', () => {
    const married = { firstName: 'JANE', lastName: 'SAMPLE', dateOfBirth: '1990-04-12' };
    assert.equal(refusalByFacts(married, jane, now, 'vendor'), null);
    assert.equal(refusalByFacts({ ...married, firstName: 'MARY' }, jane, now, 'vendor'), 'name-mismatch');
    assert.equal(
      refusalByFacts({ ...married, dateOfBirth: undefined }, jane, now, 'vendor'),
      'name-mismatch',
    );
  });

  it('share a name however it is spelled, cut off or put', () => {
    for (const [given, shown] of [
      ['Müller', 'MUELLER'],
      ['Müller', 'MULLER'],
      ['Weiß', 'WEISS'],
      ['Ørsted', 'OERSTED'],
      ['Łukasiewicz', 'LUKASIEWICZ'],
      ['O’Example', 'OEXAMPLE'],
      ['García Muster', 'GARCIA'],
      ['Anna-Lena', 'ANNA LENA'],
      ['van der Beispiel', 'VANDERBEISPIEL'],
      ['Papadopoulopoulos', 'PAPADOPOULOP'],
      ['山田', 'YAMADA'],
      ['Иванов', 'IVANOV'],
      ['DeSantis', 'RON DE SANTIS'],
      ['De Santis', 'RON DESANTIS'],
      ['O’Brien', 'CONAN O BRIEN'],
      ["O'Brien", 'CONAN OBRIEN'],
      ['O Brien', 'CONAN O’BRIEN'],
      ['McDonald', 'RONALD MC DONALD'],
      ['Mc Donald', 'RONALD MCDONALD'],
      ['Van Dyke', 'DICK VANDYKE'],
      ['Vandyke', 'DICK VAN DYKE'],
      ['Muñoz', 'MARIA MUNXXOZ'],
      ['Muñoz', 'MARIA MUNOZ'],
      ['Argüello', 'ANA ARGUXXELLO'],
      ['Peñalüver', 'ANA PENALUXXVER'],
      ['Abdelrahman', 'ABD EL RAHMAN'],
      ['Abd El Rahman', 'OMAR ABDELRAHMAN'],
      ['Åström', 'ERIK AASTROEM'],
      ['Đặng', 'VAN DAT DANG'],
      ['Þórsson', 'JON THORSSON'],
      ['Le', 'THI HOA LE'],
      ['X Æ A-12', 'X AE A XII'],
      ['Jean-Luc 3rd', 'JEAN LUC'],
    ] as const)
      assert.ok(sharesName(given, shown), `${given} ${shown}`);
    for (const [given, shown] of [
      ['Doe', 'SAMPLE'],
      ['Li', 'LIEBERMANN'],
      ['Müller', 'MEIER'],
      ['De Santis', 'RON DE LUCA'],
      ['van Dyke', 'MARTIN VAN BUREN'],
      ['Abd El Rahman', 'ABD EL AZIZ'],
      ['Abdelrahman', 'ABDEL AZIZ'],
      ['El Amin', 'OMAR EL SAYED'],
      ['O’Brien', 'CONAN O NEILL'],
      ['Vanderbilt', 'PIET VAN DER BERG'],
      ['McDonald', 'RONALD MC KENZIE'],
      ['Đặng', 'VAN DAT NGUYEN'],
    ] as const)
      assert.ok(!sharesName(given, shown), `${given} ${shown}`);
  });
});

describe('a name that was read from a picture', () => {
  for (const [known, read, expected] of [
    ['Doe', { firstName: 'JANE', lastName: 'DQE' }, null],
    ['Doe', { firstName: 'JANE', lastName: 'DOEKKJANE' }, null],
    ['Doe', { firstName: 'JANE K', lastName: 'KDOE' }, null],
    ['Zimmermann', { firstName: 'JANE', lastName: 'ZIIVIIVIERIVIANN' }, null],
    ['Papadopoulou', { firstName: 'JANE', lastName: 'PAPAD0P0UL0U' }, null],
    ['Doe', { firstName: 'JANE', lastName: 'SAMPLE' }, 'name-mismatch'],
    ['Zimmermann', { firstName: 'JANE', lastName: 'LINDEMANN' }, 'name-mismatch'],
  ] as const) {
    it(`${expected ?? 'agrees'}: ${known} and ${read.lastName}`, () => {
      const facts = { ...read, namesMayBeMisread: true };
      assert.equal(refusalByFacts(facts, { ...jane, lastName: known, dateOfBirth: null }, now), expected);
    });
  }

  it('is read less leniently when it is a vendor’s', () => {
    assert.equal(
      refusalByFacts({ firstName: 'JANE', lastName: 'DQE' }, { ...jane, dateOfBirth: null }, now),
      'name-mismatch',
    );
  });
});

describe('a machine-readable zone', () => {
  // The specimen of ICAO Doc 9303-4, Appendix B. Utopia issues no passports.
  const specimen = [
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ];

  it('says names, birth date and expiry', async () => {
    assert.deepEqual(await parseMrzLines(specimen, now), {
      firstName: 'ANNA MARIA',
      lastName: 'ERIKSSON',
      dateOfBirth: '1974-08-12',
      expires: '2012-04-15',
    });
  });

  it('is believed only where its check digits agree', async () => {
    const wrong = [specimen[0] ?? '', (specimen[1] ?? '').replace('7408122', '7408123')];
    const facts = await parseMrzLines(wrong, now);
    assert.equal(facts?.dateOfBirth, undefined);
    assert.equal(facts?.expires, '2012-04-15');
  });

  describe('has no centuries', () => {
    const today = new Date('2026-11-28T12:00:00Z');
    /** ICAO Doc 9303-3, 4.9: weights 7, 3, 1. */
    const digit = (text: string) =>
      [...text].reduce((sum, char, at) => sum + Number.parseInt(char, 36) * ([7, 3, 1][at % 3] ?? 0), 0) % 10;
    const bornIn = async (yymmdd: string, known?: string) => {
      const second = `L898902C36UTO${yymmdd}${digit(yymmdd)}F3504159ZE184226B<<<<<10`;
      return (await parseMrzLines([specimen[0] ?? '', second], today, known))?.dateOfBirth;
    };
    for (const [written, known, date, who] of [
      ['261231', undefined, '1926-12-31', 'somebody who turns 100 next month'],
      ['270101', undefined, '1927-01-01', 'somebody of 99'],
      ['261128', undefined, '1926-11-28', 'somebody who is 100 today'],
      ['260301', undefined, '1926-03-01', 'somebody of 100, and no baby'],
      ['131128', undefined, '2013-11-28', 'somebody who is 13 today'],
      ['131129', undefined, '1913-11-29', 'nobody who is 12'],
      ['100101', '1910-01-01', '1910-01-01', 'somebody of 116, as is known'],
      ['160101', '2016-01-01', '2016-01-01', 'a child, as is known'],
      ['900131', '1991-01-31', '1990-01-31', 'somebody of whom another date is known'],
      ['271231', '2027-12-31', '1927-12-31', 'nobody who is still to be born'],
    ] as const)
      it(`${written} is ${who}`, async () => assert.equal(await bornIn(written, known), date));
  });

  it('is null when the lines are none', async () => {
    assert.equal(await parseMrzLines(['hello', 'world'], now), null);
    assert.equal(await parseMrzLines([], now), null);
  });

  it('is found among the text of a page, when all its check digits agree', async () => {
    const facts = {
      firstName: 'ANNA MARIA',
      lastName: 'ERIKSSON',
      dateOfBirth: '1974-08-12',
      expires: '2012-04-15',
      namesMayBeMisread: true,
    };
    assert.deepEqual(await findMrz(['UTOPIA', '', 'PASSPORT', ...specimen, 'A'], now), facts);
    for (let at = 0; at < 44; at += 1) {
      const letter = specimen[1]?.[at] ?? '';
      // Neither the nationality nor the sex has a check digit. Check digits tell 7 and 1 apart best.
      if ((at >= 10 && at < 13) || at === 20) continue;
      const wrong = `${specimen[1]?.slice(0, at)}${letter === '7' ? '1' : '7'}${specimen[1]?.slice(at + 1)}`;
      assert.equal(await findMrz([specimen[0] ?? '', wrong], now), null, `the letter at ${at}`);
    }
  });

  it('is found on cards, of three lines and of two', async () => {
    // The specimens of ICAO Doc 9303-5 and -6, Appendix B.
    const three = [
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ];
    const two = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
    for (const lines of [three, two])
      assert.equal((await findMrz(lines, now))?.expires, '2012-04-15', lines.join('\n'));
  });

  it('is found though letters look alike, fillers were miscounted and the edge of the page was read as well', async () => {
    const [names = '', numbers = ''] = specimen;
    for (const lines of [
      ['P<UT0ERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UT074O8I22F12O4I59ZE184226B<<<<<10'],
      [names.slice(2), numbers],
      [`${names}<<`, numbers.replace('<<<<<', '<<<<')],
      [`${names}A`, `I${numbers}7`],
    ])
      assert.equal((await findMrz(lines, now))?.dateOfBirth, '1974-08-12', lines.join('\n'));
    assert.equal(await findMrz([names, 'HELLO'], now), null);
    assert.equal(await findMrz([], now), null);
  });

  it('is looked for at the bottom, and not in all of a page full of text', async () => {
    const lines = Array.from({ length: 40 }, () => 'THISLINEOFAPAGEISASLONGASAZONE<<<');
    const facts = await findMrz(specimen, now);
    assert.equal(facts?.dateOfBirth, '1974-08-12');
    assert.deepEqual(await findMrz([...lines, ...specimen], now), facts);
    assert.equal(await findMrz([...specimen, ...lines], now), null);
  });
});
