/**
 * Income tax treaties of the United States that are in force, and what each says about royalties for
 * copyrights (income code 12). That is the one kind of income on which payees claim treaties again and again.
 * The payee types every other rate.
 *
 * Sources: IRS, "Tax Treaty Tables", Table 1 (Tax Rates on Income Other Than Personal Service Income) of 2018
 * and 2019, compared row by row with the copy under help.author.envato.com/hc/en-us/articles/360000470606.
 * Articles are cited as the table does. A later table was not to be had: the payee's own entry counts, and
 * the payer has to check it. In force: IRS, "United States income tax treaties - A to Z".
 *
 * Some treaties are left out because they no longer reduce withholding: Hungary (terminated, withholding
 * until 2023-12-31; Treasury, 2022-07-08), Russia (suspended 2024-08-16, Announcement 2024-26) and Belarus
 * (suspended 2024-12-17, Announcement 2025-4). A treaty has no rate here when the table has several for
 * copyrights or its editions differ.
 */
import type { CountryCode } from './countries.ts';

export interface CopyrightRule {
  readonly article: string;
  /** A fraction: `0.15` is 15 %. */
  readonly rate: number;
}

const rule = (article: string, percent: number): CopyrightRule => ({
  article: `Article ${article}`,
  rate: percent / 100,
});
/** The treaty with the Soviet Union is still in force for some of its successors. */
const ussr = rule('III(1)(a)', 0);

/** By ISO alpha-2. Null: there is a treaty, but no single rate to suggest. */
export const treaties: Readonly<Record<string, CopyrightRule | null>> = {
  AM: ussr,
  AT: rule('12(1)', 0),
  AU: rule('12(2)', 5),
  AZ: ussr,
  BB: rule('12(2)', 5),
  BD: rule('12(2)', 10),
  BE: rule('12(1)', 0),
  BG: rule('12(2)', 5),
  CA: null,
  CH: rule('12(1)', 0),
  CL: null,
  CN: rule('11(2)', 10),
  CY: rule('14(1)', 0),
  CZ: rule('12(2)', 0),
  DE: rule('12(1)', 0),
  DK: rule('12(1)', 0),
  EE: rule('12(2)', 10),
  EG: rule('13(1)', 15),
  ES: null,
  FI: rule('12(1)', 0),
  FR: rule('12(1)', 0),
  GB: rule('12(1)', 0),
  GE: ussr,
  GR: rule('VII', 0),
  ID: rule('13(2)', 10),
  IE: rule('12(1)', 0),
  IL: rule('14(1)', 10),
  IN: rule('12(2)', 15),
  IS: null,
  IT: null,
  JM: rule('12(2)', 10),
  JP: rule('12(1)', 0),
  KG: ussr,
  KR: rule('14(1)', 10),
  KZ: rule('12(2)', 10),
  LK: rule('12(2)', 10),
  LT: rule('12(2)', 10),
  LU: null,
  LV: rule('12(2)', 10),
  MA: rule('12(2)', 10),
  MD: ussr,
  MT: rule('12(2)', 10),
  MX: rule('12(2)', 10),
  NL: rule('13(1)', 0),
  NO: rule('10(1)', 0),
  NZ: rule('12(2)', 5),
  PH: rule('13(2)', 15),
  PK: rule('VIII(1)', 0),
  PL: rule('13(2)', 10),
  PT: rule('13(2)', 10),
  RO: rule('12(2)', 10),
  SE: rule('12(1)', 0),
  SI: rule('12(1)', 5),
  SK: rule('12(2)', 0),
  TH: rule('12(2)', 5),
  TJ: ussr,
  TM: ussr,
  TN: rule('12(2)', 15),
  TR: rule('12(2)', 10),
  TT: rule('14(1)', 0),
  UA: rule('12(2)', 10),
  UZ: ussr,
  VE: rule('12(2)', 10),
  ZA: rule('12(1)', 0),
} satisfies Partial<Record<CountryCode, CopyrightRule | null>>;

export const hasTreaty = (country: unknown): boolean =>
  typeof country === 'string' && Object.hasOwn(treaties, country);
