/**
 * Says aloud what is wrong with a field that the payee has just left (WCAG 2.2, 4.1.3). A screen reader is
 * in the next field by then. Whoever presses the main button is led to the first wrong field instead, which
 * reads its error by itself.
 *
 * What was said is taken away with the screen that it was about, and else after a while, so that nobody who
 * reads the page line by line finds it there.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import { afterPaint } from '../ui/after-paint.ts';
import { currentStep } from './current-step.ts';
import { onNewScreen } from './new-screen.ts';

/** Milliseconds. The next field says its name first. */
const pause = 150;
/** Milliseconds. A screen reader has taken the words by then, however slowly it reads them. */
const lasts = 7_000;

export class SaidErrors implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Says something politely. Every step is told the same way to do so. */
  #announce: ((text: string) => void) | undefined;
  readonly #region: Element | null;
  /** Fields that were left, until their errors are said. */
  readonly #left = new Set<Element>();
  /** What the region said when the host was last drawn. */
  #said = '';
  /** What of it could be heard: it was painted. */
  #heard = '';
  #isPressed = false;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#region = host.renderRoot.querySelector('p[role=status]');
    host.addController(this);
    this.hostUpdated();
    onNewScreen(host, () => void this.#forget());
  }

  hostConnected(): void {
    for (const type of pointer) addEventListener(type, this.#onPointer, true);
  }

  hostUpdated(): void {
    // Going from field to field is not heard of outside the step's own root.
    const step = currentStep(this.#host);
    const root = step?.shadowRoot;
    this.#announce ??= step?.context.announce;
    root?.addEventListener('focusout', this.#onLeave);
    root?.addEventListener('click', this.#onClick);
    const said = this.#region?.textContent ?? '';
    if (said === this.#said) return;
    this.#said = said;
    clearTimeout(this.#ending);
    if (!said) return;
    this.#ending = setTimeout(() => this.#announce?.(''), lasts);
    afterPaint(() => (this.#heard = said));
  }

  /** Another screen has begun. What is said of how it came to that has not been heard yet, and stays. */
  async #forget(): Promise<void> {
    const old = this.#heard;
    // Something else may be about to be said.
    await this.#host.updateComplete;
    // What the frame confirms on this screen is about it.
    const confirmed = this.#host.renderRoot.querySelector('[part=confirmation]')?.textContent.trim();
    if (old && old !== confirmed && old === this.#region?.textContent) this.#announce?.('');
  }

  hostDisconnected(): void {
    for (const type of pointer) removeEventListener(type, this.#onPointer, true);
    clearTimeout(this.#saying);
    this.#isPressed = false;
  }

  #onLeave = ({ target }: Event): void => {
    const field = (target as Element).closest('.field');
    if (field) this.#left.add(field);
    this.#wait();
  };

  /** The focus may leave a field only now, on its way to the first one that is wrong. */
  #onClick = ({ target }: Event): void => {
    if (!(target as Element).closest('[type=submit]')) return;
    this.#left.clear();
    setTimeout(() => this.#left.clear());
  };

  #onPointer = ({ type }: Event): void => {
    this.#isPressed = type === 'pointerdown';
    if (!this.#isPressed && this.#left.size) this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#say(), pause);
  }

  /** Says the errors of the fields that were left. They show only once the pointer is up. */
  #say(): void {
    if (this.#isPressed) return;
    const texts = [...this.#left].map(wordsOf).filter(Boolean);
    this.#left.clear();
    if (texts.length) this.#announce?.(texts.join(' '));
  }
}

const pointer = ['pointerdown', 'pointerup', 'pointercancel'] as const;

/** Returns the label and the error of a field, or nothing when it is right or has the focus again. */
function wordsOf(field: Element): string {
  const error = field.querySelector('[part=error]');
  if (!error || !field.isConnected || field.matches(':focus-within')) return '';
  const label = field.querySelector('[part=label]');
  return [label, error].map((one) => one?.textContent.replace(/\s+/g, ' ').trim()).join(': ');
}
