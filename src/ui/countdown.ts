/** Counts seconds down, and updates its host once a second while there is something to count. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whole seconds that remain; 0 when there are none. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000));
  }

  start(seconds: number): void {
    this.#endsAt = performance.now() + seconds * 1000;
    this.hostConnected();
  }

  hostConnected(): void {
    if (this.#timer === undefined && this.seconds > 0) this.#timer = setInterval(this.#tick, 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick = (): void => {
    if (this.seconds === 0) this.hostDisconnected();
    this.#host.requestUpdate();
  };
}
