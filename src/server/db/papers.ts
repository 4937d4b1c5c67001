/** The chain of everything that is signed. What a link is made of stands in `papers/chain.ts`. */
import type { Queryable, Row } from '../ports/database.ts';

/**
 * What is signed: a tax form, its PDF as it was printed, the authorization of a background check, that of
 * debits, and a PDF form of the partner's. `erasure`: the law no longer wanted a paper kept.
 */
export const paperKinds = [
  'tax-form',
  'tax-form-pdf',
  'background-check',
  'mandate',
  'document',
  'erasure',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface PaperRow extends Row {
  id: string;
  app_id: string;
  /** Place in the app's chain: from 1 on, without a gap. */
  number: number;
  created: Date;
  kind: PaperKind;
  /** The row that was signed. Of an erasure: the link that lost its record. */
  subject_id: string;
  user_id: string | null;
  /** How it came to be signed, as JSON (`papers/signing.ts`). Empty once it was erased. */
  record_sealed: Buffer;
  /** Keyed hash of the record and of what was signed. */
  content_hash: Buffer;
  /** `hash` of the link before. Of the first link it is empty. */
  previous: Buffer;
  /** Keyed hash of all the others but `record_sealed`. */
  hash: Buffer;
}

export const paperColumns =
  'id, app_id, number, created, kind, subject_id, user_id, record_sealed, content_hash, previous, hash';

export interface ChainHead extends Row {
  /** 0: nothing was signed yet. */
  number: number;
  hash: Buffer;
}

/**
 * Locks the end of the app's chain until the transaction ends, so that two papers never get one place. Only
 * those who sign something for the same app wait for it. It is the last lock that anybody takes but those of
 * wallets, and whoever has a wallet signs nothing.
 */
export async function lockChain(tx: Queryable, appId: string): Promise<ChainHead> {
  const [head] = await tx.query<ChainHead>(
    `insert into paper_chains (app_id, number, hash) values ($1, 0, '')
     on conflict (app_id) do update set number = paper_chains.number returning number, hash`,
    [appId],
  );
  return head as ChainHead;
}

/** Adds a link behind the head, which is locked. */
export async function insertPaper(tx: Queryable, paper: PaperRow): Promise<void> {
  await tx.query(
    `insert into papers (${paperColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      paper.id,
      paper.app_id,
      paper.number,
      paper.created,
      paper.kind,
      paper.subject_id,
      paper.user_id,
      paper.record_sealed,
      paper.content_hash,
      paper.previous,
      paper.hash,
    ],
  );
  await tx.query('update paper_chains set number = $2, hash = $3 where app_id = $1', [
    paper.app_id,
    paper.number,
    paper.hash,
  ]);
}

export async function chainHead(db: Queryable, appId: string): Promise<ChainHead> {
  const [head] = await db.query<ChainHead>('select number, hash from paper_chains where app_id = $1', [
    appId,
  ]);
  return head ?? { number: 0, hash: Buffer.alloc(0) };
}

/** Returns the newest link about what was signed; null for what is older than the chain. */
export async function paperOf(db: Queryable, kind: PaperKind, subjectId: string): Promise<PaperRow | null> {
  const [row] = await db.query<PaperRow>(
    `select ${paperColumns} from papers where subject_id = $1 and kind = $2 order by number desc limit 1`,
    [subjectId, kind],
  );
  return row ?? null;
}

/** Returns up to `limit` links from behind `after` on, in their order. */
export const papersAfter = (
  db: Queryable,
  appId: string,
  after: number,
  limit: number,
): Promise<PaperRow[]> =>
  db.query<PaperRow>(
    `select ${paperColumns} from papers where app_id = $1 and number > $2 order by number limit $3`,
    [appId, after, limit],
  );

/** What was signed and has no link. */
export interface Unlinked extends Row {
  kind: PaperKind;
  subject_id: string;
  signed: Date;
}

export const unlinkedPapers = (db: Queryable, appId: string): Promise<Unlinked[]> =>
  db.query<Unlinked>(
    `select s.kind, s.subject_id, s.signed from (
       select 'tax-form' as kind, f.id as subject_id, f.created as signed
         from tax_forms f join users u on u.id = f.user_id where u.app_id = $1
       union all select 'tax-form-pdf', f.id, f.created
         from tax_forms f join users u on u.id = f.user_id where u.app_id = $1 and f.pdf_sealed is not null
       union all select 'background-check', b.id, b.created
         from background_checks b join users u on u.id = b.user_id
         where u.app_id = $1 and b.authorization_sealed is not null
       union all select 'mandate', m.id, m.mandate_accepted
         from payment_methods m join users u on u.id = m.user_id where u.app_id = $1
       union all select 'document', d.id, d.confirmed
         from documents d where d.app_id = $1 and d.confirmed is not null
     ) s where not exists (select from papers p where p.subject_id = s.subject_id and p.kind = s.kind)
     order by s.signed`,
    [appId],
  );

/** The moments until which something may be kept that was deleted before them. */
export interface Due {
  readonly forms: Date;
  readonly checks: Date;
  readonly mandates: Date;
  readonly removed: Date;
}

/** Returns up to `limit` links whose papers are removed next (`erase-user.ts`, `sweep.ts`). */
export const papersToErase = (db: Queryable, due: Due, limit: number): Promise<PaperRow[]> =>
  db.query<PaperRow>(
    `select ${paperColumns} from papers where record_sealed <> '' and id in (
       select p.id from users u join papers p on p.user_id = u.id
         where u.kept and (u.deleted <= $1 and p.kind in ('tax-form', 'tax-form-pdf')
           or u.deleted <= $2 and p.kind = 'background-check' or u.deleted <= $3 and p.kind = 'mandate')
       union all select p.id from payment_methods m join papers p on p.subject_id = m.id
         where m.removed <= $4 and p.kind = 'mandate')
     order by app_id, number limit $5`,
    [due.forms, due.checks, due.mandates, due.removed, limit],
  );

/** Removes the record, and returns false when somebody else has. Waits for whoever is just doing it. */
export async function eraseRecord(tx: Queryable, id: string): Promise<boolean> {
  const erased = await tx.query(
    `update papers set record_sealed = '' where id = $1 and record_sealed <> '' returning 1`,
    [id],
  );
  return erased.length > 0;
}
