/** Finds the country that a text names: by a code of two or three letters, or by its name. */
import { countryCodes, isCountryCode } from '../../contract/forms/countries.ts';
import type { CountryCode } from '../../contract/forms/countries.ts';

/** ISO 3166-1: the code of three letters, then that of two. */
const threeLetters =
  'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATGAG AUSAU AUTAT AZEAZ BDIBI ' +
  'BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB ' +
  'BRNBN BTNBT BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM ' +
  'CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ' +
  'ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH ' +
  'GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HNDHN HRVHR ' +
  'HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP ' +
  'KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS ' +
  'LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM ' +
  'MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG ' +
  'NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL ' +
  'PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SHNSH ' +
  'SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX ' +
  'SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW ' +
  'TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS ' +
  'XKXXK YEMYE ZAFZA ZMBZM ZWEZW';

/** What people and other systems write and no language's list of names has. */
const others: Readonly<Record<string, CountryCode>> = {
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  america: 'US',
  'united states of america': 'US',
  'republic of ireland': 'IE',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  'russian federation': 'RU',
  'republic of korea': 'KR',
  korea: 'KR',
  'ivory coast': 'CI',
  'cabo verde': 'CV',
  'brunei darussalam': 'BN',
  burma: 'MM',
  myanmar: 'MM',
  swaziland: 'SZ',
  macedonia: 'MK',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  palestine: 'PS',
  'holy see': 'VA',
  'syrian arab republic': 'SY',
  'united republic of tanzania': 'TZ',
  'democratic republic of the congo': 'CD',
  'republic of the congo': 'CG',
  'people’s republic of china': 'CN',
  'viet nam': 'VN',
};

/** English comes first: where a name means two countries in two languages, it is the one in English. */
const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'tr',
  'ja',
  'ko',
  'zh',
  'ru',
  'uk',
  'ar',
  'el',
  'he',
];

/** Returns the letters of a text alone, without accents and capitals. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

let known: ReadonlyMap<string, CountryCode> | undefined;

/** Made once, when the first text comes that is no code. */
function names(): ReadonlyMap<string, CountryCode> {
  if (known) return known;
  const all = new Map<string, CountryCode>();
  const add = (name: string, code: string) => {
    const letters = lettersOf(name);
    if (isCountryCode(code) && !all.has(letters)) all.set(letters, code);
  };
  for (const pair of threeLetters.split(' ')) add(pair.slice(0, 3), pair.slice(3));
  for (const [name, code] of Object.entries(others)) add(name, code);
  for (const language of languages) {
    const shown = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of countryCodes) add(shown.of(code) ?? code, code);
  }
  return (known = all);
}

/** Returns the ISO 3166-1 alpha-2 code of the country, and null for a text that names none. */
export function countryNamed(text: string): CountryCode | null {
  const code = text.trim().toUpperCase();
  if (isCountryCode(code)) return code;
  const letters = lettersOf(text);
  const bare = letters.toUpperCase();
  return isCountryCode(bare) ? bare : (names().get(letters) ?? null);
}
