/**
 * Counts seconds down, and updates its host once a second while there is something to count. The server says
 * how many seconds there are; this only shows them.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /**
   * On the clock of `performance.now()`, in milliseconds. It goes on steadily when somebody sets the device's
   * time.
   */
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

  /** Begins anew with this many seconds, whatever remained. */
  start(seconds: number): void {
    this.#endsAt = performance.now() + seconds * 1000;
    this.hostConnected();
  }

  hostConnected(): void {
    if (this.#timer === undefined && this.seconds > 0) this.#timer = setInterval(this.#tick, 1000);
  }

  /** Only the ticking stops. The end stays the same, and `hostConnected` goes on towards it. */
  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick = (): void => {
    if (this.seconds === 0) this.hostDisconnected();
    this.#host.requestUpdate();
  };
}
