/**
 * The state of one form. What was typed is the state, character by character; `read` derives what it means.
 * Text that does not parse is kept. One function, `errorOf`, decides whether an error is visible.
 */
import type { ReactiveControllerHost } from 'lit';
import type { FieldError } from '../flow/problem.ts';

/** What was typed, by field name. */
export type Raw = Readonly<Record<string, string>>;

/** What was typed means a value, or is wrong in some fields. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The element that renders the form. */
type FormHost = ReactiveControllerHost & EventTarget & { readonly renderRoot: ParentNode };

export interface FormOptions<T> {
  /**
   * Names of the fields in the order in which they stand on screen. It decides what comes first in the
   * summary and which field gets the focus.
   */
  readonly fields: () => readonly string[];
  /** Derives the value from what was typed, or says which fields are not right. */
  readonly read: (raw: Raw) => Reading<T>;
}

export class FormController<T> {
  readonly #host: FormHost;
  readonly #options: FormOptions<T>;
  /** What was typed or filled in, by field. */
  #raw: Record<string, string> = {};
  /** Fields that the payee has gone out of. */
  #visited = new Set<string>();
  /** Fields that the payee changed. Prefilling leaves them alone. */
  #edited = new Set<string>();
  /**
   * The fields that were on screen when the last submit was refused, here or by the server. Their errors are
   * visible from then on. A field that came later was not seen yet, so nothing is wrong with it.
   */
  #submitted: readonly string[] = [];
  /** Whether a pointer is down in the element. */
  #pressed = false;
  /** Fields that were left while a pointer was down. They count as visited once it is up. */
  #leaving: string[] = [];
  /** What the server refused, until its field is changed. */
  #refused: readonly FieldError[] = [];

  constructor(host: FormHost, options: FormOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addEventListener('pointerdown', this.#press);
  }

  /** Everything that was typed, for whoever reads several fields. It is not a copy. */
  get raw(): Raw {
    return this.#raw;
  }

  value(field: string): string {
    return this.#raw[field] ?? '';
  }

  /** Returns whether a checkbox is on: its text is `true`, or empty. */
  checked(field: string): boolean {
    return this.value(field) === 'true';
  }

  /** Takes what the payee typed or chose. A refusal by the server holds only until its field is changed. */
  set(field: string, value: string): void {
    if (this.value(field) === value) return;
    this.#raw[field] = value;
    this.#edited.add(field);
    this.#refused = this.#refused.filter((error) => error.field !== field);
    this.#host.requestUpdate();
  }

  /** Fills in what is known from elsewhere. Never overwrites what the payee typed. */
  prefill(values: Readonly<Record<string, string | null | undefined>>): void {
    for (const [field, value] of Object.entries(values))
      if (value && !this.#edited.has(field)) this.#raw[field] = value;
    this.#host.requestUpdate();
  }

  /** Returns whether the field is on screen. A problem with a field that is not has to be told elsewhere. */
  has(field: string): boolean {
    return this.#options.fields().includes(field);
  }

  /**
   * Notes that the payee has gone out of a field, so that its error shows. While a press is under way the
   * error waits, because it would move the pressed button away.
   *
   * A field that had the focus is also left when its screen ends. That is no news to anybody, and comes in
   * the middle of drawing the next one, which would have to be drawn once more.
   */
  leave(field: string): void {
    if (!this.has(field)) return;
    this.#leaving.push(field);
    if (!this.#pressed) this.#settle();
  }

  /**
   * Replaces a field's text by another spelling of it, or by something the page knows. The payee has edited
   * nothing, so what the server refused stays refused.
   */
  rewrite(field: string, value: string): void {
    this.#raw[field] = value;
    this.#host.requestUpdate();
  }

  /**
   * Shows what the server refused. `submitted` means that it judged what this form sent, so that fields that
   * are empty now are wrong as well.
   */
  refuse(errors: readonly FieldError[], submitted = true): void {
    this.#refused = errors;
    this.#submitted = submitted ? this.#options.fields() : [];
    this.#host.requestUpdate();
  }

  /**
   * Begins another screen of the same form. What was typed stays; what was found wrong is no longer shown.
   */
  begin(): void {
    this.#visited.clear();
    this.refuse([], false);
  }

  /** Forgets everything, typed text included: a secret was handed over, or another form begins. */
  clear(): void {
    this.#raw = {};
    this.#edited.clear();
    this.begin();
  }

  /** Returns what is typed, read as it is now. Nothing is remembered: meaning is always derived. */
  read(): Reading<T> {
    return this.#options.read(this.#raw);
  }

  /**
   * Returns the error of `field` that may be shown now: after a submit, or once the payee has typed something
   * and gone out of the field.
   */
  errorOf(field: string): FieldError | undefined {
    const refused = this.#refused.find((error) => error.field === field);
    if (refused) return refused;
    if (!this.#submitted.includes(field) && !(this.#visited.has(field) && this.#edited.has(field)))
      return undefined;
    return this.#errors().find((error) => error.field === field);
  }

  /** Returns all visible errors in the order of the fields, one for each field. Empty before a submit. */
  summary(): FieldError[] {
    return this.#submitted.flatMap((field) => (this.has(field) && this.errorOf(field)) || []);
  }

  /** Returns the value when everything is right. Otherwise shows what is not, and puts the focus there. */
  submit(): T | undefined {
    const reading = this.read();
    this.refuse([], !reading.ok);
    if (reading.ok) return reading.value;
    void this.focusFirstError();
    return undefined;
  }

  /** Puts the focus on the first field of the summary, once its error is rendered. */
  async focusFirstError(): Promise<void> {
    await this.#host.updateComplete;
    const [first] = this.summary();
    if (first) this.focus(first.field);
  }

  /** Finds the control by its name, which is the wire name. A group of radios gives its first one. */
  focus(field: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  #settle = (): void => {
    this.#pressed = false;
    for (const field of this.#leaving.splice(0)) this.#visited.add(field);
    this.#host.requestUpdate();
  };

  /**
   * Notes the press for as long as it lasts. The release is listened for on the window, because it may come
   * outside.
   */
  #press = (): void => {
    this.#pressed = true;
    // The click comes right after the release.
    const release = () => setTimeout(this.#settle);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, release, { once: true });
  };

  #errors(): readonly FieldError[] {
    const reading = this.read();
    return reading.ok ? [] : reading.errors;
  }
}
