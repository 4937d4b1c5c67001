/** What makes two requests for a batch the same one, and what is other where they are not. */
import type { BatchItem } from '../../contract/money/payout-batches.ts';
import { itemsOfBatch } from '../db/payout-batches.ts';
import type { BatchRow } from '../db/payout-batches.ts';
import { keyConflict } from '../http/key-conflict.ts';
import { meaningOf, present, sameMeaning } from '../http/meaning.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';

interface AskedBatch {
  readonly items: readonly BatchItem[];
  readonly metadata: BatchRow['metadata'];
}

/** Fields that are named in one answer. */
const mostNamed = 100;

/** What a row says, however it is written. */
const said = (item: Partial<BatchItem>): Record<string, unknown> => {
  const { user_id, idempotency_key, tax_exempt, ...rest } = item;
  const ids = { user_id: user_id?.toLowerCase(), idempotency_key: idempotency_key?.toLowerCase() };
  return present({ ...rest, ...ids, ...(tax_exempt ? { tax_exempt } : {}) });
};

export const hashOfBatch = ({ vault }: Pick<Deps, 'vault'>, { items, metadata }: AskedBatch): Buffer =>
  vault.fingerprint('payout batch', meaningOf(JSON.stringify({ items: items.map(said), metadata })));

/**
 * The hash says whether they are the same; the rows, as far as they are kept, which fields are not.
 * @throws ProblemError `idempotency-conflict`
 */
export async function assertSameBatch(
  tx: Queryable,
  known: BatchRow,
  asked: AskedBatch,
  hash: Buffer,
): Promise<void> {
  if (known.request_hash.equals(hash)) return;
  const rows = await itemsOfBatch(tx, known.id, { after: null, before: null, limit: asked.items.length + 1 });
  const other = [
    ...(sameMeaning(known.metadata, asked.metadata) ? [] : ['metadata']),
    ...(rows.length === asked.items.length ? [] : ['items']),
    ...rows.flatMap(({ request }, at) => {
      const [first, item] = [said(request), asked.items[at]];
      const second = item ? said(item) : first;
      return [...new Set([...Object.keys(first), ...Object.keys(second)])]
        .filter((name) => !sameMeaning(first[name], second[name]))
        .map((name) => `items[${at}].${name}`);
    }),
  ];
  // All rows are there and say the same: the hash is of an older server, which wrote it otherwise.
  if (other.length === 0 && rows.length > 0) return;
  throw keyConflict('payout batch', other.length > 0 ? other.slice(0, mostNamed) : ['items']);
}
