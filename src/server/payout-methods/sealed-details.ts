/**
 * A payout method's account data, sealed at rest. The seal is bound to the row: bytes copied to another row
 * do not open.
 */
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { Deps } from '../ports/deps.ts';
import { sealedRow } from '../users/sealed-row.ts';

const sealed = sealedRow<object>('payout method');

export const sealMethod = (
  deps: Pick<Deps, 'vault'>,
  row: Pick<PayoutMethodRow, 'id' | 'user_id'>,
  method: object,
): Buffer => sealed.seal(deps, row, method);

/** Returns the fields as they were submitted, all of them text. */
export const openMethod = (
  deps: Pick<Deps, 'vault'>,
  row: Pick<PayoutMethodRow, 'id' | 'user_id' | 'details_sealed'>,
): Record<string, string> => sealed.open(deps, row, row.details_sealed) as Record<string, string>;
