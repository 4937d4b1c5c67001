/** What a step has asked of the server: by which of its controls, so that that one shows it, and on which screen it failed. */
import type { ReactiveController } from 'lit';
import type { StepRequest } from '../api/requests.ts';
import type { FlowProblem } from '../flow/problem.ts';
import type { StepContext } from './step-element.ts';

interface Host {
  readonly context: StepContext;
  readonly busy: boolean;
  readonly problem: FlowProblem | null;
  requestUpdate(): void;
  addController(controller: ReactiveController): void;
}

/** `Kind`: the controls that a step tells apart. */
export class Work<Kind extends string> implements ReactiveController {
  readonly #host: Host;
  /** `left`: its screen was left before the answer came. */
  #under: { readonly kind: Kind; readonly id: string | undefined; left: boolean } | null = null;
  /** A failure of the screen that was left. */
  #left: FlowProblem | null = null;
  #waiting: (() => void)[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Resolves to whether the server took it; false also while something else is under way. `id`: what of a list it is about. */
  async ask(kind: Kind, request: StepRequest, id?: string): Promise<boolean> {
    const host = this.#host;
    if (host.busy) return false;
    const under = (this.#under = { kind, id, left: false });
    this.#left = null;
    const result = await host.context.send(request);
    if (this.#under === under) this.#under = null;
    if (under.left && result.kind === 'refused') this.#left = result.problem;
    host.requestUpdate();
    return result.kind === 'done';
  }

  /** Resolves once nothing is under way: what the payee confirmed meanwhile is not dropped. */
  async free(): Promise<void> {
    if (this.#host.busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  hostUpdated(): void {
    if (!this.#host.busy) for (const resolve of this.#waiting.splice(0)) resolve();
  }

  is(kind: Kind): boolean {
    return this.#host.busy && this.#under?.kind === kind;
  }

  /** What of the list is being worked on. */
  get id(): string | null {
    return (this.#host.busy && this.#under?.id) || null;
  }

  /** Another screen begins: what failed on the one before, or fails there yet, is not said here. */
  leave(): void {
    this.#left = this.#host.problem;
    if (this.#under) this.#under.left = true;
  }

  /** The last request failed, on the screen that is shown. */
  get failed(): boolean {
    return this.#host.problem !== this.#left;
  }
}
