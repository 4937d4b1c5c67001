/**
 * Brings a field with the focus into view as a whole: its label above, its hint and error below. The browser
 * itself only looks after the control, and on a phone the keyboard leaves room for little else. What is wrong
 * with the whole form stands above its first wrong field, so both are brought into view where both fit. The
 * heading of a new screen comes with the way back and the progress above it.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import { currentStep } from './current-step.ts';

export class InView implements ReactiveController {
  readonly #host: ReactiveElement;
  /** The error that was brought into view last. Whoever scrolls away from it is left alone. */
  #error: Element | null = null;
  #isPressed = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostConnected(): void {
    for (const type of pointer) addEventListener(type, this.#onPointer, true);
    visualViewport?.addEventListener('resize', this.#onResize);
  }

  /** The server may have refused the very field that has the focus. */
  hostUpdated(): void {
    // Going from field to field is not heard of outside the step's own root.
    const root = currentStep(this.#host)?.shadowRoot;
    root?.addEventListener('focusin', this.#bringSoon);
    for (const of of [root, this.#host.renderRoot]) of?.addEventListener('focusin', this.#bringHeading);
    root?.addEventListener('submit', this.#bringNewError);
    this.#bringNewError();
  }

  hostDisconnected(): void {
    for (const type of pointer) removeEventListener(type, this.#onPointer, true);
    visualViewport?.removeEventListener('resize', this.#onResize);
    this.#isPressed = false;
  }

  /** What is pressed must not move away before it is released. */
  #onPointer = ({ type }: Event): void => {
    this.#isPressed = type === 'pointerdown';
    if (type === 'pointerup') this.#bringSoon();
  };

  /** A keyboard came or went. Zooming is the payee's own movement. */
  #onResize = (): void => {
    if (visualViewport?.scale === 1) this.#bringSoon();
  };

  #bringSoon = (): void => {
    requestAnimationFrame(() => this.#bring());
  };

  /**
   * The heading of a new screen comes with all that stands above it. The browser leaves it where it was
   * when the screen begins, and the screen still moves then.
   */
  #bringHeading = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || target.id !== 'title' || this.#isPressed) return;
    target.style.scrollMargin = '1em';
    const above = this.#host.renderRoot.querySelectorAll('.back, [part=progress]');
    for (const part of [target, ...[...above].reverse()]) part.scrollIntoView({ block: 'nearest' });
  };

  #bringNewError = (): void => {
    requestAnimationFrame(() => {
      const error = this.#field()?.querySelector('[part=error]') ?? null;
      if (error && error !== this.#error) this.#bring();
      this.#error = error;
    });
  };

  /** Returns the field in which the focus is. */
  #field(): Element | null {
    return currentStep(this.#host)?.shadowRoot?.activeElement?.closest('.field') ?? null;
  }

  #bring(): void {
    const field = this.#field();
    if (!field || this.#isPressed) return;
    this.#error = field.querySelector('[part=error]');
    const height = visualViewport?.height ?? innerHeight;
    const { top, bottom } = field.getBoundingClientRect();
    // The browser has brought the control into view, and there is no room for more.
    if (bottom - top > height) return;
    const banner = bannerOf(field);
    if (banner && bottom - banner.getBoundingClientRect().top <= height)
      banner.scrollIntoView({ block: 'nearest' });
    field.scrollIntoView({ block: 'nearest' });
    // A keyboard may lie over the page instead of making it smaller.
    const end = (visualViewport?.offsetTop ?? 0) + height;
    const hidden = field.getBoundingClientRect().bottom - end;
    if (hidden > 0) scrollBy(0, hidden);
  }
}

const pointer = ['pointerdown', 'pointerup', 'pointercancel'] as const;

/** Returns the banner of the whole form, when `field` is the first that is wrong. */
function bannerOf(field: Element): Element | null {
  const root = field.getRootNode() as ShadowRoot;
  const first = root.querySelector('[part=error]')?.closest('.field');
  return first === field ? root.querySelector('[part=summary], [part=mismatch]') : null;
}
