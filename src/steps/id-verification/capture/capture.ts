/**
 * One photo after the other: what it should show, the camera or a file, a look at it, and its way to the server. One side at a
 * time, the first of `needs`; the server says which is next.
 */
import type { TemplateResult } from 'lit';
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import type { Part, PartHost } from '../part-host.ts';
import type { CameraTrouble } from './camera.ts';
import { PhotoFiles } from './photo-files.ts';
import { preparePicture } from './picture.ts';
import { hold, poses, type Pose } from './poses.ts';
import { captureStyles } from './styles.ts';
import { untilOnline, upload } from './upload.ts';
import { Viewfinder } from './viewfinder.ts';
import {
  renderCamera,
  renderIntro,
  renderPreparing,
  renderPreview,
  renderSending,
  renderTrouble,
} from './views.ts';

export { idCapture as messages } from '../../../locales/en/id-verification-capture.ts';

export interface Photo {
  readonly side: ImageSide;
  readonly blob: Blob;
  readonly url: string;
}

export type View =
  | { readonly name: 'intro' }
  /** `pose`: the selfie sequence is running. */
  | { readonly name: 'camera'; readonly finder: Viewfinder; readonly pose: Pose | null }
  | { readonly name: 'trouble'; readonly trouble: CameraTrouble }
  | { readonly name: 'preparing' }
  | ({ readonly name: 'preview' } & Taken)
  | ({ readonly name: 'sending'; readonly sent: number; readonly stalled: boolean } & Taken);

interface Taken {
  readonly photos: readonly Photo[];
  readonly source: 'camera' | 'file';
}

/** ISO/IEC 7810: ID-1 is 85.60 by 53.98 mm, the page of a passport (ID-3) 125 by 88 mm. A face is higher than wide. */
const ratios = { card: 85.6 / 53.98, passport: 125 / 88, face: 0.78 } as const;

export class Capture implements Part {
  readonly host: PartHost;
  readonly files: PhotoFiles;
  view: View = { name: 'intro' };
  /** Why the last photo was not taken; shown until the next try. */
  problem: FlowProblem | null = null;
  #side: ImageSide | undefined;
  /** Everything that goes on in this view; aborted with it. */
  #run = new AbortController();

  constructor(host: PartHost) {
    this.host = host;
    this.files = new PhotoFiles(host, (file) => void this.#prepare(file));
    host.adopt(captureStyles.styleSheet);
    this.update();
  }

  get side(): ImageSide {
    return this.#side ?? 'front';
  }

  get isSelfie(): boolean {
    return this.side === 'selfie';
  }

  /** The heading of the first look at this side. */
  get title(): string {
    const { t, requirement, context } = this.host;
    if (this.isSelfie) return t('id-verification.selfie.title');
    const type = requirement.document?.document_type ?? 'id-card';
    return context.localizer.first([`id-verification.capture.${type}.${this.side}`]);
  }

  update(): void {
    const [side] = this.host.requirement.needs;
    if (side === this.#side || !side) return;
    const isFirst = !this.#side;
    this.#side = side;
    this.problem = null;
    this.#show({ name: 'intro' }, !isFirst);
  }

  /** Photos that were taken are kept for `resume`; what was on its way stops. */
  pause(): void {
    const { view } = this;
    this.#putAway();
    this.view =
      'photos' in view ? { name: 'preview', photos: view.photos, source: view.source } : { name: 'intro' };
    this.host.element.requestUpdate();
  }

  resume(): void {
    const { view } = this;
    if (view.name !== 'preview') return this.#show({ name: 'intro' }, false);
    this.#show(
      {
        ...view,
        photos: view.photos.map(({ side, blob }) => ({ side, blob, url: URL.createObjectURL(blob) })),
      },
      false,
    );
  }

  leave(): void {
    this.#putAway();
  }

  press(): void {
    const { view } = this;
    if (view.name === 'intro' || view.name === 'trouble') void this.openCamera();
    else if (view.name === 'camera') this.#take(view.finder);
    else if (view.name === 'preview') void this.#send(view.photos, view.source);
  }

  render(): TemplateResult {
    const { view } = this;
    switch (view.name) {
      case 'intro':
        return renderIntro(this);
      case 'camera':
        return renderCamera(this, view);
      case 'trouble':
        return renderTrouble(this, view);
      case 'preparing':
        return renderPreparing(this);
      case 'preview':
        return renderPreview(this, view);
      case 'sending':
        return renderSending(this, view);
    }
  }

  async openCamera(): Promise<void> {
    const finder = new Viewfinder(this.host, {
      subject: this.isSelfie ? 'face' : 'document',
      ratio: this.isSelfie
        ? ratios.face
        : this.host.requirement.document?.document_type === 'passport'
          ? ratios.passport
          : ratios.card,
      onTrouble: (trouble) => this.#show({ name: 'trouble', trouble }),
    });
    this.problem = null;
    this.#show({ name: 'camera', finder, pose: null });
    await finder.open();
  }

  back(): void {
    this.#show({ name: 'intro' });
  }

  again(): void {
    const { view } = this;
    if (view.name === 'preview' && view.source === 'camera') void this.openCamera();
    else this.back();
  }

  cancelSending(): void {
    const { view } = this;
    if (view.name === 'sending') this.#show({ name: 'preview', photos: view.photos, source: view.source });
  }

  #take(finder: Viewfinder): void {
    if (this.isSelfie) void this.#pose(finder);
    else this.#shoot(finder);
  }

