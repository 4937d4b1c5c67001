/**
 * The way to forms that are not filled in here: Forms 8233, W-8ECI, W-8IMY and W-8EXP. What it shows comes in
 * a chunk of its own, which hardly anybody loads.
 */
import type { FormController } from '../../ui/form-controller.ts';
import { Lazy } from '../shared/lazy.ts';
import type { OtherForms, OtherHost } from './other/index.ts';

/** Not sent: `true` once the payee wants another form, `no` once they came back from there. */
const other = 'other';

export class OtherWay {
  readonly #step: OtherHost;
  readonly #form: FormController<unknown>;
  readonly #part: Lazy<typeof import('./other/index.ts')>;
  #screen: OtherForms | null = null;

  constructor(step: OtherHost, form: FormController<unknown>) {
    this.#step = step;
    this.#form = form;
    this.#part = new Lazy(step, 'compliance-other', () => import('./other/index.ts'));
  }

  /** Whether it is on screen: as long as the payee wants it, and when something uploaded waits. */
  get isOn(): boolean {
    return (this.#form.value(other) || String(!!this.#step.requirement.upload)) === 'true';
  }

  /** The name of its screen: another one while the payee waits. */
  get name(): string {
    const waits = this.screen?.waits ?? this.#step.requirement.upload?.state === 'submitted';
    return waits ? 'other-waiting' : 'other';
  }

  /** Goes there, or back to the forms that are filled in here. */
  go(on = true): void {
    this.#form.set(other, on ? 'true' : 'no');
  }

  /** What it shows; null while it is loaded. Call it in `willUpdate`. */
  need(): void {
    if (this.isOn) this.#part.need();
  }

  get loading(): Promise<void> | null {
    return this.#part.loading;
  }

  get fields(): readonly string[] {
    return this.screen?.fields ?? [];
  }

  read(): ReturnType<OtherForms['read']> {
    return this.screen?.read() ?? { ok: false, errors: [] };
  }

  get screen(): OtherForms | null {
    const { chunk } = this.#part;
    return (this.#screen ??= chunk && new chunk.OtherForms(this.#step, this.#form, () => this.go(false)));
  }
}
