/**
 * A part of a step that has a file of its own, so that only those load it who come to it. When a screen needs
 * the part and it cannot be loaded, the step says so, and its main button loads it again.
 */
import type { CSSResult, ReactiveController } from 'lit';
import type { Messages, Portion } from '../../locales/catalogue.ts';
import { flowProblem, type FlowProblem } from '../../flow/problem.ts';
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
  /** Whether the payee has pressed the button for it. */
  #isPressed = false;

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
   * After a failure it waits for the payee to press the button, or for the browser to be online again.
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

  hostDisconnected(): void {
    removeEventListener('online', this.#again);
  }

  /** Loads code and words, and tells the step. */
  async #run(): Promise<void> {
    const { localizer } = this.#step.context;
    const problem = await this.#whyNot(() => localizer.load(this.#portion, this.#import()));
    if (problem && this.#isMissed) this.#step.unloaded = { problem, retry: this.#retry };
    this.#loading = null;
    for (const sheet of this.#chunk?.styles ?? []) adopt(this.#step, sheet);
    this.#step.requestUpdate();
  }

  /**
   * Returns what stood in the way. While the browser is offline, only the payee's own press asks for the
   * file: browsers keep for as long as the page is there which files they could not load.
   */
  async #whyNot(load: () => Promise<C>): Promise<FlowProblem | null> {
    const isPressed = this.#isPressed;
    this.#isPressed = false;
    removeEventListener('online', this.#again);
    if (!navigator.onLine && !isPressed) {
      addEventListener('online', this.#again);
      return flowProblem('offline');
    }
    return load().then(
      (chunk) => ((this.#chunk = chunk), null),
      (error: unknown) => this.#step.context.explain(error),
    );
  }

  /** The browser is online again. */
  #again = (): void => {
    removeEventListener('online', this.#again);
    if (this.#step.unloaded?.retry === this.#retry) this.#retry();
  };

  #retry = (): void => {
    this.#isPressed = true;
    this.#step.unloaded = null;
    this.#step.requestUpdate();
  };
}
