/**
 * What each view of a capture looks like. The picture is always in the same place and of the same size, so
 * that nothing jumps.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { failureBanner } from '../../../ui/banner.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { fieldText, problemText } from '../../../locales/words.ts';
import { artOf } from '../art.ts';
import { cameraIcon } from '../icons.ts';
import { offersPhone, renderPhoneOffer } from '../two-devices.ts';
import type { Capture } from './capture.ts';
import { badExamples } from './examples.ts';
import type { Photo } from './photos.ts';
import type { View } from './view.ts';

type ViewOf<N extends View['name']> = Extract<View, { name: N }>;

export function renderView(capture: Capture, view: View): TemplateResult {
  switch (view.name) {
    case 'intro':
      return renderIntro(capture);
    case 'camera':
      return renderCamera(capture, view);
    case 'trouble':
      return renderTrouble(capture, view);
    case 'preparing':
      return renderPreparing(capture);
    case 'preview':
      return renderPreview(capture, view);
    case 'sending':
      return renderSending(capture, view);
  }
}

/** Shown before the photo: what it should show, and the ways to take it. */
function renderIntro(capture: Capture): TemplateResult {
  const { host, files, isSelfie, side } = capture;
  const { t, requirement } = host;
  const lead = isSelfie
    ? 'id-verification.selfie.lead'
    : side === 'back'
      ? 'id-verification.capture.lead.back'
      : 'id-verification.capture.lead.front';
  const document = requirement.document?.document_type ?? null;
  return html`${host.heading(capture.title, t(lead))}
  ${host.formOf(
    html`${failure(capture)}${dropArea(capture, artOf(document, side))}${badExamples(host, document, side)}
    ${isSelfie ? html`<p class="hint" part="hint">${t('id-verification.selfie.honest')}</p>` : nothing}`,
    html`<button class="button" part="button" type="submit">
        ${cameraIcon}<span>${t('id-verification.open-camera')}</span></button
      >${files.button()}`,
    html`${host.linkButton(t('id-verification.other-document'), () => host.want('choose'))}${offersPhone(host) ? renderPhoneOffer(host) : nothing}`,
  )}`;
}

/** Shown when there is no camera: why, and what else can be done. A picture from a file comes first now. */
function renderTrouble(capture: Capture, { trouble }: ViewOf<'trouble'>): TemplateResult {
  const { host, files, isSelfie } = capture;
  const { t, requirement } = host;
  const isFinal = trouble === 'policy' || trouble === 'insecure' || trouble === 'unsupported';
  return html`${host.heading(capture.title)}
  ${host.formOf(
    html`<div class="banner calm" part="failure" role="alert">
        ${alertIcon}
        <div>
          <strong>${t('id-verification.trouble.title')}</strong>
          <p>${t(`id-verification.trouble.${trouble}`)}</p>
        </div>
      </div>
      ${dropArea(capture, artOf(requirement.document?.document_type ?? null, capture.side))}`,
    html`${files.button(true)}${files.cameraApp(isSelfie ? 'user' : 'environment')}${
      isFinal
        ? nothing
        : html`<button class="button quiet" part="quiet-button" type="submit">
            ${cameraIcon}<span>${t('id-verification.trouble.again')}</span>
          </button>`
    }`,
    phoneOffer(capture),
  )}`;
}

/**
 * Shows the viewfinder. During the poses the button has nothing to do. While something is wrong with the
 * picture it is a quiet one, but works: a hint can be wrong.
 */
function renderCamera(capture: Capture, { finder, pose }: ViewOf<'camera'>): TemplateResult {
  const { host, isSelfie } = capture;
  const { t } = host;
  const label = isSelfie ? t('id-verification.camera.begin') : t('id-verification.camera.shoot');
  return html`${host.heading(capture.title)}
  ${host.formOf(
    finder.render(pose ? t(`id-verification.pose.${pose}`) : undefined),
    html`<button
      class="button ${finder.isBad && !pose ? 'quiet' : ''}"
      part="button"
      type="submit"
      aria-disabled=${pose || !finder.ready ? 'true' : 'false'}
    >
      ${cameraIcon}<span>${label}</span>
    </button>`,
    host.linkButton(t('id-verification.camera.stop'), () => capture.back()),
  )}`;
}

