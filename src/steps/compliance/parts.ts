/** The parts of the step that have files of their own: two of the forms, and the last page. */
import type { TaxFormName } from '../../contract/forms/tax.ts';
import { Lazy } from '../shared/lazy.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import type { Page } from './read-forms.ts';

export class Parts {
  /** Form W-8BEN, and what both forms for those outside the US have in common. */
  readonly #w8ben: Lazy<typeof import('./w8/index.ts')>;
  readonly #w8bene: Lazy<typeof import('./w8bene/index.ts')>;
  readonly #review: Lazy<typeof import('./review/index.ts')>;

  constructor(step: MultiScreenStep) {
    this.#w8ben = new Lazy(step, 'compliance-w8', () => import('./w8/index.ts'));
    this.#w8bene = new Lazy(step, 'compliance-w8bene', () => import('./w8bene/index.ts'));
    this.#review = new Lazy(step, 'compliance-review', () => import('./review/index.ts'));
  }

  /** Returns a form for those outside the US; null while it, or its words, are being loaded. */
  w8(form: TaxFormName) {
    return this.#w8ben.chunk && (form === 'w8bene' ? this.#w8bene.chunk : this.#w8ben.chunk);
  }

  /** The last page; null while it is being loaded. */
  get review() {
    return this.#review.chunk;
  }

  /** Loads what the page needs. The last page comes while the payee is on those before. */
  need(form: TaxFormName, page: Page): void {
    if (form !== 'w9') this.#w8ben.need();
    if (form === 'w8bene') this.#w8bene.need();
    if (page === 'check') this.#review.need();
    else if (page !== 'who') void this.#review.load();
  }

  /** Ends when nothing that `page` shows is on its way any more; null when nothing is. */
  loading(page: Page): Promise<unknown> | null {
    const shown = [this.#w8ben, this.#w8bene, ...(page === 'check' ? [this.#review] : [])];
    const loading = shown.flatMap((part) => part.loading ?? []);
    return loading.length ? Promise.all(loading) : null;
  }
}
