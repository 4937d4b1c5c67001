/** How the search weighs. The build makes the index with it, and the page reads it with the same. */
import type { Options } from 'minisearch';

export interface Section {
  /** The address. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
}

export const searchOptions: Options<Section> = {
  fields: ['title', 'page', 'text'],
  storeFields: ['title', 'page'],
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
};
