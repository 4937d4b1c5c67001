/** Finds banks while their name is typed. An answer that comes too late is dropped. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Institution } from '../../contract/steps/manage-payments.ts';
import type { StepContext } from '../step-context.ts';

/** The step that shows the banks. It is told by `requestUpdate`. */
interface Host extends ReactiveControllerHost {
  readonly context: StepContext;
}

/** Milliseconds. Long enough not to ask for every letter, short enough to feel immediate. */
const pause = 180;

/** The first query is empty. What a provider finds for it fills the screen before anything is typed. */
export class InstitutionSearch implements ReactiveController {
  readonly #host: Host;
  /** What is being looked for; null before the first query of a visit. */
  #query: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #found: readonly Institution[] | 'asking' | 'failed' = 'asking';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The banks of the last answer. They stay on screen until the next answer is here. */
  get found(): readonly Institution[] | 'asking' | 'failed' {
    return this.#found;
  }

  /**
   * Call it at every update with what is typed. The first query is sent at once, later ones after a pause.
   */
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

  /** Ends the search, for instance when its screen is left. The next one begins anew. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#query = null;
    this.#found = 'asking';
  }

  /**
   * Sends a query. How many banks were found is read out, but not for the list that was there before anything
   * was typed.
   */
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

/** Returns the banks in `{ institutions: […] }`, or null when the answer has none. */
function institutionsOf(answer: unknown): readonly Institution[] | null {
  const list =
    typeof answer === 'object' && answer !== null && 'institutions' in answer ? answer.institutions : null;
  return Array.isArray(list) ? (list as Institution[]) : null;
}
