/**
 * A payout method's account data, sealed at rest. The seal is bound to the row: bytes copied to another row
 * do not open.
 */
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { Deps } from '../ports/deps.ts';

const purpose = (id: string) => `payout method ${id}`;

export const sealMethod = (deps: Pick<Deps, 'vault'>, id: string, method: object): Buffer =>
  deps.vault.seal(purpose(id), JSON.stringify(method));

/** Returns the fields as they were submitted, all of them text. */
export const openMethod = (
  deps: Pick<Deps, 'vault'>,
  row: Pick<PayoutMethodRow, 'id' | 'details_sealed'>,
): Record<string, string> =>
  JSON.parse(deps.vault.open(purpose(row.id), row.details_sealed)) as Record<string, string>;
