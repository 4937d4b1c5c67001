/**
 * Names the bank behind a routing number, so that the payee sees a typing error before money is lost to it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRoutingNumber } from '../contract/forms/numbers.ts';
import type { Localizer } from '../locales/localizer.ts';

/** The step that shows the name. It is told by `requestUpdate`. */
interface Host extends ReactiveControllerHost {
  readonly context: {
    readonly localizer: Localizer;
    readonly ask: (path: string, signal: AbortSignal) => Promise<unknown>;
    readonly announce: (text: string) => void;
  };
}

export class BankName implements ReactiveController {
  readonly #host: Host;
  /** What was looked up last, or is being looked up. */
  #routingNumber = '';
  #asking: AbortController | undefined;
  #name: string | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The bank's name, or null while it is not known. The server checks the account in any case. */
  get name(): string | null {
    return this.#name;
  }

  /** Asks once for each valid number. An answer that comes too late is dropped. */
  look(typed: string): void {
    const routingNumber = typed.replace(/\D/g, '');
    if (routingNumber === this.#routingNumber) return;
    this.#forget();
    this.#routingNumber = routingNumber;
    if (isRoutingNumber(routingNumber)) void this.#ask(routingNumber);
  }

  /** Out of the page nobody reads the answer. A step that comes back asks again at its next update. */
  hostDisconnected(): void {
    this.#forget();
  }

  async #ask(routingNumber: string): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    const { context } = this.#host;
    const answer = await context.ask(`/banks/${routingNumber}`, signal);
    if (signal.aborted) return;
    this.#name = bankNameOf(answer);
    if (this.#name) context.announce(context.localizer.t('bank.said.found', { bank: this.#name }));
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#asking?.abort();
    this.#routingNumber = '';
    this.#name = null;
  }
}

/** Returns the name in `{ bank_name: "…" }`. Any other answer means that nobody knows the bank. */
function bankNameOf(answer: unknown): string | null {
  const name =
    typeof answer === 'object' && answer !== null && 'bank_name' in answer ? answer.bank_name : null;
  return typeof name === 'string' && name ? name : null;
}
