/**
 * The state of one form. What was typed is the state, character by character; what it means is derived by `read`.
 * Text that does not parse is kept. One function, `errorOf`, decides whether an error is visible.
 */
import type { ReactiveControllerHost } from 'lit';
import type { FieldError } from '../flow/problem.ts';

export type Raw = Readonly<Record<string, string>>;

export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

type FormHost = ReactiveControllerHost & EventTarget & { readonly renderRoot: ParentNode };

export interface FormOptions<T> {
  /** Names in the order in which they stand on screen; decides what comes first in the summary and who gets the focus. */
  readonly fields: () => readonly string[];
  /** Derives the value from what was typed, or says which fields are not right. */
  readonly read: (raw: Raw) => Reading<T>;
}

export class FormController<T> {
  readonly #host: FormHost;
  readonly #options: FormOptions<T>;
  #raw: Record<string, string> = {};
  #visited = new Set<string>();
  #edited = new Set<string>();
  #submitted = false;
  #pressed = false;
  #leaving: string[] = [];
  #refused: readonly FieldError[] = [];

  constructor(host: FormHost, options: FormOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addEventListener('pointerdown', this.#press);
  }

  get raw(): Raw {
    return this.#raw;
  }

  value(field: string): string {
    return this.#raw[field] ?? '';
  }

  checked(field: string): boolean {
    return this.value(field) === 'true';
  }

  /** The payee typed or chose something. A refusal by the server holds only until its field is changed. */
  set(field: string, value: string): void {
    if (this.value(field) === value) return;
    this.#raw[field] = value;
    this.#edited.add(field);
    this.#refused = this.#refused.filter((error) => error.field !== field);
    this.#host.requestUpdate();
  }

  /** Known from elsewhere. Never overwrites what the payee typed. */
  prefill(values: Readonly<Record<string, string | null | undefined>>): void {
    for (const [field, value] of Object.entries(values))
      if (value && !this.#edited.has(field)) this.#raw[field] = value;
    this.#host.requestUpdate();
  }

  /** Whether the field is on screen. */
  asks(field: string): boolean {
    return this.#options.fields().includes(field);
  }

  /** The payee went on. What is wrong is said at once, but not while a press is under way: it would move its target away. */
  leave(field: string): void {
    this.#leaving.push(field);
    if (!this.#pressed) this.#settle();
  }

  /** The same text in another spelling, or something the page knows: no edit of the payee's, so what was refused stays so. */
  rewrite(field: string, value: string): void {
    this.#raw[field] = value;
    this.#host.requestUpdate();
  }

  /** The server's verdict on fields. `submitted`: on what was sent from here, so that fields that are empty now are wrong as well. */
  refuse(errors: readonly FieldError[], submitted = true): void {
    this.#refused = errors;
    this.#submitted = submitted;
    this.#host.requestUpdate();
  }

  /** Another screen of the same form begins: what was typed stays, what was found wrong is no longer shown. */
  begin(): void {
    this.#visited.clear();
    this.#submitted = false;
    this.#refused = [];
    this.#host.requestUpdate();
  }

  /** Forgets everything, typed text included: a secret was handed over, or another form begins. */
  clear(): void {
    this.#raw = {};
    this.#edited.clear();
    this.begin();
  }

  read(): Reading<T> {
    return this.#options.read(this.#raw);
  }

  /** What is wrong with `field` and may be said now: after a submit, or once the payee typed something and went on. */
  errorOf(field: string): FieldError | undefined {
    const refused = this.#refused.find((error) => error.field === field);
    if (refused) return refused;
    if (!this.#submitted && !(this.#visited.has(field) && this.#edited.has(field))) return undefined;
    return this.#errors().find((error) => error.field === field);
  }

  /** All visible errors in the order of the fields, one for each field. Only after a submit. */
  summary(): FieldError[] {
    if (!this.#submitted) return [];
    return this.#options.fields().flatMap((field) => this.errorOf(field) ?? []);
  }

  /** The value when everything is right; else shows what is not and puts the focus there. */
  submit(): T | undefined {
    const reading = this.read();
    this.#submitted = !reading.ok;
    this.#refused = [];
    this.#host.requestUpdate();
    if (reading.ok) return reading.value;
    void this.focusFirstError();
    return undefined;
  }

  async focusFirstError(): Promise<void> {
    await this.#host.updateComplete;
    const [first] = this.summary();
    if (first) this.focus(first.field);
  }

  focus(field: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  #settle = (): void => {
    this.#pressed = false;
    for (const field of this.#leaving.splice(0)) this.#visited.add(field);
    this.#host.requestUpdate();
  };

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
