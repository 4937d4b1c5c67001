/**
 * Seals everything under the first key, so that the keys behind it may go. Servers may run meanwhile: they
 * open with every key, and a value that they change is left to them. Whatever stops it, it goes on where it
 * was when it is run again, because only what is sealed otherwise is looked for.
 */
import { keyOf, replaceSealed, sealedKinds, sealedOtherwise } from '../db/sealed.ts';
import type { SealedKind, SealedRow } from '../db/sealed.ts';
import type { Queryable } from '../ports/database.ts';
import type { Place, Vault } from '../ports/vault.ts';
import { fingerprintKeyPlace, samplePlace } from './open-vault.ts';

/** A photo and a PDF have megabytes, so few rows are in memory at one time. */
const rowsAtOnce = 20;

const ofOwner =
  (owner: string) =>
  (kind: string, row: SealedRow): Place => ({ what: `${kind} ${text(row['id'])}`, owner: text(row[owner]) });
const ofUser = ofOwner('user_id');
const text = (value: unknown): string => String(value);

/** Says of each kind how its values are bound, as whoever seals them does. */
export const placeOf: Readonly<Record<SealedKind, (row: SealedRow) => Place>> = {
  address: ({ id }) => ({ what: `address of user ${text(id)}`, owner: text(id) }),
  answer: ({ scope, key }) => ({ what: `kept answer ${text(scope)} ${text(key)}`, owner: text(scope) }),
  'background check': (row) => ofUser('background check', row),
  'background check authorization': (row) => ofUser('background check authorization', row),
  'bank link': (row) => ofOwner('flow_id')('bank link', row),
  'date of birth': ({ id }) => ({ what: `date of birth of user ${text(id)}`, owner: text(id) }),
  deposits: (row) => ofUser('deposits', row),
  'document content': ({ id, flow_id }) => ({ what: `document ${text(id)} content`, owner: text(flow_id) }),
  'document values': ({ id, flow_id }) => ({ what: `document ${text(id)} values`, owner: text(flow_id) }),
  draft: ({ flow_id, step }) => ({
    what: `draft of ${text(step)} in flow ${text(flow_id)}`,
    owner: text(flow_id),
  }),
  'fingerprint key': () => fingerprintKeyPlace,
  'id image': (row) => ofOwner('check_id')('id image', row),
  'id upload': ({ upload_id, start, check_id }) => ({
    what: `id upload ${text(upload_id)} ${text(start)}`,
    owner: text(check_id),
  }),
  'paper record': (row) => ofOwner('app_id')('paper record', row),
  'payment customer': (row) => ofUser('payment customer', row),
  'payment method': (row) => ofUser('payment method', row),
  'payout method': (row) => ofUser('payout method', row),
  'pdf template': (row) => ofOwner('app_id')('pdf template', row),
  'older webhook secret': (row) => ofOwner('app_id')('older webhook secret', row),
  'previous webhook secret': (row) => ofOwner('app_id')('previous webhook secret', row),
  sample: () => samplePlace,
  'screening match': (row) => ofUser('screening match', row),
  'tax form': (row) => ofUser('tax form', row),
  'tax form pdf': (row) => ofUser('tax form pdf', row),
  'tax upload': (row) => ofUser('tax upload', row),
  'tax upload person': (row) => ofUser('tax upload person', row),
  'webhook secret': (row) => ofOwner('app_id')('webhook secret', row),
};

export interface Resealed {
  /** How many values were sealed anew. */
  readonly done: number;
  /** Values that no key opens, by kind. Their key is still needed. */
  readonly left: Readonly<Partial<Record<SealedKind, number>>>;
}

/** `told` is called after each bite with what was done so far. */
export async function reseal(
  db: Queryable,
  vault: Vault,
  told: (done: number, kind: SealedKind) => void = () => {},
): Promise<Resealed> {
  let done = 0;
  const left: Partial<Record<SealedKind, number>> = {};
  for (const kind of sealedKinds) {
    let after: unknown[] | null = null;
    for (;;) {
      const rows: SealedRow[] = await sealedOtherwise(db, kind, vault.prefix, after, rowsAtOnce);
      for (const row of rows) {
        const place = placeOf[kind](row);
        const plain = opened(vault, place, row.sealed);
        if (plain === null) left[kind] = (left[kind] ?? 0) + 1;
        else if (await replaceSealed(db, kind, row, vault.sealBytes(place, plain))) done += 1;
      }
      const last = rows.at(-1);
      if (!last) break;
      after = keyOf(kind, last);
      told(done, kind);
    }
  }
  return { done, left };
}

function opened(vault: Vault, place: Place, sealed: Uint8Array): Buffer | null {
  try {
    return vault.openBytes(place, sealed);
  } catch {
    return null;
  }
}
