/**
 * The browser's Back: inside a step it leads one screen back, and from the first screen it leaves as ever.
 * Where nothing can be undone it leads on, so that the payee does not lose the page over a payment.
 *
 * While there is a screen to go back to, one entry of ours is on top of the page's history. It has the page's
 * URL and state, and a mark: a router of the page that hears of it finds itself where it was. The page
 * opts out with `no-history`.
 */
import type { ReactiveController, ReactiveElement } from 'lit';

/** A step, as far as it has screens. */
interface Screens {
  /** Leads to the screen before; null on the first one. */
  readonly back?: (() => void) | null;
  /** Leads on from a screen behind which nothing can be undone: a payout was made. */
  readonly onward?: (() => void) | null;
  readonly busy?: boolean;
}

/** Told by steps after each rendering. It does not leave the element. */
const rendered = 'dots-rendered';

/** The key of the mark in `history.state`. */
const mark = 'dotsFlow';

/** Which element has its entry on top, and at which URL. Several elements on a page share one history. */
let top: { readonly owner: BackKey; readonly href: string } | null = null;

const stateOf = (): Readonly<Record<string, unknown>> | null => {
  const state: unknown = history.state ?? {};
  return typeof state === 'object' ? (state as Readonly<Record<string, unknown>>) : null;
};
const isMarked = (): boolean => stateOf()?.[mark] !== undefined;

/** Returns what leads to the screen before; null where the step has none. */
export function screenBefore(host: ReactiveElement): (() => void) | null {
  const step = host.renderRoot.querySelector<Element & Screens>('.screen > *');
  return step?.back ?? null;
}

/** Returns what the browser's Back does instead of leaving the page; null where it leaves. */
const insteadOfLeaving = (host: ReactiveElement): (() => void) | null =>
  screenBefore(host) ?? host.renderRoot.querySelector<Element & Screens>('.screen > *')?.onward ?? null;

export class BackKey implements ReactiveController {
  readonly #host: ReactiveElement;
  #hadBack = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    host.renderRoot.addEventListener(rendered, () => this.#look());
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPop);
    // The entry may be there from before a reload.
    if (!top && isMarked()) top = { owner: this, href: location.href };
    this.#look();
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPop);
    // It may only have been moved.
    queueMicrotask(() => this.#host.isConnected || this.#giveUp());
  }

  get #isOff(): boolean {
    return this.#host.hasAttribute('no-history');
  }

  /** Has the frame show the way back, and puts the entry on top, when there is something to go back to. */
  #look(): void {
    const hasBack = screenBefore(this.#host) !== null;
    // The frame was drawn before the step, and may be in the middle of it still.
    if (hasBack !== this.#hadBack) queueMicrotask(() => this.#host.requestUpdate());
    this.#hadBack = hasBack;
    const state = stateOf();
    if (!state || this.#isOff || !this.#host.isConnected || !insteadOfLeaving(this.#host)) return;
    if (!isMarked()) history.pushState({ ...state, [mark]: 1 }, '');
    top = { owner: this, href: location.href };
  }

  #onPop = (): void => {
    if (top?.owner !== this) return;
    // The page's own navigation, for instance to a fragment or by its router.
    if (isMarked() || top.href !== location.href) {
      top = isMarked() ? { owner: this, href: location.href } : null;
      return;
    }
    top = null;
    const back = this.#isOff ? null : insteadOfLeaving(this.#host);
    if (!back) return history.back();
    const step = this.#host.renderRoot.querySelector<Element & Screens>('.screen > *');
    if (step?.busy) this.#look();
    else back();
  };

  /** Takes the mark away. Going back here would interfere with where the page is about to go. */
  #giveUp(): void {
    if (top?.owner !== this) return;
    if (isMarked() && top.href === location.href) {
      const { [mark]: _, ...state } = stateOf() ?? {};
      history.replaceState(state, '');
    }
    top = null;
  }
}
