/**
 * Starts the flow that the configuration names, and starts over when it names another one. Frameworks hand
 * over a new `config` at every render, so what counts is its value.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DotsFlowConfig } from '../config.ts';
import { sourceKey } from './attributes.ts';

export interface SourceControllerOptions {
  readonly host: ReactiveControllerHost & Element;
  /** Returns the configuration of the moment, or null while nothing was configured. */
  readonly config: () => DotsFlowConfig | null;
  /** Forgets the flow and everything typed. */
  readonly reset: () => void;
  /** Runs what the configuration names. */
  readonly load: () => Promise<void>;
  /** Tells the page's developers that nothing is configured. */
  readonly advise: () => void;
  /** Does not run it, because the page starts flows without end. */
  readonly refuse: () => void;
}

/** Milliseconds. A page that has not said by then which flow to run may have forgotten it. */
const patience = 3000;
/** How many flows were started on this page, by nobody's press. */
let starts = 0;

export class SourceController implements ReactiveController {
  readonly #options: SourceControllerOptions;
  /** Names the flow that runs or has ended; undefined while the element has none. */
  #key: string | null | undefined;
  #queued = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SourceControllerOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  hostConnected(): void {
    this.check();
    this.#waiting = setTimeout(() => {
      if (!this.#key) this.#options.advise();
    }, patience);
  }

  /** A timer would keep the element in memory until it fires. */
  hostDisconnected(): void {
    clearTimeout(this.#waiting);
  }

  /** Looks, once all that the page sets in one go is set, whether another flow is named. */
  check(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (!this.#forgetsOther()) return;
      // Nothing is opened out of sight.
      if (!this.#options.host.isConnected) this.#key = undefined;
      else void ((starts += 1) > 5 ? this.#startWatched() : this.load());
    });
  }

  /** Starts, tries again, or goes on, because the page or the payee says so. */
  load(): Promise<void> {
    this.#forgetsOther();
    return this.#options.load();
  }

  /** Starts, unless the page seems to start flows without end. */
  async #startWatched(): Promise<void> {
    const { host, refuse } = this.#options;
    const key = this.#key;
    const isLooping = await import('./advice.ts').then(
      (advice) => advice.isLooping(host),
      () => false,
    );
    if (key !== this.#key) return;
    if (isLooping) refuse();
    else await this.load();
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
