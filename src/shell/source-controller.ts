/**
 * Starts the flow that the configuration names, and starts over when it names another one. Frameworks hand
 * over a new `config` at every render, so what counts is its value.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DotsFlowConfig } from '../config.ts';
import { sourceKey } from './attributes.ts';

export interface SourceControllerOptions {
  readonly host: ReactiveControllerHost & { readonly isConnected: boolean };
  /** Returns the configuration of the moment, or null while nothing was configured. */
  readonly config: () => DotsFlowConfig | null;
  /** Forgets the flow and everything typed. */
  readonly reset: () => void;
  /** Runs what the configuration names. */
  readonly load: () => Promise<void>;
}

export class SourceController implements ReactiveController {
  readonly #options: SourceControllerOptions;
  /** Names the flow that runs or has ended; undefined while the element has none. */
  #key: string | null | undefined;
  #queued = false;

  constructor(options: SourceControllerOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  hostConnected(): void {
    this.check();
  }

  /** Looks, once all that the page sets in one go is set, whether another flow is named. */
  check(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (!this.#forgetsOther()) return;
      // Nothing is opened out of sight.
      if (this.#options.host.isConnected) void this.load();
      else this.#key = undefined;
    });
  }

  /** Starts, tries again, or goes on, because the page or the payee says so. */
  load(): Promise<void> {
    this.#forgetsOther();
    return this.#options.load();
  }

  /** Returns whether another flow is named than before. If so, the one before is forgotten. */
  #forgetsOther(): boolean {
    const key = sourceKey(this.#options.config());
    if (key === this.#key) return false;
    this.#key = key;
    this.#options.reset();
    return true;
  }
}
