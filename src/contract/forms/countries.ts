/** ISO 3166-1 alpha-2, plus XK (Kosovo), which has no code of its own but has phones and banks. */
const codes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

/**
 * The words of a text: `'AT BE'` → `'AT' | 'BE'`. The second parameter collects them, which keeps the
 * recursion within the compiler's limit.
 */
type Words<Text extends string, Found = never> = Text extends `${infer First} ${infer Rest}`
  ? Words<Rest, Found | First>
  : Found | Text;

export type CountryCode = Words<typeof codes>;

export const countryCodes = codes.split(' ') as readonly CountryCode[];

export const isCountryCode = (code: string): code is CountryCode =>
  (countryCodes as readonly string[]).includes(code);

/** Returns whether a country from outside, which may be no code at all, is one of `countries`. */
export const isAmong = (countries: readonly CountryCode[], country: string): boolean =>
  (countries as readonly string[]).includes(country);

/** Returns `'AT BE'` as a list. A code that does not exist does not compile. */
export const readCountries = <Text extends string>(
  text: Words<Text> extends CountryCode ? Text : never,
): readonly CountryCode[] => text.split(' ') as readonly string[] as readonly CountryCode[];
