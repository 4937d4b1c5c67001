/** Screens of a step that two devices share: the one where it began, and the phone. */
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, chevronIcon } from '../../ui/icons.ts';
import { phoneIcon } from './icons.ts';
import type { PartHost } from './part-host.ts';

/** Not on what has a touch screen: that is a phone most likely, and has the better camera already. */
export function offersPhone({ requirement }: PartHost): boolean {
  return requirement.handoff.role !== 'phone' && !matchMedia('(pointer: coarse)').matches;
}

export function renderPhoneOffer(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<button class="offer" part="offer" type="button" @click=${() => host.want('link')}>
    <span class="sign">${phoneIcon}</span>
    <span
      ><span class="name">${t('id-verification.handoff.offer')}</span
      ><span class="hint">${t('id-verification.handoff.offer.hint')}</span></span
    >
    ${chevronIcon}
  </button>`;
}

/** Digit by digit: "forty-two seventeen" said as one number is harder to compare. */
export function renderCode({ t, requirement }: PartHost): TemplateResult {
  const code = requirement.handoff.code ?? '';
  return html`<p class="code" part="code">
    <span class="sr">${t('id-verification.code')} ${[...code].join(' ')}</span>
    <span class="digits number" aria-hidden="true">${[...code].map((digit) => html`<b>${digit}</b>`)}</span>
  </p>`;
}

/** At the screen where it began, while the phone is at work. */
export function renderAway(host: PartHost, takeBack: () => void): TemplateResult {
  const { t } = host;
  return html`${host.heading(t('id-verification.away.title'), t('id-verification.away.text'))}
  ${host.formOf(
    html`<div class="panel center">
      <span class="sign big">${phoneIcon}<i class="pulse"></i></span>
      ${renderCode(host)}
      <p class="hint">${t('id-verification.code.same')}</p>
    </div>`,
    host.linkButton(t('id-verification.away.here'), takeBack, host.busy),
  )}`;
}

/** On the phone, before anything else: against links that somebody else sent. */
export function renderMatch(host: PartHost, differ: () => void): TemplateResult {
  const { t } = host;
  return html`${host.heading(t('id-verification.match.title'), t('id-verification.match.text'))}
  ${host.formOf(
    html`<div class="panel center">${renderCode(host)}</div>
      <div class="banner calm">
        ${alertIcon}
        <div>${t('id-verification.match.why')}</div>
      </div>`,
    host.submitButton(t('id-verification.match.yes')),
    host.linkButton(t('id-verification.match.no'), differ),
  )}`;
}

export function renderStop(host: PartHost, back: () => void): TemplateResult {
  const { t } = host;
  return html`<div class="sign big bad">${alertIcon}</div>
    ${host.heading(t('id-verification.stop.title'), t('id-verification.stop.text'))}
    ${host.formOf(nothing, host.linkButton(t('id-verification.stop.back'), back))}`;
}

/** On the phone, after the other screen took the step back. */
export function renderCanceled(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<div class="sign big">${phoneIcon}</div>
    ${host.heading(t('id-verification.canceled.title'), t('id-verification.canceled.text'))}
    ${host.formOf(nothing, host.submitButton(t('id-verification.canceled.take')))}`;
}

export function renderDone(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<div class="sign big good">${checkIcon}</div>
    ${host.heading(t('id-verification.done.title'), t('id-verification.done.text'))}`;
}