  #shoot(finder: Viewfinder): void {
    const blob = finder.shoot();
    if (blob) this.#preview([[this.side, blob]], 'camera');
  }

  async #pose(finder: Viewfinder): Promise<void> {
    if (!finder.ready || this.view.name !== 'camera' || this.view.pose) return;
    const { signal } = this.#run;
    const taken: (readonly [ImageSide, Blob])[] = [];
    finder.hush();
    for (const { pose, side } of poses) {
      this.view = { name: 'camera', finder, pose };
      this.host.element.requestUpdate();
      this.host.context.announce(this.host.t(`id-verification.pose.${pose}`));
      await hold(signal);
      if (signal.aborted) return;
      const blob = finder.shoot();
      // The page went to the background in between.
      if (!blob) return this.back();
      taken.push([side, blob]);
    }
    this.#preview(taken, 'camera');
  }

  async #prepare(file: File): Promise<void> {
    this.problem = null;
    this.#show({ name: 'preparing' });
    const { signal } = this.#run;
    const { max_bytes, min_long_side, min_short_side } = this.host.requirement.limits;
    const limits = { maxBytes: max_bytes, minLongSide: min_long_side, minShortSide: min_short_side };
    const picture = await preparePicture(file, limits).catch(() => null);
    if (signal.aborted) return;
    if (picture?.ok) return this.#preview([[this.side, picture.blob]], 'file');
    this.problem = picture
      ? flowProblem('invalid-input', { fields: [{ field: this.side, code: picture.code }] })
      : flowProblem('network-error');
    this.back();
  }

  #preview(taken: readonly (readonly [ImageSide, Blob])[], source: 'camera' | 'file'): void {
    this.#show({
      name: 'preview',
      photos: taken.map(([side, blob]) => ({ side, blob, url: URL.createObjectURL(blob) })),
      source,
    });
  }

  async #send(photos: readonly Photo[], source: 'camera' | 'file'): Promise<void> {
    const { host } = this;
    const isLast = host.requirement.needs.length === 1;
    this.problem = null;
    this.#show({ name: 'sending', photos, source, sent: 0, stalled: false });
    const { signal } = this.#run;
    let before = 0;
    try {
      // The one that is needed goes last.
      for (const { side, blob } of photos.toReversed()) {
        const result = await upload(
          {
            call: host.context.call,
            side,
            picture: blob,
            chunkBytes: host.requirement.limits.chunk_bytes,
            untilOnline,
            onProgress: ({ sent, stalled }) => {
              this.view = { name: 'sending', photos, source, sent: before + sent, stalled };
              host.element.requestUpdate();
            },
          },
          signal,
        );
        if (!result.ok) return await this.#refused(result.problem, photos, source);
        before += blob.size;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      // That everything is there may be heard before the answer that the last piece is: the screen has gone on, the payee has not.
      if (isLast && host.requirement.needs.length === 0) await host.arrived(true);
      return;
    }
    host.context.announce(host.t('id-verification.said.arrived'));
    const { side } = this;
    await host.arrived(isLast);
    // The server has it, but could not be asked what follows: sent once more, it says so.
    if (!signal.aborted && this.view.name === 'sending' && host.requirement.needs[0] === side)
      await this.#refused(flowProblem('network-error'), photos, source);
  }

  async #refused(problem: FlowProblem, photos: readonly Photo[], source: 'camera' | 'file'): Promise<void> {
    this.problem = problem;
    // A picture that is not acceptable will not be so the second time; anything else may.
    if (problem.fields.length) this.back();
    else this.#show({ name: 'preview', photos, source });
    // Somebody else may have the step now, or the session was over.
    if (!problem.retryable) await this.host.context.refresh();
  }

  /** Another view: whatever the one before had open or under way ends. */
  #show(view: View, moveFocus = true): void {
    const kept = 'photos' in view ? view.photos : [];
    this.#putAway(kept);
    this.view = view;
    if (this.host.element.isConnected && (view.name === 'intro' || view.name === 'trouble'))
      this.files.listen();
    this.host.element.requestUpdate();
    if (moveFocus) void this.host.focusHeading();
  }

  #putAway(kept: readonly Photo[] = []): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.files.ignore();
    const { view } = this;
    if (view.name === 'camera') view.finder.close();
    if ('photos' in view)
      for (const photo of view.photos) if (!kept.includes(photo)) URL.revokeObjectURL(photo.url);
  }
}
