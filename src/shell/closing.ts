/**
 * Screens on which a flow ends, waits elsewhere or fails. They are loaded after the first paint, and at the
 * latest when one of them is needed.
 *
 * The words, styles and helpers that are exported with them come in the same file, because nothing of it is
 * needed for the first screen.
 */
import { html, nothing, type LitElement, type ReactiveElement, type TemplateResult } from 'lit';
import { DotsErrorEvent, DotsExitEvent } from '../events.ts';
import type { FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { alertIcon, checkIcon } from '../ui/icons.ts';
import type { Localizer } from '../locales/localizer.ts';
import { problemText } from '../locales/words.ts';
import { endOf } from './closing-end.ts';
import { HelpLines, type HelpHost } from './closing-help.ts';
import { confirmSaved } from './confirmations.ts';
import { closing as styles } from './closing-styles.ts';
import type { FlowController } from './flow-controller.ts';
import type { LanguageHost } from './language-controller.ts';
import { BackKey } from './back-key.ts';
import { checkContrastLater } from './contrast-later.ts';
import { InView } from './in-view.ts';
import { PageLanguage } from './page-language.ts';
import { Preferences } from './preferences.ts';
import { RetryCountdown } from './retry-countdown.ts';
import { SaidErrors } from './said-errors.ts';

export { closing as messages } from '../locales/en/closing.ts';
export { FlowActions } from './flow-actions.ts';
export { loadAhead } from './load-ahead.ts';
export { notices } from './notices.ts';

/** Adds to the element what the closing screens, and everything after the first one, need. Once for each. */
export function settle(host: LitElement & LanguageHost & HelpHost, localizer: () => Localizer): void {
  // Not by `adopt`: that comes with the fields, which nobody needs yet.
  if (styles.styleSheet) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet);
  new Preferences(host);
  new SaidErrors(host);
  new RetryCountdown(host);
  confirmSaved(host, localizer);
  new InView(host);
  new PageLanguage(host);
  new HelpLines(host, localizer);
  new BackKey(host);
  checkContrastLater(host);
}

/** The element on which the flow ends. */
export interface ClosingHost extends ReactiveElement {
  /** The page wants to offer a way out. */
  readonly closable: boolean;
  readonly state: FlowState;
  readonly flow: { readonly id: string; readonly link: string } | null;
  readonly flowId: string | null;
  reset(): void;
  load(): Promise<void>;
}

/** What can be done on a screen, if anything. */
type Way = TemplateResult | typeof nothing;

export type ClosingState = Extract<
  FlowState,
  { name: 'redirecting' | 'completed' | 'ended' | 'unsupported' | 'failed' }
>;

/**
 * Returns the screen for a state without a step. `onRetry` opens the flow again.
 *
 * A screen that cannot be made gives way to the one that says so, and the page hears of it.
 */
export function closingScreen(
  localizer: Localizer,
  state: ClosingState,
  host: ClosingHost,
  onRetry: () => void,
  flow: FlowController,
): TemplateResult {
  try {
    return screenOf(localizer, state, host, onRetry, flow);
  } catch (error) {
    reportError(error);
    const problem = flowProblem('unexpected-error');
    const { code, retryable } = problem;
    const detail = { code, retryable, flowId: host.flow?.id ?? null, step: null, fields: [] };
    // Whoever listens may change the element, which is being drawn now.
    queueMicrotask(() => host.dispatchEvent(new DotsErrorEvent(detail)));
    return screenOf(localizer, { name: 'failed', problem }, host, onRetry, flow);
  }
}

function screenOf(
  localizer: Localizer,
  state: ClosingState,
  host: ClosingHost,
  onRetry: () => void,
  flow: FlowController,
): TemplateResult {
  const { t } = localizer;
  const exit = host.closable
    ? html`<button class="link" part="link" type="button" @click=${() => tellExit(host, state)}>
        ${t('action.exit')}
      </button>`
    : nothing;
  switch (state.name) {
    case 'redirecting':
      return screen(
        'good',
        t('redirecting.title'),
        t('redirecting.text'),
        link(t('redirecting.link'), state.url),
      );
    case 'completed': {
      const { sign, title, text, body, actions } = endOf(localizer, state.snapshot, host, flow);
      const content = screen(sign, title, text, html`${actions}${exit}`, body);
      return replaceable(host, 'completed', content);
    }
    case 'ended':
      return screen('calm', t(`${state.reason}.title`), endedText(localizer, state, flow), exit);
    case 'unsupported':
      return screen(
        'calm',
        t('unsupported.title'),
        t('unsupported.text'),
        otherPage(t('action.hosted'), state.snapshot.flow.link),
      );
    case 'failed': {
      const { problem } = state;
      const actions = html`${retry(localizer, problem, onRetry)}${elsewhere(localizer, problem, host)}${exit}`;
      const text = failureText(localizer, problem);
      const content =
        problem.code === 'page-outdated'
          ? screen('calm', t('outdated.title'), text, actions)
          : screen('bad', t('failed.title'), text, actions);
      return html`<div role="alert">${replaceable(host, 'failed', content)}</div>`;
    }
  }
}

