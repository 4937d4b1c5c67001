/** Sanctions screening: a vendor, or the operator's own search through published lists. */
import type { ScreenedRole, ScreeningVerdict } from '../../contract/partner/screening.ts';

/** A name that is compared with the lists, and what tells people of that name apart. */
export interface ScreenedName {
  readonly role: Exclude<ScreenedRole, 'place'>;
  /** The whole name. */
  readonly name: string;
  /** Of a person whose names are known apart; else both are empty. */
  readonly first: string;
  readonly last: string;
  /** ISO 3166-1 alpha-2 of where they live, or the business is; null while it is not known. */
  readonly country: string | null;
  /** `YYYY-MM-DD`; null while it is not known, and of a business. */
  readonly dateOfBirth: string | null;
}

/** An entry of a list that a name is like. */
export interface ListEntry {
  readonly list: string;
  /**
   * The entry's own id in that list, which stays the same from version to version: what was released is not
   * asked about again for the same name and entry.
   */
  readonly entry: string;
  /** `id_verification_required` is for the payee's own name: of all others a person has to look. */
  readonly verdict: ScreeningVerdict;
}

export interface Screening {
  /**
   * Returns the entries that the name is like; none as a rule. A word alone says the same without entries;
   * then a name that was released is not asked about again whatever it is found on.
   */
  screen(name: ScreenedName): Promise<readonly ListEntry[] | ScreeningVerdict | 'unflagged'>;
  /**
   * Returns the name of the lists as they are now. With another name than before, everybody is screened
   * again. Absent or null: nobody is, and the operator sees to it.
   */
  listVersion?(): Promise<string | null>;
}
