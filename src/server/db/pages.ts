/**
 * Pages through every list in one way. The newest row comes first unless the caller asks otherwise. The
 * client names a row, and the page begins beside it. A page that is named by a row stays right while rows are
 * added, which a page number would not, and it costs the same however deep it lies.
 */
import type { Queryable, Row } from '../ports/database.ts';

export interface PageRequest {
  readonly limit: number;
  /** Id of the row before the page, in the order of the list. */
  readonly starting_after?: string | undefined;
  /** Id of the row after the page. At most one of the two is given; `partner/requests.ts` sees to that. */
  readonly ending_before?: string | undefined;
}

export interface Page<T> {
  readonly data: T[];
  /** Whether there are more rows in the direction of reading. */
  readonly has_more: boolean;
}

export interface ListSource {
  readonly columns: string;
  /**
   * What follows `from` in the query. The listed row is called `t` and has the columns `id` and `created`.
   */
  readonly from: string;
  /**
   * The condition, with `$1`, `$2`, … for `params`. It comes from our own code; what a client sends is in
   * `params` only.
   */
  readonly where: string;
  readonly params: readonly unknown[];
  readonly oldestFirst?: boolean;
}

/** Returns null when the named row is not in the list. */
export async function pageOf<T extends Row>(
  db: Queryable,
  source: ListSource,
  request: PageRequest,
): Promise<Page<T> | null> {
  // A page that ends before a row is read backwards from there and turned round at the end.
  const back = request.ending_before !== undefined;
  const rising = back !== (source.oldestFirst ?? false);
  const cursor = request.ending_before ?? request.starting_after;
  const params = [...source.params];
  let where = source.where;
  const place = `select t.created from ${source.from} where ${source.where} and t.id = $${params.length + 1}::uuid`;
  if (cursor !== undefined) {
    params.push(cursor);
    // Times may be equal, so the id decides between them. As one comparison of rows it can use the list's
    // index.
    where += ` and (t.created, t.id) ${rising ? '>' : '<'} ((${place}), $${params.length}::uuid)`;
  }
  const order = rising ? 'asc' : 'desc';
  // One row more than requested tells whether there are more.
  params.push(request.limit + 1);
  const rows = await db.query<T>(
    `select ${source.columns} from ${source.from} where ${where} order by t.created ${order}, t.id ${order} limit $${params.length}`,
    params,
  );
  // Beside a row that is not in the list there are none.
  if (rows.length === 0 && cursor !== undefined) {
    const [named] = await db.query(place, [...source.params, cursor]);
    if (!named) return null;
  }
  const data = rows.slice(0, request.limit);
  return { data: back ? data.reverse() : data, has_more: rows.length > request.limit };
}
