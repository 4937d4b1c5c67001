/**
 * Which secrets the payee has made readable on this screen, by the names of their fields. Steps clear it when
 * they enter another screen.
 */
import type { ReactiveControllerHost } from 'lit';

export class Revealed {
  readonly #host: ReactiveControllerHost;
  readonly #names = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  toggle(name: string): void {
    if (!this.#names.delete(name)) this.#names.add(name);
    this.#host.requestUpdate();
  }

  /** Hides everything. It does not update the host, because it is called while an update is under way. */
  clear(): void {
    this.#names.clear();
  }
}
