/**
 * Screens names and holds their user for what is found. What a name is found on holds money
 * (`ledger/held.ts`) until somebody decides (`decide.ts`); a match that was released is not asked about.
 * What people say of themselves may put them on hold, and never releases them.
 */
import { screeningVerdicts } from '../../contract/partner/screening.ts';
import type { ScreenedRole } from '../../contract/partner/screening.ts';
import type { SanctionedPlace } from '../../contract/sanctions/places.ts';
import { insertMatch } from '../db/screening.ts';
import { lockUser, updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { askBefore, askOutside } from '../http/ask-outside.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { ListEntry, ScreenedName } from '../ports/screening.ts';
import { sealedRow } from '../users/sealed-row.ts';
import { userChanged } from '../users/user-changed.ts';
import { tellOfMatch } from './tell.ts';

/** What a name was found on. */
export interface Found extends ListEntry {
  readonly role: ScreenedRole;
  readonly name: string;
}

export type ScreeningStatus = UserRow['ofac_status'];

const fromBestToWorst: readonly ScreeningStatus[] = ['unflagged', ...screeningVerdicts];

/** Returns the gravest of them. */
export const worst = (...statuses: readonly ScreeningStatus[]): ScreeningStatus =>
  fromBestToWorst[Math.max(0, ...statuses.map((status) => fromBestToWorst.indexOf(status)))] ?? 'unflagged';

/** Returns the gravest verdict of what was found. */
export const worstOf = (found: readonly Found[]): ScreeningStatus =>
  worst(...found.map(({ verdict }) => verdict));

/** Asks the provider. The caller is in no transaction. */
export async function askScreening(deps: Deps, names: readonly ScreenedName[]): Promise<Found[]> {
  const found = await Promise.all(
    names.map(async (screened) => {
      const answer = await deps.providers.screening.screen(screened);
      const { role, name } = screened;
      if (answer === 'unflagged') return [];
      const entries = typeof answer === 'string' ? [{ ...unnamed, verdict: answer }] : answer;
      return entries.map(({ list, entry, verdict }): Found => ({
        ...{ role, name, list, entry },
        // An identity document says who a person is, and nothing of a business or of somebody else.
        verdict: role !== 'person' && verdict === 'id_verification_required' ? 'in_review' : verdict,
      }));
    }),
  );
  return found.flat();
}

/** What a provider says that names no entries. */
const unnamed = { list: 'provider', entry: 'any' } as const;

const questionOf = (names: readonly ScreenedName[]): string => `screening of ${JSON.stringify(names)}`;

/** Asks before a transaction what it will ask by `screened`. */
export const screenBefore = async (deps: Deps, names: readonly ScreenedName[]): Promise<void> => {
  if (names.length > 0) await askBefore(questionOf(names), () => askScreening(deps, names));
};

/** Returns what names are found on, inside a transaction. */
export const screened = (deps: Deps, names: readonly ScreenedName[]): Promise<Found[]> =>
  names.length === 0 ? Promise.resolve([]) : askOutside(questionOf(names), () => askScreening(deps, names));

/** Returns an address that may be in a sanctioned region, for a person to look at. */
export const inDoubt = (places: readonly SanctionedPlace[]): Found[] =>
  places.map(({ entry, name, law }) => ({
    ...{ role: 'place', name: `${name} (${law})`, list: 'places', entry, verdict: 'in_review' },
  }));

const names = sealedRow<{ readonly name: string }>('screening match');

export const openName = (
  deps: Pick<Deps, 'vault'>,
  row: { id: string; user_id: string; name_sealed: Buffer },
) => (row.name_sealed.length === 0 ? '' : names.open(deps, row, row.name_sealed).name);

/** Equal for one name, however it was typed and in whatever order. */
const keyOf = (name: string): string =>
  (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(' ');

/**
 * Writes down what is new of what was found, and tells the partner. Returns the status that the user should
 * have: that of before, or a graver one. The user is locked, or was made a moment ago.
 */
export async function noteFound(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  found: readonly Found[],
): Promise<ScreeningStatus> {
  let status = user.ofac_status;
  for (const { role, name, list, entry, verdict } of found) {
    const row = { id: deps.newId(), user_id: user.id };
    const match = await insertMatch(tx, {
      ...{ ...row, app_id: user.app_id, created: deps.clock.now(), role, list, entry, verdict },
      name_sealed: names.seal(deps, row, { name }),
      fingerprint: deps.vault.fingerprint('screened name', keyOf(name)),
      state: 'held',
    });
    if (!match) continue;
    status = worst(status, match.verdict);
    await tellOfMatch(deps, tx, match);
  }
  return status;
}

/** Holds the user for what was found, and returns the user as they are then. */
export async function holdFor(
  deps: Deps,
  tx: Queryable,
  seen: UserRow,
  found: readonly Found[],
): Promise<UserRow> {
  const user = found.length === 0 ? null : await lockUser(tx, seen.app_id, seen.id);
  if (!user) return seen;
  const ofac_status = await noteFound(deps, tx, user, found);
  if (ofac_status === user.ofac_status) return user;
  const held = await updateUser(tx, user.id, { ofac_status, updated: deps.clock.now() });
  await userChanged(deps, tx, held);
  return held;
}

/** Screens names of a user in a transaction, and holds the user for what they are found on. */
export const screenUser = async (
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  known: readonly ScreenedName[],
  places: readonly SanctionedPlace[] = [],
): Promise<UserRow> => holdFor(deps, tx, user, [...(await screened(deps, known)), ...inDoubt(places)]);
