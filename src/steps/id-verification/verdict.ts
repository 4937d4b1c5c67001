/** The screens that say what became of the photos, always with what happens next. */
import { html, nothing, type TemplateResult } from 'lit';
import { documentSides, documentTypesOf, type RejectionReason } from '../../contract/steps/id-documents.ts';
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
      html`<p>${advice(host)}</p>
        <p>
          ${t('id-verification.rejected.tries', { count: requirement.tries_left })}
          ${t('id-verification.rejected.all')}
        </p>`,
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
export const reason = (host: PartHost): string =>
  saidOf(host, 'reason') || host.t('id-verification.reason.not-confirmed');

/** What is wrong with one photo of several. */
const ofOnePhoto: readonly RejectionReason[] = ['blurred', 'glare', 'too-dark', 'cut-off'];

/**
 * Returns what to do about it: which photo it is about, how to take a better one, and which other documents
 * are taken, without the one that was refused.
 */
export function advice(host: PartHost): string {
  const { requirement, t } = host;
  const { rejection, document } = requirement;
  const photo = photoOf(host);
  const others =
    document && (rejection === 'expired' || rejection === 'document-not-accepted')
      ? documentTypesOf(document.country).filter((type) => type !== document.document_type)
      : [];
  const documents = others.map((type) => t(`id-verification.document_type.${type}`)).join(', ');
  return [
    photo
      ? t('id-verification.rejected.photo', { photo })
      : rejection && ofOnePhoto.includes(rejection) && t('id-verification.rejected.unknown'),
    saidOf(host, 'advice') || t('id-verification.advice.not-confirmed'),
    documents && t('id-verification.rejected.others', { documents }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Returns the words of this kind for the reason; an empty text for one that only a newer server knows. */
const saidOf = ({ context, requirement: { rejection } }: PartHost, kind: 'reason' | 'advice') =>
  context.localizer.first([`id-verification.${kind}.${rejection}`], { app: context.appName });

/**
 * Returns what the refused photo is called; an empty text when it is about more than one, or nobody knows. A
 * side that the document does not have is no answer.
 */
function photoOf({ requirement, t }: PartHost): string {
  const { document, rejected_side: side, rejection } = requirement;
  if (rejection === 'no-face' || side?.startsWith('selfie')) return t('id-verification.photo.selfie');
  if (!document) return '';
  const { document_type: type } = document;
  if (type === 'passport') return side === 'front' ? t('id-verification.capture.passport.front') : '';
  const known = documentSides[type].find((one) => one === side);
  return known ? t(`id-verification.capture.${type}.${known}`) : '';
}
