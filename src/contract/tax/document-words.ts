/** Names of choices as the IRS's forms print them. */
import type { PlatformRegime } from '../forms/tax.ts';
import type { IndiciaReason } from '../forms/indicia.ts';
import type { treatyIncomeTypes } from '../forms/w8ben.ts';
import type { businessClassifications } from '../forms/w9-business.ts';
import type { Chapter3Status, Chapter4Status, LobCategory } from '../forms/w8bene.ts';

export const classifications: Readonly<Record<(typeof businessClassifications)[number], string>> = {
  c_corporation: 'C corporation',
  s_corporation: 'S corporation',
  partnership: 'Partnership',
  trust_estate: 'Trust/estate',
  llc_c: 'LLC, taxed as C corporation (C)',
  llc_s: 'LLC, taxed as S corporation (S)',
  llc_p: 'LLC, taxed as partnership (P)',
  other: 'Other',
};

export const chapter3: Readonly<Record<Chapter3Status, string>> = {
  corporation: 'Corporation',
  complex_trust: 'Complex trust',
  estate: 'Estate',
};

export const chapter4: Readonly<Record<Chapter4Status, string>> = {
  active_nffe: 'Active NFFE',
  passive_nffe: 'Passive NFFE',
  publicly_traded_nffe: 'Publicly traded NFFE',
  nonprofit: 'Nonprofit organization',
  excepted_startup: 'Excepted nonfinancial start-up company',
  excepted_territory_nffe: 'Excepted territory NFFE',
  excepted_group_entity: 'Excepted nonfinancial group entity',
  direct_reporting_nffe: 'Direct reporting NFFE',
  participating_ffi: 'Participating FFI',
  reporting_model_1_ffi: 'Reporting Model 1 FFI',
  reporting_model_2_ffi: 'Reporting Model 2 FFI',
  registered_deemed_compliant_ffi: 'Registered deemed-compliant FFI',
};

export const lob: Readonly<Record<LobCategory, string>> = {
  government: 'Government',
  pension: 'Tax-exempt pension trust or pension fund',
  exempt_organization: 'Other tax-exempt organization',
  public_company: 'Publicly traded corporation',
  public_subsidiary: 'Subsidiary of a publicly traded corporation',
  ownership_base_erosion: 'Company that meets the ownership and base erosion test',
  derivative_benefits: 'Company that meets the derivative benefits test',
  active_trade: 'Company with an item of income that meets active trade or business test',
  discretionary: 'Favorable discretionary determination by the U.S. competent authority received',
  no_lob_article: 'No LOB article in treaty',
  other: 'Other (specify Article and paragraph)',
};

/** Form 1042-S income codes, by the vendor's spellings. The digits are the codes. */
export const income: Readonly<Record<(typeof treatyIncomeTypes)[number], string>> = {
  interest1: 'Interest (income code 1)',
  dividend6: 'Dividends (income code 6)',
  dividend7: 'Dividends qualifying for direct dividend rate (income code 7)',
  pension15: 'Pensions, annuities, alimony and/or insurance premiums (income code 15)',
  socialSecurity: 'Social security payments',
  equipment10: 'Industrial royalties: equipment (income code 10)',
  knowhow10: 'Industrial royalties: know-how (income code 10)',
  patent10: 'Industrial royalties: patents (income code 10)',
  film11: 'Motion picture or television copyright royalties (income code 11)',
  copyright12: 'Other royalties, for example copyright (income code 12)',
};

/** Why somebody is no US person although something of theirs is in the United States. */
export const reasons: Readonly<Record<IndiciaReason, string>> = {
  'contact-only': 'Only a telephone number or an account is in the United States',
  'moved-away': 'No longer lives in the United States',
  visiting: 'Was in the United States for less than half a year',
  student: 'Is in the United States on a visa F, J, M or Q',
  'no-citizenship': 'Was born in the United States and is not a citizen',
  other: 'Another reason',
};

/** The laws for which the further fields are collected. */
export const regimes = {
  dac7: 'European Union (DAC7, Directive (EU) 2021/514)',
  uk: 'United Kingdom (SI 2023/817)',
  ca: 'Canada (Income Tax Act, Part XX)',
  au: 'Australia (Sharing Economy Reporting Regime)',
  nz: 'New Zealand (Tax Administration Act 1994, s. 185S)',
  no: 'Norway (Tax Administration Act, ch. 7)',
} as const satisfies Record<PlatformRegime, string>;