/** Shown while a file is being made smaller. */
function renderPreparing({ host }: Capture): TemplateResult {
  const { t } = host;
  return html`${host.heading(t('id-verification.preparing'))}
  ${host.formOf(html`<div class="stage" aria-busy="true"><i class="spinner" part="spinner"></i></div>`, nothing)}`;
}

/** Shows the photo before it is sent. Its button says that it will be sent. */
function renderPreview(capture: Capture, { photos }: ViewOf<'preview'>): TemplateResult {
  const { host, isSelfie } = capture;
  const { t } = host;
  return html`${host.heading(
    t(isSelfie ? 'id-verification.preview.selfie.title' : 'id-verification.preview.title'),
    t(isSelfie ? 'id-verification.preview.selfie.lead' : 'id-verification.preview.lead'),
  )}
  ${host.formOf(
    html`${failure(capture)}${pictures(capture, photos)}`,
    html`${host.submitButton(t(isSelfie ? 'id-verification.preview.use.selfie' : 'id-verification.preview.use'))}
      <button class="button quiet" part="quiet-button" type="button" @click=${() => capture.again()}>
        <span>${t('id-verification.preview.again')}</span>
      </button>`,
  )}`;
}

/** Shows the photo on its way. The number is hidden from screen readers, because the progress bar says it. */
function renderSending(capture: Capture, { photos, sent, stalled }: ViewOf<'sending'>): TemplateResult {
  const { host } = capture;
  const { t } = host;
  const total = photos.reduce((sum, { blob }) => sum + blob.size, 0);
  const percent = Math.floor((sent / (total || 1)) * 100);
  return html`${host.heading(t('id-verification.sending.title'), t('id-verification.sending.lead'))}
  ${host.formOf(
    html`${pictures(capture, photos)}
      <div class="progress-line">
        <progress max="100" .value=${percent} aria-labelledby="title"></progress>
        <p class="hint number" part="hint" aria-hidden="true">
          ${t('id-verification.sending.progress', { percent })}
        </p>
      </div>
      <div role="status">
        ${
          stalled
            ? html`<div class="banner calm" part="stalled">
                ${alertIcon}
                <div>${t('id-verification.sending.stalled', { percent })}</div>
              </div>`
            : nothing
        }
      </div>`,
    host.linkButton(t('id-verification.sending.cancel'), () => capture.cancelSending()),
  )}`;
}

/** Returns the photos of this side: the first one large, the others small in its corner. */
function pictures({ host, isSelfie, title }: Capture, photos: readonly Photo[]): TemplateResult {
  const [main, ...more] = photos;
  const alt = isSelfie
    ? host.t('id-verification.preview.alt.selfie')
    : host.t('id-verification.preview.alt', { title });
  return html`<div class="stage photo ${isSelfie ? 'face' : ''}" part="photo">
    ${main ? html`<img src=${main.url} alt=${alt} />` : nothing}
    ${more.length ? html`<div class="more-photos">${more.map(({ url }) => html`<img src=${url} alt="" />`)}</div>` : nothing}
  </div>`;
}

/** Returns the drawing on the area that takes drops. */
function dropArea({ host, files, isSelfie }: Capture, art: TemplateResult): TemplateResult {
  const { t } = host;
  const { onDrag } = files;
  return html`<div
    class="stage ${isSelfie ? 'face' : ''}"
    part="drop"
    ?data-over=${files.dragged}
    @dragenter=${onDrag}
    @dragover=${onDrag}
    @dragleave=${onDrag}
    @drop=${onDrag}
  >
    ${art}
    <p class="hint drop-hint" part="hint">
      ${t(files.dragged ? 'id-verification.drop.now' : 'id-verification.drop')}
    </p>
  </div>`;
}

/**
 * Returns the offer of the phone. Where the camera does not work, another phone may help, even on a phone. It
 * is left out only on the phone that was called to help.
 */
function phoneOffer({ host }: Capture): TemplateResult | typeof nothing {
  return host.requirement.handoff.role === 'phone' ? nothing : renderPhoneOffer(host);
}

function failure({ host, problem }: Capture): TemplateResult | typeof nothing {
  if (!problem) return nothing;
  const { localizer } = host.context;
  const [refused] = problem.fields;
  return failureBanner(refused ? fieldText(localizer, refused) : problemText(localizer, problem));
}
