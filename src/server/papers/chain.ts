/**
 * Everything that is signed has a link in the chain of its app. A link has a hash of what was signed and of
 * how it came about, and a hash of itself with that of the link before. So nobody can change, add, remove or
 * reorder anything unnoticed, not even who can write to the database: the hashes are keyed, with a key that
 * stays the same when sealing keys are rotated, and they are of what is sealed and not of the sealed bytes,
 * which change then.
 *
 * What is cut off at the end, with the head of the chain put back, looks like an earlier day. Whoever notes
 * the head elsewhere finds that as well (`dots-flow verify-papers --head`).
 */
import { randomBytes } from 'node:crypto';
import { insertPaper, lockChain } from '../db/papers.ts';
import type { PaperKind, PaperRow } from '../db/papers.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';
import { canonical } from './canonical.ts';
import type { ShownText, Signing } from './signing.ts';

type Sealer = Pick<Deps, 'vault'>;

/** What is sealed with a link. */
export interface PaperRecord {
  /**
   * Random, and gone with the record: a hash that stays after an erasure then tells nothing, even to somebody
   * who has the key and guesses what was signed.
   */
  readonly nonce: string;
  readonly signing: Signing | null;
  readonly texts: readonly ShownText[];
}

export interface NewPaper {
  readonly kind: Exclude<PaperKind, 'erasure'>;
  readonly subject_id: string;
  readonly user_id: string | null;
  /** What was signed, as whoever verifies it reads it again. */
  readonly content: object;
  /** Null: somebody else's signature stands in an earlier link. */
  readonly signing: Signing | null;
  readonly texts?: readonly ShownText[];
}

const recordPlace = ({ id, app_id }: Pick<PaperRow, 'id' | 'app_id'>): Place => ({
  what: `paper record ${id}`,
  owner: app_id,
});

/** Adds a link. The transaction writes what was signed too: there is never one without the other. */
export async function signPaper(
  deps: Pick<Deps, 'vault' | 'newId' | 'clock'>,
  tx: Queryable,
  appId: string,
  { kind, subject_id, user_id, content, signing, texts = [] }: NewPaper,
): Promise<void> {
  const record: PaperRecord = { nonce: randomBytes(16).toString('hex'), signing, texts };
  const id = deps.newId();
  await link(deps, tx, {
    ...{ id, app_id: appId, kind, subject_id, user_id },
    record_sealed: deps.vault.seal(recordPlace({ id, app_id: appId }), JSON.stringify(record)),
    content_hash: contentHash(deps, record, content),
  });
}

/** Says that the paper of a link was erased. The caller removes its record. */
export async function linkErasure(
  deps: Pick<Deps, 'vault' | 'newId' | 'clock'>,
  tx: Queryable,
  { id: subject_id, app_id }: Pick<PaperRow, 'id' | 'app_id'>,
): Promise<void> {
  const nothing = Buffer.alloc(0);
  await link(deps, tx, {
    ...{ id: deps.newId(), app_id, kind: 'erasure', subject_id, user_id: null },
    ...{ record_sealed: nothing, content_hash: nothing },
  });
}

async function link(
  deps: Pick<Deps, 'vault' | 'clock'>,
  tx: Queryable,
  paper: Pick<
    PaperRow,
    'id' | 'app_id' | 'kind' | 'subject_id' | 'user_id' | 'record_sealed' | 'content_hash'
  >,
): Promise<void> {
  const head = await lockChain(tx, paper.app_id);
  const placed = { ...paper, number: head.number + 1, created: deps.clock.now(), previous: head.hash };
  await insertPaper(tx, { ...placed, hash: linkHash(deps, placed) });
}

export const openRecord = (
  deps: Sealer,
  paper: Pick<PaperRow, 'id' | 'app_id' | 'record_sealed'>,
): PaperRecord => JSON.parse(deps.vault.open(recordPlace(paper), paper.record_sealed)) as PaperRecord;

export const contentHash = (deps: Sealer, record: PaperRecord, content: object): Buffer =>
  deps.vault.fingerprint('paper', canonical({ record, content }));

/** The hash of a link: of everything that does not change when it is sealed anew or erased. */
export const linkHash = (
  deps: Sealer,
  paper: Pick<
    PaperRow,
    'id' | 'app_id' | 'number' | 'created' | 'kind' | 'subject_id' | 'user_id' | 'content_hash' | 'previous'
  >,
): Buffer =>
  deps.vault.fingerprint(
    'paper link',
    canonical({
      id: paper.id,
      app_id: paper.app_id,
      number: paper.number,
      created: paper.created,
      kind: paper.kind,
      subject_id: paper.subject_id,
      user_id: paper.user_id,
      content_hash: paper.content_hash.toString('hex'),
      previous: paper.previous.toString('hex'),
    }),
  );
