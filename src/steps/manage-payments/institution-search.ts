/** Finds banks while their name is typed. An answer that comes too late is dropped. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Institution } from '../../contract/steps/manage-payments.ts';
import type { StepContext } from '../step-context.ts';

interface Host extends ReactiveControllerHost {
  readonly context: StepContext;
}

/** Long enough not to ask for every letter, short enough to feel at once. */
const pause = 180;

export class InstitutionSearch implements ReactiveController {
  readonly #host: Host;
  #query: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #found: readonly Institution[] | 'asking' | 'failed' = 'asking';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What the last answer said stays on screen until the next one is there. */
  get found(): readonly Institution[] | 'asking' | 'failed' {
    return this.#found;
  }

  look(query: string): void {
    if (query === this.#query) return;
    const first = this.#query === null;
    this.#query = query;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    if (first) void this.#ask(query);
    else this.#timer = setTimeout(() => void this.#ask(query), pause);
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#query = null;
    this.#found = 'asking';
  }

  async #ask(query: string): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    const { context } = this.#host;
    const answer = await context.ask(`/institutions?q=${encodeURIComponent(query)}`, signal);
    if (signal.aborted) return;
    this.#found = institutionsOf(answer) ?? 'failed';
    if (query && this.#found !== 'failed')
      context.announce(context.localizer.t('manage-payments.search.said', { count: this.#found.length }));
    this.#host.requestUpdate();
  }
}

/** Null when the answer is none. */
function institutionsOf(answer: unknown): readonly Institution[] | null {
  const list =
    typeof answer === 'object' && answer !== null && 'institutions' in answer ? answer.institutions : null;
  return Array.isArray(list) ? (list as Institution[]) : null;
}
