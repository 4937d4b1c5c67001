/**
 * How long the payee has to wait is counted down wherever it is told, and not told any more once it is over.
 * Only the first time it is said aloud: nobody wants to hear every second.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import type { FlowProblem } from '../flow/problem.ts';
import { Countdown } from '../ui/countdown.ts';
import { currentStep } from './current-step.ts';

export class RetryCountdown implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #countdown: Countdown;
  /** What is counted down. */
  #problem: FlowProblem | null = null;
  /** How many seconds were told last. */
  #told = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#countdown = new Countdown(host);
    host.addController(this);
    this.hostUpdated();
  }

  /** Runs at least once a second while something is counted. */
  hostUpdated(): void {
    const step = currentStep(this.#host);
    const { problem = null } = step ?? {};
    if (!step || !problem?.retryAt) return;
    if (problem !== this.#problem) {
      this.#problem = problem;
      this.#countdown.start((problem.retryAt - performance.now()) / 1000);
      this.#told = this.#countdown.seconds;
    }
    if (this.#told === this.#countdown.seconds) return;
    this.#told = this.#countdown.seconds;
    step.renderRoot.querySelector('[part=failure]')?.removeAttribute('role');
    if (!this.#told) step.stale = problem;
    step.requestUpdate();
  }
}
