/** The screens that say what became of the photos, always with what happens next. */
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon } from '../../ui/icons.ts';
import type { PlainTerm } from '../../locales/catalogue.ts';
import { clockIcon } from './icons.ts';
import type { PartHost } from './part-host.ts';

/**
 * Shown when all photos are at the server but were not handed in: after a reload, or when handing in failed.
 */
export function renderSend(host: PartHost): TemplateResult {
  const { t } = host;
  return html`<div class="sign big good" part="sign">${checkIcon}</div>
    ${host.heading(t('id-verification.send.title'), t('id-verification.send.text'))}
    ${host.formOf(
      nothing,
      host.submitButton(t('id-verification.send.button')),
      host.linkButton(t('id-verification.other-document'), () => host.want('choose')),
    )}`;
}

/**
 * Shown while the photos are judged: by the provider, or by people (`manual`), which may take days. The page
 * may be closed then.
 */
export function renderReview(host: PartHost): TemplateResult {
  const { t, requirement } = host;
  const to = requirement.notification?.to;
  const kind: PlainTerm = requirement.manual
    ? 'id-verification.review.manual.text'
    : 'id-verification.review.text';
  const title: PlainTerm = requirement.manual
    ? 'id-verification.review.manual.title'
    : 'id-verification.review.title';
  return html`<div class="sign big ${requirement.manual ? '' : 'wait'}" part="sign">${clockIcon}</div>
    ${host.heading(t(title), t(kind))}
    <div class="stack">
      <div class="next">
        <h3 part="subtitle">${t('id-verification.review.next')}</h3>
        <ul>
          ${
            to === undefined
              ? nothing
              : html`<li>
                  ${t(requirement.manual ? 'id-verification.review.notification' : 'id-verification.review.notification.late', { phone: to })}
                </li>`
          }
          <li>${t('id-verification.review.close')}</li>
          <li>${t('id-verification.review.told')}</li>
          <li>${t('id-verification.review.money')}</li>
        </ul>
      </div>
    </div>`;
}

/** Shown when the photos did not do and the payee may try again. */
export function renderRejected(host: PartHost): TemplateResult {
  const { t, requirement } = host;
  return html`<div class="sign big bad" part="sign">${alertIcon}</div>
    ${host.heading(t('id-verification.rejected.title'), reason(host))}
    ${host.formOf(
      html`<p>${t('id-verification.rejected.tries', { count: requirement.tries_left })}</p>`,
      host.submitButton(t('id-verification.rejected.again')),
    )}`;
}

/** Shown when the photos did not do and no tries remain. The partner goes on from here. */
export function renderFailed(host: PartHost): TemplateResult {
  const { t, requirement } = host;
  return html`<div class="sign big bad" part="sign">${alertIcon}</div>
    ${host.heading(t('id-verification.failed.title'), t('id-verification.failed.text'))}
    <div class="stack">
      ${requirement.rejection ? html`<p>${reason(host)}</p>` : nothing}
      <div class="next">
        <h3 part="subtitle">${t('id-verification.review.next')}</h3>
        <p>${t('id-verification.failed.next')}</p>
      </div>
    </div>`;
}

/** Returns why the photos did not do. A reason that only a newer server knows is said less exactly. */
export function reason({ context, requirement, t }: PartHost): string {
  const { localizer } = context;
  const { rejection } = requirement;
  return (
    localizer.first([`id-verification.reason.${rejection}`, 'id-verification.reason.not-confirmed'], {
      app: context.appName,
    }) || t('field.other')
  );
}
