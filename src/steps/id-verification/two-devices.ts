/**
 * Screens of a step that two devices share: the one where it began, and the phone. The server knows which of
 * them has the step (`handoff.holds`).
 */
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, chevronIcon } from '../../ui/icons.ts';
import { phoneIcon } from './icons.ts';
import type { PartHost } from './part-host.ts';

/**
 * Returns whether to offer the phone. A touch screen is most likely a phone's, which has the better camera
 * already.
 */
export function offersPhone({ requirement }: PartHost): boolean {
  return requirement.handoff.role !== 'phone' && !matchMedia('(pointer: coarse)').matches;
}

/** Returns the button that leads to the link for the phone. */
export function renderPhoneOffer(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<button class="offer" part="offer" type="button" @click=${() => host.want('link')}>
    <span class="sign" part="sign">${phoneIcon}</span>
    <span
      ><span class="name" part="name">${t('id-verification.handoff.offer')}</span
      ><span class="hint" part="hint">${t('id-verification.handoff.offer.hint')}</span></span
    >
    ${chevronIcon}
  </button>`;
}

/**
 * Returns the code that both devices show. A screen reader gets it digit by digit, because a number said as
 * one is harder to compare.
 */
export function renderCode({ t, requirement }: PartHost): TemplateResult {
  const code = requirement.handoff.code ?? '';
  return html`<p class="code" part="code">
    <span class="sr">${t('id-verification.code')} ${[...code].join(' ')}</span>
    <span class="digits number" aria-hidden="true">${[...code].map((digit) => html`<b>${digit}</b>`)}</span>
  </p>`;
}

/** Shown on the device where it began, while the phone has the step. */
export function renderAway(host: PartHost, takeBack: () => void): TemplateResult {
  const { t } = host;
  return html`${host.heading(t('id-verification.away.title'), t('id-verification.away.text'))}
  ${host.formOf(
    html`<div class="panel center" part="panel">
      <span class="sign big" part="sign">${phoneIcon}<i class="pulse"></i></span>
      ${renderCode(host)}
      <p class="hint" part="hint">${t('id-verification.code.same')}</p>
    </div>`,
    host.linkButton(t('id-verification.away.here'), takeBack, host.busy),
  )}`;
}

/**
 * Shown on the phone before anything else. A link that somebody else sent would show a code that is on no
 * screen of the payee's.
 */
export function renderMatch(host: PartHost, differ: () => void): TemplateResult {
  const { t } = host;
  return html`${host.heading(t('id-verification.match.title'), t('id-verification.match.text'))}
  ${host.formOf(
    html`<div class="panel center" part="panel">${renderCode(host)}</div>
      <div class="banner calm" part="notice">
        ${alertIcon}
        <div>${t('id-verification.match.why')}</div>
      </div>`,
    host.submitButton(t('id-verification.match.yes')),
    host.linkButton(t('id-verification.match.no'), differ),
  )}`;
}

/** Shown on the phone when the codes differ. Nothing more is asked for here. */
export function renderStop(host: PartHost, back: () => void): TemplateResult {
  const { t } = host;
  return html`<div class="sign big bad" part="sign">${alertIcon}</div>
    ${host.heading(t('id-verification.stop.title'), t('id-verification.stop.text'))}
    ${host.formOf(nothing, host.linkButton(t('id-verification.stop.back'), back))}`;
}

/** Shown on the phone after the other device took the step back. */
export function renderCanceled(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<div class="sign big" part="sign">${phoneIcon}</div>
    ${host.heading(t('id-verification.canceled.title'), t('id-verification.canceled.text'))}
    ${host.formOf(nothing, host.submitButton(t('id-verification.canceled.take')))}`;
}

/** Shown on the phone after the step. The payee goes on at the other device. */
export function renderDone(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<div class="sign big good" part="sign">${checkIcon}</div>
    ${host.heading(t('id-verification.done.title'), t('id-verification.done.text'))}`;
}
