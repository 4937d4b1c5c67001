/**
 * A part of a step that has a file of its own, so that only those load it who come to it. When a screen needs
 * the part and it cannot be loaded, the step says so, and its main button loads it again.
 */
import type { CSSResult, ReactiveController } from 'lit';
import type { Messages, Portion } from '../../locales/catalogue.ts';
import { adopt } from '../../ui/adopt.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';

/** What such a file exports besides its own functions. Styles are adopted before it is rendered. */
interface Chunk {
  /** Its words in English. Its words in other languages are loaded at the same time. */
  readonly messages: Messages;
  readonly styles?: readonly CSSResult[];
}

/** One part of one step. It is loaded once for each element; the browser keeps the file. */
export class Lazy<C extends Chunk> implements ReactiveController {
  readonly #step: MultiScreenStep;
  readonly #portion: Portion;
  readonly #import: () => Promise<C>;
  #chunk: C | null = null;
  #loading: Promise<void> | null = null;
  /** Whether the rendering that is being prepared needs the part. */
  #isNeeded = false;
  /** Whether the screen that is shown needs the part. */
  #isMissed = false;

  /** `portion` is the name under which the languages keep its words. */
  constructor(step: MultiScreenStep, portion: Portion, load: () => Promise<C>) {
    this.#step = step;
    this.#portion = portion;
    this.#import = load;
    step.addController(this);
  }

  /** The part, or null while it is not here. */
  get chunk(): C | null {
    return this.#chunk;
  }

  /** Ends when the part is here or could not be loaded. Null while it is not on its way. */
  get loading(): Promise<void> | null {
    return this.#loading;
  }

  /**
   * Loads what the screen cannot do without. Call it in `willUpdate` whenever that screen is about to be
   * rendered.
   *
   * After a failure it waits for the payee to press the button.
   */
  need(): void {
    this.#isNeeded = true;
    if (!this.#step.unloaded) void this.load();
  }

  /**
   * Loads the part before it is needed, or where the screen can do without it. Resolves to null when that
   * fails, and says nothing.
   */
  async load(): Promise<C | null> {
    if (!this.#chunk) await (this.#loading ??= this.#run());
    return this.#chunk;
  }

  /** Runs after the step's `willUpdate`. A screen that did not call `need` there can do without the part. */
  hostUpdate(): void {
    this.#isMissed = this.#isNeeded;
    this.#isNeeded = false;
  }

  /** Loads code and words, and tells the step. */
  async #run(): Promise<void> {
    const { localizer, explain } = this.#step.context;
    try {
      this.#chunk = await localizer.load(this.#portion, this.#import());
    } catch (error) {
      const problem = await explain(error);
      if (this.#isMissed) this.#step.unloaded = { problem, retry: this.#retry };
    }
    this.#loading = null;
    for (const sheet of this.#chunk?.styles ?? []) adopt(this.#step, sheet);
    this.#step.requestUpdate();
  }

  #retry = (): void => {
    this.#step.unloaded = null;
    this.#step.requestUpdate();
  };
}
