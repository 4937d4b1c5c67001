/** What a call of the API is, as data. */

/** A page of a list, newest first. */
export interface Page<Item> {
  readonly data: readonly Item[];
  /** Whether there are further items behind this page. */
  readonly has_more: boolean;
}

/** Which page of a list. */
export interface PageQuery {
  /** 1 to 100; 20 when absent. */
  readonly limit?: number;
  /** The id of the last item of the page before. */
  readonly starting_after?: string;
  /** The id of the first item of the page after. */
  readonly ending_before?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A call. `Ids` stand in its path; `Sent` is its body, or its query where it is a list. */
export interface Call<Ids extends readonly string[], Sent, Answer> {
  readonly method: Method;
  readonly path: string;
  /**
   * `bytes`: a file is answered. `once`: it is not made again by itself. `query`: what is sent stands in the
   * address, as with a list. `file`: both, a file of what the address asks for.
   */
  readonly kind?: 'list' | 'bytes' | 'once' | 'query' | 'file';
  /** Never set: it carries the types. */
  readonly types?: { readonly ids: Ids; readonly sent: Sent; readonly answer: Answer };
}

/** A call that answers a list in pages. */
export interface ListCall<Ids extends readonly string[], Query, Item> extends Call<Ids, Query, Page<Item>> {
  readonly kind: 'list';
}

/** Whether what is sent stands in the address. */
export const asksInAddress = ({ kind }: Pick<Call<readonly string[], unknown, unknown>, 'kind'>): boolean =>
  kind === 'list' || kind === 'query' || kind === 'file';

export const call = <Ids extends readonly string[], Sent, Answer>(
  method: Method,
  path: string,
  kind?: 'bytes' | 'once' | 'query' | 'file',
): Call<Ids, Sent, Answer> => ({ method, path, ...(kind && { kind }) });
export const list = <Item, Query = unknown, Ids extends readonly string[] = []>(
  path: string,
): ListCall<Ids, PageQuery & Query, Item> => ({ method: 'GET', path, kind: 'list' });
