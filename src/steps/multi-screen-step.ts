/**
 * What all steps of more than one screen share: how another screen begins, which control has sent what is
 * under way, how a change is told, and what happens when a part of the step cannot be loaded.
 */
import type { PropertyValues, TemplateResult } from 'lit';
import type { StepRequest } from '../api/requests.ts';
import type { Requirement } from '../contract/steps/session.ts';
import type { FlowProblem } from '../flow/problem.ts';
import { problemText } from '../locales/words.ts';
import { failureBanner } from '../ui/banner.ts';
import { StepElement, type Template } from './step-element.ts';

export abstract class MultiScreenStep<R extends Requirement = Requirement, T = unknown> extends StepElement<
  R,
  T
> {
  /** Of radios it is the chosen one, which is where the tab key leads as well. */
  protected override readonly firstControl: string =
    'form :is(input:not([type=radio]),:checked,fieldset:not(:has(:checked)) input,select,textarea,button,a.button)';
  /**
   * Something of the step could not be loaded, and why. With `retry` the screen needs it, and the main button
   * loads it again.
   */
  unloaded: { readonly problem: FlowProblem; readonly retry?: () => void } | null = null;
  /** The screen that was rendered last; null before the first one. */
  #screen: string | null = null;
  /** How many screens have begun. An answer knows by it whether its screen is still there. */
  #visit = 0;
  /** The visit in which the last request was sent. */
  #sentIn = 0;
  /** The control that sent the last request. */
  #sender = '';
  /** Selector of what gets the focus after the next rendering. */
  #goal = '';
  /** Whether the main button was pressed while a part of the screen is on its way. */
  #awaits = false;

  /** Name of the screen that is shown. */
  protected abstract readonly screen: string;

  /**
   * Leads to the screen before, as the browser's Back does; null on the first one. The frame reads it after
   * each rendering.
   */
  get back(): (() => void) | null {
    return null as (() => void) | null;
  }

  /** Runs when a screen begins, the first one included. It puts away what belongs to the screen before. */
  protected enter(): void {
    // Most have nothing to put away.
  }

  /** Selector of what gets the focus when another screen begins; empty to leave the focus where it is. */
  protected landing(): string {
    return '#title';
  }

  /**
   * Notices that another screen begins. A step that overrides this has to know everything that decides about
   * `screen` before it calls `super`.
   */
  override willUpdate(changed: PropertyValues): void {
    const before = this.#screen;
    this.#screen = this.screen;
    if (before !== this.#screen) this.enter();
    if (before !== null && before !== this.#screen) this.#begin();
    // The payee left the screen before the answer came.
    if (changed.has('problem') && this.#sentIn !== this.#visit) this.stale = this.problem;
    super.willUpdate(changed);
  }

  override updated(): void {
    this.dispatchEvent(new Event('dots-rendered', { bubbles: true }));
  }

  /**
   * Begins another screen. What was found wrong and what failed on the screen before is not said on this one.
   */
  #begin(): void {
    this.#visit += 1;
    this.stale = this.problem;
    this.unloaded = null;
    this.form.begin();
    const landing = this.landing();
    if (landing && !this.#goal) void this.moveFocus(landing);
  }

  /**
   * Sends a request and resolves to whether the server took it. By then `requirement` is the server's answer.
   * It also resolves to false when another request is under way.
   *
   * `by`: the control that sends it and shows that it works. It is the main button when absent.
   */
  async send(request: StepRequest, by = 'submit'): Promise<boolean> {
    if (this.busy) return false;
    this.#sentIn = this.#visit;
    this.#sender = by;
    this.unloaded = null;
    const result = await this.context.send(request);
    this.requestUpdate();
    return result.kind === 'done';
  }

  /** Returns whether what `by` has sent is under way. */
  isSending(by = 'submit'): boolean {
    return this.busy && this.#sender === by;
  }

  /** Says to screen readers what has changed, and puts the focus `at` it. */
  tell(text: string, at = ''): void {
    this.context.announce(text);
    if (at) void this.moveFocus(at);
  }

  /** As `tell`; and the frame shows it above the next screen. */
  confirm(text: string, at?: string): void {
    this.dispatchEvent(new CustomEvent('dots-told', { bubbles: true, detail: text }));
    this.tell(text, at);
  }

  /**
   * Puts the focus like the base class does. When it is called several times before a rendering, the last
   * call counts. Where the selector finds nothing, the heading gets the focus.
   */
  override async moveFocus(selector = '#title'): Promise<void> {
    const isUnderWay = this.#goal !== '';
    this.#goal = selector;
    if (isUnderWay) return;
    await this.updateComplete;
    const goal = this.#goal;
    this.#goal = '';
    await super.moveFocus(this.renderRoot.querySelector(goal) ? goal : '#title');
  }

  /**
   * While a needed part is missing, the main button loads it again: there is nothing else to press. A part
   * that is not on its server any more comes with the page.
   */
  override formOf(body: Template, button: Template, after?: Template): TemplateResult {
    const { unloaded } = this;
    if (!unloaded?.retry) return super.formOf(body, button, after);
    const label = unloaded.problem.code === 'page-outdated' ? 'action.reload' : 'action.retry';
    return super.formOf(body, this.submitButton(this.t(label)), after);
  }

  /**
   * Waits for a part of the screen that is on its way, as the main button was pressed for it. Then the first
   * field that came has the focus. Where none came, the focus stays at the button.
   */
  protected async awaitPart(): Promise<void> {
    const fields = () =>
      [...this.renderRoot.querySelectorAll<HTMLInputElement>('form [name]')]
        .filter((field) => field.getClientRects().length)
        .map(({ name }) => name);
    const before = fields();
    this.#awaits = true;
    this.requestUpdate();
    while (!(await this.updateComplete));
    this.#awaits = false;
    this.requestUpdate();
    await this.updateComplete;
    const came = fields().find((name) => !before.includes(name));
    if (came) await this.moveFocus(`[name="${came}"]`);
  }

  /** Here it works only for what it sent itself; menus and switches show their own work. */
  override submitButton(label: string, working = this.isSending()): TemplateResult {
    return super.submitButton(label, working || this.#awaits);
  }

  protected override failure(): Template {
    const { unloaded } = this;
    return unloaded ? failureBanner(problemText(this.context.localizer, unloaded.problem)) : super.failure();
  }

  protected override press(): void {
    const { unloaded } = this;
    if (!unloaded?.retry) super.press();
    else if (unloaded.problem.code === 'page-outdated') location.reload();
    else {
      unloaded.retry();
      void this.awaitPart();
    }
  }
}
