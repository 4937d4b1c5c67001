/**
 * The end of a session: the payee is warned before it, may ask for more time, and is told why a code is asked
 * for again. What they typed stays in the steps all the while. It comes with the closing screens.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../contract/steps/session.ts';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { durationText } from '../locales/words.ts';
import { alertIcon } from '../ui/icons.ts';
import type { FlowControllerHost } from './flow-options.ts';

/** Milliseconds before the end. WCAG 2.2.1 wants 20 seconds; reading and finding the button take longer. */
const warnedBefore = 300_000;
/** Milliseconds. The server has to agree that it is over. */
const afterwards = 1_000;

export interface SessionEndOptions {
  readonly host: FlowControllerHost;
  /** Asks the server for more time, and takes its answer. Resolves to whether there was one. */
  readonly extend: () => Promise<boolean>;
  /** Asks the server where the flow stands. When the session is over, that opens another one. */
  readonly refresh: () => Promise<void>;
}

/** Those of the elements on the page, so that what draws finds them. */
const ends = new WeakMap<EventTarget, SessionEnd>();

export class SessionEnd {
  readonly #options: SessionEndOptions;
  #timers: ReturnType<typeof setTimeout>[] = [];
  /** When the session ends, by `performance.now()`. Null: nothing is lost when it does. */
  #endsAt: number | null = null;
  #wasAuthenticated = false;
  /** `refused`: more time was asked for, and the end has not moved. */
  #state: 'running' | 'ending' | 'asking' | 'refused' | 'over' = 'running';

  constructor(options: SessionEndOptions) {
    this.#options = options;
    ends.set(options.host, this);
  }

  /** Takes what a snapshot says of the session. Only the server's clock counts, from its answer on. */
  learn({ authenticated, current, now, session_ends_at: end }: Snapshot): void {
    if (this.#wasAuthenticated && !authenticated) this.#state = 'over';
    this.#wasAuthenticated = authenticated;
    const left = end && authenticated && current ? Date.parse(end) - Date.parse(now) : Number.NaN;
    this.#endsAt = Number.isFinite(left) ? performance.now() + left : null;
    if (authenticated && (this.#state === 'over' || !(left <= warnedBefore))) this.#state = 'running';
    this.stop();
  }

  /** Begins to wait for the end, unless it waits already. */
  goOn(): void {
    if (this.#endsAt === null || this.#timers.length) return;
    const left = this.#endsAt - performance.now();
    this.#timers = [
      setTimeout(() => this.#warn(), left - warnedBefore),
      setTimeout(() => void this.#options.refresh(), left + afterwards),
    ];
  }

  /** Waits no longer. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  /** Returns what is to be said above the step of `state`. */
  render(localizer: Localizer, state: FlowState): TemplateResult | typeof nothing {
    if (state.name !== 'step') return nothing;
    const { t } = localizer;
    const { current, plan } = state.snapshot;
    if (current?.step === 'authentication') {
      const isAgain =
        current.known_phone && plan.find(({ state }) => state === 'active')?.name !== 'authentication';
      if (this.#state !== 'over' && !isAgain) return nothing;
      return note(t(this.#state === 'over' ? 'session.over' : 'session.again'));
    }
    if (this.#state === 'running' || this.#state === 'over') return nothing;
    const isBusy = this.#state === 'asking';
    const minutes = durationText(localizer, warnedBefore / 1000);
    return note(
      t('session.ending', { minutes }),
      this.#state === 'refused'
        ? nothing
        : html`<button
            class="link"
            part="link"
            type="button"
            aria-disabled=${isBusy}
            @click=${() => isBusy || void this.#ask()}
          >
            ${t('session.extend')}
          </button>`,
    );
  }

  #warn(): void {
    if (this.#state === 'running') this.#state = 'ending';
    this.#options.host.requestUpdate();
  }

  /** Asks for more time. The button goes away with the warning, so the focus goes back to the step. */
  async #ask(): Promise<void> {
    const { host, extend } = this.#options;
    this.#state = 'asking';
    host.requestUpdate();
    const isAnswered = await extend();
    // The answer has made it `running` when there is more time now.
    if (this.#isAsking()) this.#state = isAnswered ? 'refused' : 'ending';
    else if (host instanceof HTMLElement) host.focus();
    host.requestUpdate();
  }

  #isAsking(): boolean {
    return this.#state === 'asking';
  }
}

/** Returns what is to be said of the session above the step. */
export const sessionNotice = (
  host: EventTarget,
  localizer: Localizer,
  state: FlowState,
): TemplateResult | typeof nothing => ends.get(host)?.render(localizer, state) ?? nothing;

/** An alert, because the payee has to act in time, or wonders why the screen is another one. */
const note = (text: string, button: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<div class="banner calm notice" part="session" role="alert">
    ${alertIcon}
    <div>${text} ${button}</div>
  </div>`;
