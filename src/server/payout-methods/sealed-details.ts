/**
 * A payout method's account data, sealed at rest. The seal is bound to the row: bytes copied to another row
 * do not open.
 */
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

const place = ({ id, user_id }: { readonly id: string; readonly user_id: string }): Place => ({
  what: `payout method ${id}`,
  owner: user_id,
});

export const sealMethod = (
  deps: Pick<Deps, 'vault'>,
  row: Pick<PayoutMethodRow, 'id' | 'user_id'>,
  method: object,
): Buffer => deps.vault.seal(place(row), JSON.stringify(method));

/** Returns the fields as they were submitted, all of them text. */
export const openMethod = (
  deps: Pick<Deps, 'vault'>,
  row: Pick<PayoutMethodRow, 'id' | 'user_id' | 'details_sealed'>,
): Record<string, string> =>
  JSON.parse(deps.vault.open(place(row), row.details_sealed)) as Record<string, string>;
