/**
 * How long the payee has to wait is counted down wherever it is told, and not told any more once it is over.
 * Only the first time it is said aloud: nobody wants to hear every second.
 *
 * What counts comes in the file that steps share. It is loaded when there is something to count: many only
 * look at the first step, and need nothing of that file.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import type { FlowProblem } from '../flow/problem.ts';
import type { Countdown } from '../ui/countdown.ts';
import { currentStep } from './current-step.ts';

export class RetryCountdown implements ReactiveController {
  readonly #host: ReactiveElement;
  #countdown: Countdown | undefined;
  /** What is counted down. */
  #problem: FlowProblem | null = null;
  /** How many seconds were told last. */
  #told = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  /** Runs at least once a second while something is counted. */
  hostUpdated(): void {
    const step = currentStep(this.#host);
    const { problem = null } = step ?? {};
    const until = problem?.retryAt;
    if (!step || !until) return;
    if (problem !== this.#problem) {
      this.#problem = problem;
      // Where it cannot be loaded, the sentence stays as it was said.
      import('../ui/countdown.ts')
        .then(({ Countdown }) => this.#count(this.#countdown ?? new Countdown(this.#host), until))
        .catch(() => undefined);
    }
    if (!this.#countdown || this.#told === this.#countdown.seconds) return;
    this.#told = this.#countdown.seconds;
    step.renderRoot.querySelector('[part=failure]')?.removeAttribute('role');
    if (!this.#told) step.stale = problem;
    step.requestUpdate();
  }

  #count(countdown: Countdown, until: number): void {
    this.#countdown = countdown;
    countdown.start((until - performance.now()) / 1000);
    // It may be over by now. Then that is still to be told.
    this.#told = countdown.seconds || -1;
    this.#host.requestUpdate();
  }
}
