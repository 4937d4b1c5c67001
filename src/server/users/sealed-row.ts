/** JSON that is sealed for a row of a user's: a tax form, an account, a check. */
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

type Sealer = Pick<Deps, 'vault'>;

export interface RowOfUser {
  readonly id: string;
  readonly user_id: string;
}

/** `kind` names the rows. The seal is bound to the row and its user: bytes that were moved do not open. */
export function sealedRow<T extends object>(kind: string) {
  const place = ({ id, user_id }: RowOfUser): Place => ({ what: `${kind} ${id}`, owner: user_id });
  return {
    seal: (deps: Sealer, row: RowOfUser, value: T): Buffer =>
      deps.vault.seal(place(row), JSON.stringify(value)),
    open: (deps: Sealer, row: RowOfUser, sealed: Uint8Array): T =>
      JSON.parse(deps.vault.open(place(row), sealed)) as T,
  };
}
