/**
 * The numbers under which people and businesses of other countries pay tax, by the name of each: its form,
 * and its check digits. They are checked without spaces and signs, in capitals. Where this and the country's
 * own tables differ, it is the more lenient one: a district or a day of birth is not looked up. A test holds
 * them against `stdnum`. Source: the sheets of the OECD ("Tax identification numbers") and what they cite.
 */
import {
  all,
  any,
  digits,
  ends,
  form,
  leaves,
  luhn,
  luhnSum,
  mod1110,
  modulo,
  weigh,
  type Check,
} from './check-digits.ts';
import {
  abroad,
  baltic,
  birthNumber,
  brazilEnd,
  british,
  bulstat,
  chinese,
  cifEnd,
  company,
  creditCode,
  cypriot,
  dniLetter,
  down,
  egn,
  frenchKey,
  hasTwins,
  indian,
  irishEnd,
  irishOld,
  italian,
  mod97,
  monaco,
  nordic,
  number,
  orgnr,
  other,
  pnf,
  turkish,
  turkishTax,
  twoRows,
} from './tax-id-sums.ts';

export const kinds = {
  'AR cuit': digits('11', ends([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], '09987654321')),
  'AT tin': digits('9', luhn),
  'AT uid': form(/^(?:AT)?U(\d{8})$/, (text) => (luhnSum(text.slice(0, 7)) + number(text, 7)) % 10 === 6),
  'AU abn': form(/^[1-9]\d{10}$/, leaves([10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19], 89, 10)),
  'BE nn': digits('11', any(mod97, abroad)),
  'BE vat': form(/^(?:BE)?([01]?\d{9})$/, mod97),
  'BG egn': any(egn, pnf),
  'BG vat': form(
    /^(?:BG)?(\d{9,10})$/,
    any(
      digits('9', bulstat),
      egn,
      pnf,
      digits('10', any(ends(other, '0X987654321'), ends(other, '10987654321'))),
    ),
  ),
  'BR cpf': digits(
    '11',
    all((text) => brazilEnd(down)(text.slice(0, 10)), brazilEnd([11, ...down])),
  ),
  'BR cnpj': form(
    /^[\dA-Z]{12}\d\d$/,
    all((text) => brazilEnd(company.slice(1))(text.slice(0, 13)), brazilEnd(company)),
  ),
  'CA sin': digits('9', luhn),
  'CA bn': form(/^(\d{9})(?:R[CMPT]\d{4})?$/, luhn),
  'CH ssn': form(/^756\d{10}$/, leaves([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], 10)),
  'CH uid': form(/^(?:CHE)?(\d{9})(?:MWST|TVA|IVA|TPV)?$/, ends([5, 4, 3, 2, 7, 6, 5, 4], '0X987654321')),
  'CL rut': form(/^(?:CL)?(\d{7,8}[\dK])$/, ends([3, 2, 7, 6, 5, 4, 3, 2], '0K987654321')),
  'CN ric': form(/^\d{17}[\dX]$/, ends([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], '10X98765432')),
  'CN uscc': form(/^\d{8}[\dA-HJ-NPQRTUWXY]{10}$/, (text) => {
    const sum = weigh(text.slice(0, -1), creditCode, (sign) => chinese.indexOf(sign));
    return chinese[(31 - (sum % 31)) % 31] === text.at(-1);
  }),
  'CY vat': form(/^(?:CY)?(\d{8}[A-Z])$/, cypriot),
  'CZ rc': any(digits('9'), birthNumber),
  'CZ ico': digits('8', ends([8, 7, 6, 5, 4, 3, 2], '10987654321')),
  'DE idnr': form(/^[1-9]\d{10}$/, all(hasTwins, mod1110)),
  // Of eleven digits, the first are a tax office's: none is 4 or above (stdnum, `de/stnr`; the offices of
  // Bavaria and North Rhine-Westphalia begin with 1 to 3). So most of what is meant as an IdNr is no such
  // number, and its check digit counts.
  'DE stnr': form(/^(?:\d{10}|[0-3]\d{10}|[1-9]\d{3}0\d{8})$/),
  'DE vat': form(/^(?:DE)?(\d{9})$/, mod1110),
  'DK cpr': form(/^[0-3]\d[01]\d{7}$/),
  'DK cvr': form(/^(?:DK)?(\d{8})$/, leaves(nordic, 11)),
  'EE ik': digits('11', baltic),
  'EE kmkr': form(/^(?:EE)?(\d{9})$/, leaves([3, 7, 1, 3, 7, 1, 3, 7, 1], 10)),
  'EE registrikood': form(/^[1789]\d{7}$/, baltic),
  'ES dni': form(/^\d{8}[A-Z]$/, dniLetter),
  'ES nie': form(/^[XYZ]\d{7}[A-Z]$/, (text) =>
    dniLetter(`${String('XYZ'.indexOf(text.charAt(0)))}${text.slice(1)}`),
  ),
  'ES nif': form(/^[KLM](\d{7}[A-Z])$/, dniLetter),
  'ES cif': form(/^(?:ES)?([A-HJNP-SUVW]\d{7}[\dA-J])$/, cifEnd),
  'FI hetu': form(/^\d{6}[-+A-FU-Y]?\d{3}[\dA-Y]$/, (text) => {
    const rest = number(text.slice(0, 6) + text.slice(-4, -1)) % 31;
    return '0123456789ABCDEFHJKLMNPRSTUVWXY'[rest] === text.at(-1);
  }),
  'FI alv': form(/^(?:FI)?(\d{8})$/, leaves([7, 9, 10, 5, 8, 4, 2, 1], 11)),
  'FR nif': form(/^[0-3]\d{12}$/, (text) => number(text, 0, 10) % 511 === number(text, 10)),
  'FR siren': digits('9', luhn),
  'FR siret': any(digits('14', luhn), form(/^356000000\d{5}$/, leaves(Array<number>(14).fill(1), 5))),
  'FR tva': form(/^(?:FR)?([\dA-HJ-NP-Z]{2}\d{9})$/, all(frenchKey, monaco)),
  // HMRC, National Insurance Manual NIM39110: the letters and prefixes that are not given out.
  'GB nino': form(/^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]?$/),
  'GB utr': digits('10', (text) =>
    text.startsWith('21987654321'.charAt(weigh(text.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11)),
  ),
  'GB vat': form(/^(?:GB)?(\d{9}|\d{12})$/, british),
  // The nought in front of old numbers is often left out.
  'GR vat': form(/^(?:EL|GR)?(\d{8,9})$/, ends([256, 128, 64, 32, 16, 8, 4, 2], '01234567890')),
  'HR oib': form(/^(?:HR)?(\d{11})$/, mod1110),
  'HU anum': form(/^(?:HU)?(\d{8})$/, leaves([9, 7, 3, 1, 9, 7, 3, 1], 10)),
  'IE pps': any(
    form(/^(?:IE)?(\d{7}[A-W][A-IWTX]?)$/, irishEnd),
    form(/^(?:IE)?(\d[A-Z+*]\d{5}[A-W])$/, irishOld),
  ),
  'IL idnr': form(/^\d{1,9}$/, luhn),
  'IN pan': form(/^[A-Z]{3}[ABCFGHJKLPT][A-Z](?!0000)\d{4}[A-Z]$/),
  'IN gstin': form(/^\d{2}[A-Z]{5}\d{4}[A-Z][\dA-Z]Z[\dA-Z]$/, indian),
  'IS kennitala': digits('10', (text) => leaves([3, 2, 7, 6, 5, 4, 3, 2, 1], 11)(text.slice(0, 9))),
  'IT codicefiscale': form(/^[A-Z]{6}[\dLMNP-V]{2}[A-Z][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/, italian),
  'IT iva': form(/^(?:IT)?(\d{11})$/, luhn),
  'JP cn': digits(
    '13',
    (text) => 9 - (weigh(text.slice(1), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9) === number(text, 0, 1),
  ),
  'LT asmens': digits('11', baltic),
  'LT pvm': form(/^(?:LT)?(\d{9}|\d{12})$/, baltic),
  'LU tva': form(/^(?:LU)?(\d{8})$/, (text) => number(text, 0, 6) % 89 === number(text, 6)),
  'LV pvn': form(/^(?:LV)?(\d{11})$/, (text) =>
    number(text, 0, 1) > 3
      ? leaves([9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1], 11, 3)(text)
      : ((1 + weigh(text.slice(0, 10), [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === number(text, 10) ||
        text.startsWith('32'),
  ),
  'MT vat': form(/^(?:MT)?(\d{8})$/, leaves([3, 4, 6, 7, 8, 9, 10, 1], 37)),
  // The SAT has given out numbers whose check digit is another (python-stdnum, `mx/rfc`: about 1.5 % of all),
  // so it decides nothing. `isOddTaxId` says where it does not fit.
  'MX rfc': form(/^[A-Z&Ñ]{3,4}\d{6}(?:[\dA-Z]{2}[\dA])?$/, (text) => text.length !== 9),
  'NL bsn': form(/^\d{8,9}$/, leaves([9, 8, 7, 6, 5, 4, 3, 2, 10], 11)),
  'NL btw': form(/^(?:NL)?(\d{7,9}B\d{2})$/, (short) => {
    // Noughts in front are lost in spreadsheets.
    const text = short.padStart(12, '0');
    const bsn = leaves([9, 8, 7, 6, 5, 4, 3, 2, 10], 11)(text.slice(0, 9));
    // N, L and B are 23, 21 and 11 there.
    return bsn || modulo(`2321${text.replace('B', '11')}`, 97) === 1;
  }),
  'NO fodselsnummer': digits(
    '11',
    all(
      (text) => ends([3, 7, 6, 1, 8, 9, 4, 5, 2], '0X987654321')(text.slice(0, 10)),
      ends([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], '0X987654321'),
    ),
  ),
  'NO orgnr': form(/^(?:NO)?(\d{9})(?:MVA)?$/, leaves(orgnr, 11)),
  'NZ ird': form(/^\d{8,9}$/, twoRows([3, 2, 7, 6, 5, 4, 3, 2], [7, 4, 3, 2, 5, 2, 7, 6])),
  'PL pesel': digits('11', leaves([1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10)),
  'PL nip': form(/^(?:PL)?(\d{10})$/, ends([6, 5, 7, 2, 3, 4, 5, 6, 7], '0123456789X')),
  'PT nif': form(/^(?:PT)?([1-9]\d{8})$/, ends(down.slice(1), '00987654321')),
  'RO cnp': form(/^(?:RO)?([1-9]\d{12})$/, ends([2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], '01234567891')),
  'RO cui': form(
    /^(?:RO)?([1-9]\d{1,9})$/,
    (text) => ((10 * weigh(text.slice(0, -1), [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === number(text, -1),
  ),
  'SE orgnr': digits('10', luhn),
  'SE vat': form(/^(?:SE)?(\d{10})01$/, luhn),
  'SI ddv': form(/^(?:SI)?(\d{8})$/, ends([8, 7, 6, 5, 4, 3, 2], '10987654321')),
  // A person's may be their number of birth (stdnum, `sk/dph`).
  'SK dph': form(
    /^(?:SK)?(\d{10})$/,
    any((text) => number(text) % 11 === 0, birthNumber),
  ),
  'TR tckimlik': form(/^[1-9]\d{10}$/, turkish),
  'TR vkn': digits('10', turkishTax),
  'ZA tin': form(/^[01239]\d{9}$/, luhn),
} satisfies Readonly<Record<string, Check>>;

export type Kind = keyof typeof kinds;
