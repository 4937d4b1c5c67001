/**
 * Whom an approved upload is about, as the partner read it on the paper: what a return of them needs. The
 * numbers are sealed, and it stays as long as the upload does, also when the user is deleted.
 */
import { wholeName } from '../../../contract/forms/names.ts';
import type { ApproveUploadInput } from '../../../contract/partner/tax-uploads.ts';
import type { UserAddress } from '../../../contract/partner/user-requests.ts';
import { approvedWithoutPerson, updateTaxUpload } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import type { UserRow } from '../../db/users.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openAddress, openDateOfBirth } from '../../users/sealed-fields.ts';
import { sealedRow } from '../../users/sealed-row.ts';

const onPaper = [
  ...(['name', 'country', 'address', 'us_tin', 'foreign_tin'] as const),
  ...(['chapter3_status', 'chapter4_status'] as const),
];

export type PaperPerson = Pick<ApproveUploadInput, (typeof onPaper)[number]> & {
  readonly date_of_birth?: string;
};

const sealed = sealedRow<PaperPerson>('tax upload person');
type Whose = Pick<TaxUploadRow, 'id' | 'user_id' | 'person_sealed'>;

/** Null: it was approved by a version that did not ask, or never. */
export const openPaper = (deps: Pick<Deps, 'vault'>, row: Whose): PaperPerson | null =>
  row.person_sealed && sealed.open(deps, row, row.person_sealed);

/** What is said now wins over what was said before, and that over what is known of the user. */
export function sealPerson(
  deps: Pick<Deps, 'vault'>,
  upload: Whose,
  user: UserRow,
  input: Partial<ApproveUploadInput> = {},
): Buffer {
  const given = Object.fromEntries(
    onPaper.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
  const said: PaperPerson = { ...openPaper(deps, upload), ...given };
  return sealed.seal(deps, upload, { ...knownOfUser(deps, user, said.country), ...said });
}

/** An address in another country than the paper says is not the one on the paper. */
function knownOfUser(deps: Pick<Deps, 'vault'>, user: UserRow, said: string | undefined): PaperPerson {
  const [name, address] = [wholeName(user).trim(), openAddress(deps, user)];
  const [country, date_of_birth] = [address?.country ?? user.country, openDateOfBirth(deps, user)];
  const isThere = address !== null && (said ?? address.country) === address.country;
  return {
    ...(name && { name }),
    ...(country && { country }),
    ...(isThere && { address: lines(address) }),
    ...(date_of_birth && { date_of_birth }),
  };
}

const lines = ({ line_1, line_2, line_3, city, state, postcode }: UserAddress) => ({
  ...{ line_1, line_2: [line_2, line_3].filter(Boolean).join(', '), city, state, postcode },
});

/** Keeps, before the user is erased, what earlier versions left to the user. */
export async function keepPersons(deps: Pick<Deps, 'vault'>, tx: Queryable, user: UserRow): Promise<void> {
  for (const upload of await approvedWithoutPerson(tx, user.id))
    await updateTaxUpload(tx, upload.id, { person_sealed: sealPerson(deps, upload, user) });
}
