/**
 * A part of a step with a file of its own, which only those load who come to it. When the screen needs it and it cannot
 * be loaded, the step says so, and its main button loads it again.
 */
import type { CSSResult, ReactiveController } from 'lit';
import type { Messages, Portion } from '../../locales/catalogue.ts';
import { adopt } from '../../ui/adopt.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';

/** What such a file brings along besides its code. */
interface Chunk {
  /** Its words in English. Those of other languages are loaded at the same time. */
  readonly messages: Messages;
  readonly styles?: CSSResult;
}

export class Lazy<C extends Chunk> implements ReactiveController {
  readonly #step: MultiScreenStep;
  readonly #portion: Portion;
  readonly #import: () => Promise<C>;
  #chunk: C | null = null;
  #loading: Promise<void> | null = null;
  /** The rendering that is being prepared needs it. */
  #isNeeded = false;
  /** The screen that is shown needs it. */
  #isMissed = false;

  /** `portion`: its words in the languages. */
  constructor(step: MultiScreenStep, portion: Portion, load: () => Promise<C>) {
    this.#step = step;
    this.#portion = portion;
    this.#import = load;
    step.addController(this);
  }

  /** The part; null before it is here. */
  get chunk(): C | null {
    return this.#chunk;
  }

  /** Resolves when it is here or could not be loaded; null when it is not on its way. */
  get loading(): Promise<void> | null {
    return this.#loading;
  }

  /** Loads what the screen cannot do without. To be called in `willUpdate`, whenever that screen is about to be rendered. */
  need(): void {
    this.#isNeeded = true;
    if (!this.#step.unloaded) void this.load();
  }

  /** Loads it before it is needed, or where the screen does without it. Resolves to null when that fails. */
  async load(): Promise<C | null> {
    if (!this.#chunk) await (this.#loading ??= this.#run());
    return this.#chunk;
  }

  hostUpdate(): void {
    this.#isMissed = this.#isNeeded;
    this.#isNeeded = false;
  }

  async #run(): Promise<void> {
    const { localizer } = this.#step.context;
    this.#chunk = await localizer.load(this.#portion, this.#import()).catch(() => null);
    this.#loading = null;
    if (!this.#chunk && this.#isMissed) this.#step.unloaded = { retry: this.#retry };
    if (this.#chunk?.styles) adopt(this.#step, this.#chunk.styles);
    this.#step.requestUpdate();
  }

  #retry = (): void => {
    this.#step.unloaded = null;
    this.#step.requestUpdate();
  };
}