/** Returns why the flow has ended, and whom to ask for another, by name where it is known. */
function endedText(
  { t }: Localizer,
  { reason }: Extract<ClosingState, { name: 'ended' }>,
  { snapshot }: FlowController,
): string {
  const why = t(`${reason}.text`);
  return `${why} ${snapshot ? t('ended.ask', { app: snapshot.app_name }) : t('ended.ask.sender')}`.trim();
}

/** Only tells the page. What leaving means there is the page's to decide. */
function tellExit(host: ClosingHost, { name }: ClosingState): void {
  const reason = name === 'failed' || name === 'ended' ? name : 'completed';
  host.dispatchEvent(new DotsExitEvent({ flowId: host.flow?.id ?? null, reason }));
}

/**
 * Returns why it failed. Nothing was typed yet, so a refused field is the website's mistake and not the
 * payee's.
 */
function failureText(localizer: Localizer, problem: FlowProblem): string {
  return problem.fields.length ? localizer.t('error.invalid-config') : problemText(localizer, problem);
}

/** What ends the second time as it did the first. */
const isFinal = (code: FlowProblem['code']): boolean =>
  code === 'no-such-resource' || code === 'invalid-config' || code === 'user-id-not-allowed';

/** Returns the button to try again, where that can help. What is missing of the page comes with the page. */
function retry({ t }: Localizer, { code }: FlowProblem, onRetry: () => void): Way {
  if (isFinal(code)) return nothing;
  const isOutdated = code === 'page-outdated';
  return html`<button
    class="button"
    part="button"
    type="button"
    @click=${isOutdated ? () => location.reload() : onRetry}
  >
    ${t(isOutdated ? 'action.reload' : 'action.retry')}
  </button>`;
}

/**
 * Returns the way on when this page itself is at fault: the hosted page, unless this is it. Trouble with the
 * network or the flow would be the same there.
 */
function elsewhere({ t }: Localizer, { code }: FlowProblem, { flow }: ClosingHost): Way {
  if (code !== 'page-outdated' && code !== 'unexpected-error') return nothing;
  if (!flow || location.href.startsWith(flow.link)) return nothing;
  return html`<a class="link" part="link" href=${flow.link} target="_blank" rel="noopener"
    >${t('action.hosted')}</a
  >`;
}

function link(label: string, href: string): TemplateResult {
  return html`<a class="button" part="button" href=${href}>${label}</a>`;
}

/** Returns a link that opens a page of its own, because this page goes on afterwards. */
function otherPage(label: string, href: string): TemplateResult {
  return html`<a class="button" part="button" href=${href} target="_blank" rel="noopener">${label}</a>`;
}

/**
 * Returns `content` in a slot of the page. What the page has put there stands in its place, without the room
 * that ours would take, and gets the focus that our heading would get.
 */
function replaceable(host: ClosingHost, name: string, content: TemplateResult): TemplateResult {
  const isFilled = [...host.children].some((child) => child.slot === name);
  return html`<div
    class=${isFilled ? 'replaced' : nothing}
    id=${isFilled ? 'title' : nothing}
    tabindex=${isFilled ? '-1' : nothing}
    dir=${isFilled ? getComputedStyle(host).direction : nothing}
  >
    <slot name=${name} @slotchange=${() => host.requestUpdate()}>${isFilled ? nothing : content}</slot>
  </div>`;
}

/** Returns a sign, a heading, what happens next, and what can be done. */
function screen(
  sign: 'good' | 'calm' | 'bad',
  title: string,
  text: string,
  actions: Way,
  body: Way = nothing,
): TemplateResult {
  return html`<div class="end" part="end">
    <div class="medal ${sign}" part="sign">${sign === 'good' ? checkIcon : alertIcon}</div>
    <h2 id="title" part="title" tabindex="-1">${title}</h2>
    <p class="lead" part="lead">${text}</p>
    ${body}
    <div class="actions" part="actions">${actions}</div>
  </div>`;
}
