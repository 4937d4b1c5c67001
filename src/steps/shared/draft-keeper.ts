/**
 * Keeps what is typed with the server, and fills it in after a reload. Secrets are not among the fields of a
 * draft, and nothing is kept in the browser.
 */
import type { ReactiveController } from 'lit';
import { draftFields, type Draft } from '../../contract/steps/drafts.ts';
import type { FormController } from '../../ui/form-controller.ts';
import type { StepElement } from '../step-element.ts';

/** What a step keeps in another way than letter by letter, or not at all. */
export interface DraftRules {
  readonly fields: () => readonly string[];
  /** Returns the text as it is kept, or null where it is not. */
  readonly keep: (field: string, text: string) => string | null;
  /** Returns what was kept as it is typed, or null where it fits no more. */
  readonly show: (field: string, kept: string) => string | null;
}

/** What the same draft would be answered again. */
const forGood: ReadonlySet<string> = new Set(['invalid-input', 'payload-too-large', 'step-not-current']);

/** Milliseconds without another key before what was typed is sent. */
const pause = 1000;

export class DraftKeeper implements ReactiveController {
  readonly #step: StepElement;
  readonly #form: FormController<unknown>;
  readonly #rules: DraftRules;
  /** What the server has, or what was there before the payee typed. */
  #kept: string | null = null;
  #timer = 0;
  #sending = new AbortController();

  constructor(step: StepElement, form: FormController<unknown>, rules: Partial<DraftRules> = {}) {
    this.#step = step;
    this.#form = form;
    this.#rules = {
      fields: () => draftFields(step.requirement.step),
      keep: (_field, text) => text,
      show: (_field, kept) => kept,
      ...rules,
    };
    step.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
    this.#step.addEventListener('dots-leaving', this.#onLeaving);
  }

  /** The step is done, or goes elsewhere on the page and comes back. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#step.removeEventListener('dots-leaving', this.#onLeaving);
  }

  /**
   * Fills in what was typed before the page was loaded. Call it in the step's first `willUpdate`, after what
   * is known from elsewhere.
   */
  restore(): void {
    if (this.#kept !== null) return;
    const { typed = {} } = this.#step.requirement as { typed?: Draft };
    const { fields, show } = this.#rules;
    for (const field of fields()) {
      const text = typed[field] === undefined ? null : show(field, typed[field]);
      if (text !== null) this.#form.set(field, text);
    }
    this.#kept = this.#typed();
  }

  hostUpdated(): void {
    if (this.#kept === null || this.#kept === this.#typed()) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), pause);
  }

  /** The page is left, or put away and may not come back. */
  #flush = ({ type }: Event): void => {
    if (type === 'visibilitychange' && document.visibilityState === 'visible') return;
    void this.#save(true);
  };

  /** The payee signs out, which waits until what they typed is kept. */
  #onLeaving = (event: Event): void => {
    (event as CustomEvent<Promise<unknown>[]>).detail.push(this.#save());
  };

  #typed(): string {
    const { raw } = this.#form;
    const { fields, keep } = this.#rules;
    return JSON.stringify(
      Object.fromEntries(
        fields().flatMap((field) => {
          // A field that was emptied is kept as such. Otherwise it would be filled in again.
          const text = raw[field] === undefined ? null : keep(field, raw[field]);
          return text === null ? [] : [[field, text]];
        }),
      ),
    );
  }

  /** A draft that cannot be kept is no trouble worth telling: what was typed is still on screen. */
  async #save(keepalive = false): Promise<void> {
    clearTimeout(this.#timer);
    const typed = this.#typed();
    const { busy, context, requirement } = this.#step;
    // What is being sent needs no draft.
    if (busy || this.#kept === null || typed === this.#kept) return;
    const before = this.#kept;
    this.#kept = typed;
    this.#sending.abort();
    this.#sending = new AbortController();
    const body = JSON.stringify({ step: requirement.step, values: JSON.parse(typed) as Draft });
    const answer = await context
      .call(
        '/draft',
        { method: 'PUT', headers: { 'content-type': 'application/json' }, body, keepalive },
        this.#sending.signal,
      )
      .catch(() => undefined);
    // The session is over, or the server is away. What was typed goes with the next change, or once the payee
    // has signed in again.
    const isRefused = answer && !answer.ok && forGood.has(answer.problem.code);
    if (!answer?.ok && !isRefused && this.#kept === typed) this.#kept = before;
  }
}
