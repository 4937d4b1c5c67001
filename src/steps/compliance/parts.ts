/** The parts of the step that have files of their own: all forms but a person's W-9, and the last page. */
import type { TaxFormName } from '../../contract/forms/tax.ts';
import { nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { Raw } from '../../ui/form-controller.ts';
import { Lazy } from '../shared/lazy.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import { abroad, w9Person, type FormSpec, type Page } from './read-forms.ts';
import type { Scope } from './scope.ts';
import type { W8 } from './w8/fields.ts';
import { w9Templates } from './w9.ts';

/** Whether a W-9 has an address abroad, or is of somebody who said before that they live there. */
const isAbroad = (raw: Raw, { said_country: said = 'US' }: RequirementOf<'compliance'>): boolean =>
  raw[abroad] === 'true' || said !== 'US' || !['', 'US'].includes(raw['country'] ?? '');

/** Whether a W-9 is for a business. */
const isBusiness = (raw: Raw): boolean => raw['entity_type'] === 'business';

/** Whether the page shows something of the last one's file: the address of a W-9, or of a wrong number. */
const showsReview = (
  form: TaxFormName,
  page: Page,
  { tax_id_verification: status }: RequirementOf<'compliance'>,
): boolean =>
  page === 'check' || (page === 'address' && form === 'w9') || (page === 'number' && status === 'mismatched');

export class Parts {
  readonly #business: Lazy<typeof import('./business/index.ts')>;
  /** Form W-8BEN, and what both forms for those outside the US have in common. */
  readonly #w8ben: Lazy<typeof import('./w8/index.ts')>;
  readonly #w8bene: Lazy<typeof import('./w8bene/index.ts')>;
  readonly #review: Lazy<typeof import('./review/index.ts')>;
  /** What is asked where a form does not fit what is known. */
  readonly #claim: Lazy<typeof import('./claim/index.ts')>;

  constructor(step: MultiScreenStep) {
    this.#business = new Lazy(step, 'compliance-business', () => import('./business/index.ts'));
    this.#w8ben = new Lazy(step, 'compliance-w8', () => import('./w8/index.ts'));
    this.#w8bene = new Lazy(step, 'compliance-w8bene', () => import('./w8bene/index.ts'));
    this.#review = new Lazy(step, 'compliance-review', () => import('./review/index.ts'));
    this.#claim = new Lazy(step, 'compliance-claim', () => import('./claim/index.ts'));
  }

  /** What only a business is asked on a W-9; null while it is being loaded. */
  get business() {
    return this.#business.chunk;
  }

  /** Returns a form for those outside the US; null while it, or its words, are being loaded. */
  w8(form: TaxFormName) {
    return this.#w8ben.chunk && (form === 'w8bene' ? this.#w8bene.chunk : this.#w8ben.chunk);
  }

  /** Returns what a form asks for; undefined while its file is being loaded. */
  specOf(form: TaxFormName, raw: Raw, requirement: RequirementOf<'compliance'>): FormSpec | undefined {
    if (form !== 'w9') return this.w8(form)?.specOf(requirement);
    const base = isBusiness(raw) ? this.business?.spec : w9Person;
    if (!isAbroad(raw, requirement) || !base) return base;
    return this.#w8ben.chunk?.abroadSpec(base, requirement, raw);
  }

  /** Returns what shows the pages of a form; undefined while its file is being loaded. */
  templatesOf(form: TaxFormName, raw: Raw, requirement: RequirementOf<'compliance'>) {
    if (form !== 'w9') return this.w8(form)?.templates;
    return isAbroad(raw, requirement) ? this.#w8ben.chunk?.abroadTemplates : w9Templates;
  }

  /** The last page and what follows it; null while they are being loaded. */
  get review() {
    return this.#review.chunk;
  }

  /** Returns what is said of a wrong number; nothing where it was right; null while it is being loaded. */
  renderMismatch(scope: Scope): TemplateResult | typeof nothing | null {
    if (scope.requirement.tax_id_verification !== 'mismatched') return nothing;
    return this.review?.renderMismatch(scope) ?? null;
  }

  /** Returns what is asked of a claim; nothing where it fits; null while it is being loaded. */
  renderClaim(scope: Scope, form: W8 | 'w9'): TemplateResult | typeof nothing | null {
    const asked = this.#asked(form, scope.view.form.raw, scope.requirement);
    if (!asked?.fields.length) return nothing;
    return this.#claim.chunk?.renderClaim(scope, asked.hints, asked.fields) ?? null;
  }

  #asked(form: TaxFormName, raw: Raw, requirement: RequirementOf<'compliance'>) {
    const isPlain = form === 'w9' && !isAbroad(raw, requirement);
    return isPlain ? null : (this.#w8ben.chunk?.claimOf(form, requirement, raw) ?? null);
  }

  /** Whether the file of the page, if it has one of its own, is here. */
  has(form: TaxFormName, page: Page, requirement: RequirementOf<'compliance'>): boolean {
    return !showsReview(form, page, requirement) || !!this.review;
  }

  /** Loads what the page needs. The last page comes while the payee is on those before. */
  need(form: TaxFormName, page: Page, raw: Raw, requirement: RequirementOf<'compliance'>): void {
    if (form !== 'w9' || isAbroad(raw, requirement)) this.#w8ben.need();
    if (form === 'w9' && isBusiness(raw)) this.#business.need();
    if (form === 'w8bene') this.#w8bene.need();
    if (page === 'address' && this.#asked(form, raw, requirement)?.fields.length) this.#claim.need();
    if (showsReview(form, page, requirement)) this.#review.need();
    else if (page !== 'who') void this.#review.load();
  }

  /** Ends when nothing that `page` shows is on its way any more; null when nothing is. */
  loading(form: TaxFormName, page: Page, requirement: RequirementOf<'compliance'>): Promise<unknown> | null {
    const shown = [
      this.#business,
      this.#w8ben,
      this.#w8bene,
      this.#claim,
      ...(showsReview(form, page, requirement) ? [this.#review] : []),
    ];
    const loading = shown.flatMap((part) => part.loading ?? []);
    return loading.length ? Promise.all(loading) : null;
  }
}
