/**
 * Where nobody may be paid from the United States, and by which law. Whoever is *in* such a place is refused;
 * being a citizen of one refuses nobody.
 *
 * Countries: Cuba (31 CFR §515.201), Iran (31 CFR §560.204), North Korea (31 CFR §510.206). Syria is none of
 * them any more: Executive Order 14312 of 30 June 2025 (90 FR 29395) revoked its sanctions; those against
 * persons remain, which screening by name finds.
 *
 * Regions of Ukraine: Crimea with Sevastopol (Executive Order 13685, 31 CFR part 589), the so-called Donetsk
 * and Luhansk People's Republics (Executive Order 14065). An address does not say on which side of a front it
 * lies. What only the occupier writes is certain: its postal codes of six digits (295 to 299 Crimea and
 * Sevastopol, 283 to 287 Donetsk, 291 to 294 Luhansk) and its names. So is Ukraine's own code of Crimea (95
 * to 99). Ukraine's codes of the two other regions (83 to 87, 91 to 94) and their names are those of towns
 * that it holds, too: a person has to look. OFAC wants the large towns of Crimea looked for as well (Crimea
 * Sanctions Advisory, 30 July 2015); some are called like others elsewhere, so a person looks at those.
 * Who leaves the region out, or writes a village, is not found.
 */

/** An address, as far as it is known. */
export interface Place {
  readonly country?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly postcode?: string | null | undefined;
}

export interface SanctionedPlace {
  /** A short name of it, which stays the same: `IR`, `UA-crimea`. */
  readonly entry: string;
  readonly name: string;
  readonly law: string;
  /** The part of the address that says so. */
  readonly part: keyof Place;
  /** `false`: it may be there, and a person has to look. */
  readonly certain: boolean;
}

interface Sanction {
  readonly entry: string;
  readonly name: string;
  readonly law: string;
}

const countries: Readonly<Record<string, Sanction>> = {
  CU: { entry: 'CU', name: 'Cuba', law: '31 CFR part 515' },
  IR: { entry: 'IR', name: 'Iran', law: '31 CFR part 560' },
  KP: { entry: 'KP', name: 'North Korea', law: '31 CFR part 510' },
};

interface Region extends Sanction {
  /** Ukraine's postal codes. */
  readonly codes: RegExp;
  /** Whether those are of the region alone. */
  readonly codesAreCertain: boolean;
  /** The codes of six digits that the occupier gave it. */
  readonly occupiersCodes: RegExp;
  /** Names that only it has. */
  readonly names: RegExp;
  /** Names that others have, too, or of more than it. */
  readonly alsoNames: RegExp;
}

/** Returns an expression that finds one of `words` as a word of its own, in any script. */
const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');

const regions: readonly Region[] = [
  {
    entry: 'UA-crimea',
    name: 'Crimea',
    law: 'Executive Order 13685 and 31 CFR part 589',
    codes: /^9[5-9]\d{3}$/,
    codesAreCertain: true,
    occupiersCodes: /^29[5-9]\d{3}$/,
    names: word('crimea|krym|крым|крим|криму|крыма|sevastopol|sebastopol|севастополь|севастополя'),
    alsoNames: word(
      'simferopol|kerch|feodosi[iy]?a|[jy]?e[uv]patori[iy]?a|yalta|alushta|dzhankoi|dzhankoy|симферополь|' +
        'сімферополь|керчь|керч|феодосия|феодосія|евпатория|євпаторія|ялта|алушта|джанкой',
    ),
  },
  {
    entry: 'UA-donetsk',
    name: 'the so-called Donetsk People’s Republic',
    law: 'Executive Order 14065',
    codes: /^8[3-7]\d{3}$/,
    codesAreCertain: false,
    occupiersCodes: /^28[3-7]\d{3}$/,
    names: word(
      'dnr|dpr|днр|donetsk people.?s republic|донецкая народная республика|донецька народна республіка',
    ),
    alsoNames: word('donetsk|donets.?k|donetska|donetskaya|донецьк|донецк|донецька|донецкая'),
  },
  {
    entry: 'UA-luhansk',
    name: 'the so-called Luhansk People’s Republic',
    law: 'Executive Order 14065',
    codes: /^9[1-4]\d{3}$/,
    codesAreCertain: false,
    occupiersCodes: /^29[1-4]\d{3}$/,
    names: word(
      'lnr|lpr|лнр|lu[gh]ansk people.?s republic|луганская народная республика|луганська народна республіка',
    ),
    alsoNames: word('lu[gh]ansk|lu[gh]ans.?k|lu[gh]anska|lu[gh]anskaya|луганськ|луганск|луганська|луганская'),
  },
];

const folded = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Returns the sanctioned place in which an address is, or may be; null when it is in none. */
export function sanctionedPlace(place: Place): SanctionedPlace | null {
  const country = countries[(place.country ?? '').toUpperCase()];
  if (country) return { ...country, part: 'country', certain: true };
  // The occupier counts them as Russia.
  if (place.country !== 'UA' && place.country !== 'RU') return null;
  const found = regions.flatMap((region) => inRegion(region, place) ?? []);
  return found.find(({ certain }) => certain) ?? found[0] ?? null;
}

function inRegion(region: Region, { country, state, city, postcode }: Place): SanctionedPlace | null {
  const { entry, name, law, codes, codesAreCertain, occupiersCodes, names, alsoNames } = region;
  const code = (postcode ?? '').replace(/\D/g, '');
  const named = (part: 'state' | 'city', pattern: RegExp) =>
    pattern.test(folded(part === 'state' ? state : city));
  const is = (part: keyof Place, certain: boolean) => ({ entry, name, law, part, certain });
  if (occupiersCodes.test(code)) return is('postcode', true);
  for (const part of ['state', 'city'] as const) if (named(part, names)) return is(part, true);
  if (country === 'UA' && codes.test(code)) return is('postcode', codesAreCertain);
  // Russia has a Donetsk of its own.
  if (country === 'UA' || entry === 'UA-crimea')
    for (const part of ['state', 'city'] as const) if (named(part, alsoNames)) return is(part, false);
  return null;
}
