/**
 * The pages of a tax form: which of them is shown, where its buttons lead, and what is said on arrival.
 *
 * Each page is a screen of the step, and checks only its own questions. What turns out to be wrong later
 * (another answer changed it, or the server refused it) leads to the page with that question.
 */
import type { FieldError } from '../../flow/problem.ts';
import type { FormController } from '../../ui/form-controller.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import { namesOf, type Page, type Pages } from './read-forms.ts';

/** What is wrong with the page that is gone to. `judged`: what is empty there is wrong as well. */
interface Refusal {
  readonly errors: readonly FieldError[];
  readonly judged: boolean;
}

interface Visit {
  /** The pages that the payee left for this one. Both buttons lead to the last of them. */
  readonly path?: readonly Page[];
  readonly refused?: Refusal;
  /** The field that gets the focus; empty to leave the focus where it is. Without it, the heading. */
  readonly focus?: string;
}

export class Pager {
  readonly #step: MultiScreenStep;
  readonly #pages: () => Pages;
  #page: Page = 'who';
  /** Empty while the payee goes through the pages in their order. */
  #path: readonly Page[] = [];
  /** What is to be said once the page is on screen. */
  #visit: Visit | null = null;
  /** What the server refused on pages that the payee has not come to since. */
  #owed: readonly FieldError[] = [];
  /** The page on which the last screen began. */
  #landed: Page = 'who';

  constructor(step: MultiScreenStep, pages: () => Pages) {
    this.#step = step;
    this.#pages = pages;
  }

  /** The page that is shown. One that the chosen form does not have is the first. */
  get page(): Page {
    return this.#pages()[this.#page] ? this.#page : 'who';
  }

  /** The fields of the page. */
  get fields(): readonly string[] {
    return this.#pages()[this.page] ?? [];
  }

  /** Returns whether the screen that begins gives the focus to its heading. */
  land(): boolean {
    const isSame = this.#landed === this.page;
    this.#landed = this.page;
    return !isSame && this.#visit?.focus === undefined && !this.#visit?.refused;
  }

  go(page: Page, visit: Visit = {}): void {
    this.#page = page;
    this.#path = visit.path ?? [];
    this.#visit = visit;
    this.#step.requestUpdate();
  }

  /** Goes to a page and back. */
  change(page: Page): void {
    this.go(page, { path: [...this.#path, this.page] });
  }

  /**
   * Asks for the number that does not match. `judged`: a form was sent from this page; on one that was opened
   * again nothing has been typed yet, so what is empty there is not wrong.
   */
  askNumber(judged: boolean, moveFocus: boolean): void {
    this.go('number', {
      path: ['check'],
      refused: { errors: [{ field: 'tin', code: 'tin-mismatch' }], judged },
      focus: moveFocus ? 'tin' : '',
    });
  }

  /** Forgets the way back, because another form has other pages. */
  restart(): void {
    this.#path = [];
  }

  /** Returns whether there is a page to go back to. */
  get hasBack(): boolean {
    return this.#before !== undefined;
  }

  /** Goes one page back. */
  back(): void {
    const page = this.#before;
    if (page) this.go(page, { path: this.#path.slice(0, -1) });
  }

  get #before(): Page | undefined {
    return this.#path.at(-1) ?? this.#beside(-1);
  }

  /**
   * Goes to the page behind, to the next one that the server refused something on, or back to where the payee
   * came from. `errors` is what is wrong with the whole form: on the way back to the answers there may be
   * questions that were not asked before.
   */
  next(errors: readonly FieldError[]): void {
    this.#owed = this.#owed.filter(({ field }) => !this.fields.includes(field));
    if (this.refer(this.#owed)) return;
    const back = this.#path.at(-1);
    const open =
      back === 'check' && this.#order().find((name) => name !== back && this.#on(name, errors).length);
    if (open) this.go(open, { path: this.#path });
    else this.go(back ?? this.#beside(1) ?? this.page, { path: this.#path.slice(0, -1) });
  }

  /**
   * Goes to the first page with something that the server refused, if that is another one. Returns whether it
   * is. What it refused on pages behind is said when the payee comes there.
   */
  refer(errors: readonly FieldError[]): boolean {
    const page = namesOf(this.#pages()).find((name) => this.#on(name, errors).length);
    this.#owed = errors;
    if (!page || page === this.page) return false;
    this.go(page, { path: ['check'], refused: { errors, judged: true } });
    return true;
  }

  /**
   * Goes to the first page with an error, of those that were passed. Returns false when it is the page
   * itself.
   */
  reopen(errors: readonly FieldError[]): boolean {
    const { page } = this;
    const isLast = page === 'check';
    if (!isLast && this.#path.length) return false;
    const all = namesOf(this.#pages());
    const passed = isLast ? all : all.slice(0, all.indexOf(page) + 1);
    const first = passed.find((name) => this.#on(name, errors).length);
    if (!first || first === page) return false;
    this.go(first, {
      path: isLast ? [page] : [],
      refused: { errors: this.#on(first, errors), judged: true },
    });
    return true;
  }

  /** Says what there is to say on the page, once its screen has begun. */
  arrive(form: FormController<unknown>): void {
    const visit = this.#visit;
    this.#visit = null;
    if (!visit) return;
    if (visit.refused) form.refuse(visit.refused.errors, visit.refused.judged);
    if (visit.focus) void this.#focus(visit.focus);
    else if (visit.refused && visit.focus === undefined) void form.focusFirstError();
  }

  /** Puts the focus on a field, with the box above it that says why in view. */
  async #focus(field: string): Promise<void> {
    await this.#step.moveFocus(`[name="${field}"]`);
    this.#step.renderRoot.querySelector('[part="mismatch"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Returns the errors on a page. */
  #on(page: Page, errors: readonly FieldError[]): readonly FieldError[] {
    return errors.filter(({ field }) => this.#pages()[page]?.includes(field));
  }

  /** The pages that everybody goes through. */
  #order(): readonly Page[] {
    return namesOf(this.#pages()).filter((name) => name !== 'treaty');
  }

  #beside(distance: 1 | -1): Page | undefined {
    const order = this.#order();
    return order[order.indexOf(this.page) + distance];
  }
}
