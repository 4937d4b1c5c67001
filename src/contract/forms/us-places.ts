/** The United States and their five inhabited territories, by ISO 3166-1 alpha-2. */

/**
 * Banks there are reached by ACH like those of the states: an ACH payment is domestic within the territorial
 * jurisdiction of the US (Nacha Operating Rules, on International ACH Transactions).
 */
export const usPlaces = ['US', 'PR', 'VI', 'GU', 'MP', 'AS'] as const;

/**
 * Who is born in one of these is a US citizen as a rule (8 USC §§1402, 1406, 1407; 48 USC §1801 note,
 * Covenant Art. III), and so a US person wherever they live (26 USC §7701(a)(30)(A)). American Samoa is not
 * among them: people born there are nationals and not citizens (8 USC §1408(1)).
 */
export const usCitizenships = ['US', 'PR', 'VI', 'GU', 'MP'] as const;

export const isUsCitizenship = (country: string): boolean =>
  (usCitizenships as readonly string[]).includes(country);
