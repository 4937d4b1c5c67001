/**
 * Takes one photo after the other: what it should show, the camera or a file, a look at the photo, and its
 * way to the server. It takes one side at a time, the first of `needs`; the server says which is next.
 *
 * What each view looks like is in `views.ts`.
 */
import type { TemplateResult } from 'lit';
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import type { Part, PartHost } from '../part-host.ts';
import { PhotoFiles } from './photo-files.ts';
import { forget, photoOf, sendAll, type Photo, type Taken } from './photos.ts';
import { preparePicture } from './picture.ts';
import { shootPoses, type Pose } from './poses.ts';
import type { View } from './view.ts';
import { Viewfinder } from './viewfinder.ts';
import { renderView } from './views.ts';

export { idCapture as messages } from '../../../locales/en/id-verification-capture.ts';
export { styles } from './styles.ts';

export const makePart = (host: PartHost): Part => new Capture(host);

/**
 * Width by height. ISO/IEC 7810: ID-1 is 85.60 by 53.98 mm, the page of a passport (ID-3) is 125 by 88 mm. A
 * face is higher than wide.
 */
const ratios = { card: 85.6 / 53.98, passport: 125 / 88, face: 0.78 } as const;

/** The part of the step that takes photos. The step makes it when the first photo is needed. */
export class Capture implements Part {
  readonly host: PartHost;
  /** Photos that are chosen, dropped or pasted instead of taken. */
  readonly files: PhotoFiles;
  /** What is on screen. Only `#show` changes it, but for progress within a view. */
  view: View = { name: 'intro' };
  /** Why the last photo did not do. It is shown until the next try. */
  problem: FlowProblem | null = null;
  /** The side that is being taken; undefined before the first. */
  #side: ImageSide | undefined;
  /** Aborted when the view changes, and with it everything that goes on in it. */
  #run = new AbortController();

  constructor(host: PartHost) {
    this.host = host;
    this.files = new PhotoFiles(host, (file) => void this.#prepare(file));
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

  /**
   * Begins the next side, once the server needs another one. Then the focus moves, but not when the step is
   * opened.
   */
  update(): void {
    const [side] = this.host.requirement.needs;
    if (side === this.#side || !side) return;
    const isFirst = !this.#side;
    this.#side = side;
    this.problem = null;
    this.#show({ name: 'intro' }, !isFirst);
  }

  /** Stops what is under way. Photos that were taken are kept for `resume`. */
  pause(): void {
    const { view } = this;
    this.#putAway();
    this.view =
      'photos' in view ? { name: 'preview', photos: view.photos, source: view.source } : { name: 'intro' };
    this.host.requestUpdate();
  }

  /** Goes on at the photos that were taken, which get new addresses, or at the beginning of the side. */
  resume(): void {
    const { view } = this;
    if (view.name !== 'preview') return this.#show({ name: 'intro' }, false);
    this.#show({ ...view, photos: view.photos.map(({ side, blob }) => photoOf(side, blob)) }, false);
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
    return renderView(this, this.view);
  }

  /**
   * Shows the viewfinder and asks for the camera. The view comes first, so that the payee sees what the
   * browser's question is about.
   */
  async openCamera(): Promise<void> {
    const isPassport = this.host.requirement.document?.document_type === 'passport';
    const finder = new Viewfinder(this.host, {
      subject: this.isSelfie ? 'face' : 'document',
      ratio: ratios[this.isSelfie ? 'face' : isPassport ? 'passport' : 'card'],
      onTrouble: (trouble) => this.#show({ name: 'trouble', trouble }),
    });
    this.problem = null;
    this.#show({ name: 'camera', finder, pose: null });
    await finder.open();
  }

  back(): void {
    this.#show({ name: 'intro' });
  }

  /** Takes the photo again, in the way in which it was taken. */
  again(): void {
    const { view } = this;
    if (view.name === 'preview' && view.source === 'camera') void this.openCamera();
    else this.back();
  }

  cancelSending(): void {
    const { view } = this;
    if (view.name === 'sending') this.#show({ name: 'preview', photos: view.photos, source: view.source });
  }

  /** Takes one photo of a document, or the sequence of a selfie. */
  #take(finder: Viewfinder): void {
    if (this.isSelfie) void this.#pose(finder);
    else this.#shoot(finder);
  }

  #shoot(finder: Viewfinder): void {
    const blob = finder.shoot();
    if (blob) this.#preview([photoOf(this.side, blob)], 'camera');
  }

  /**
   * Runs the sequence of poses. What has to be done is read out, because the payee may not be able to see it.
   */
  async #pose(finder: Viewfinder): Promise<void> {
    const { host, view } = this;
    if (!finder.ready || view.name !== 'camera' || view.pose) return;
    const { signal } = this.#run;
    finder.hush();
    const onPose = (pose: Pose) => {
      this.view = { name: 'camera', finder, pose };
      host.requestUpdate();
      host.context.announce(host.t(`id-verification.pose.${pose}`));
    };
    const photos = await shootPoses(() => finder.shoot(), onPose, signal);
    if (signal.aborted) return;
    if (photos) this.#preview(photos, 'camera');
    else this.back();
  }

  /** Makes a photo of a file. A file that is no good picture leads back, with the reason. */
  async #prepare(file: File): Promise<void> {
    this.problem = null;
    this.#show({ name: 'preparing' });
    const { signal } = this.#run;
    const { max_bytes, min_long_side, min_short_side } = this.host.requirement.limits;
    const limits = { maxBytes: max_bytes, minLongSide: min_long_side, minShortSide: min_short_side };
    const picture = await preparePicture(file, limits).catch(this.host.context.explain);
    if (signal.aborted) return;
    if ('blob' in picture) return this.#preview([photoOf(this.side, picture.blob)], 'file');
    this.problem =
      'ok' in picture
        ? flowProblem('invalid-input', { fields: [{ field: this.side, code: picture.code }] })
        : picture;
    this.back();
  }

  #preview(photos: readonly Photo[], source: Taken['source']): void {
    this.#show({ name: 'preview', photos, source });
  }

  /** Sends the photos, and hands all in with the last one. */
  async #send(photos: readonly Photo[], source: Taken['source']): Promise<void> {
    const { host, side } = this;
    const isLast = host.requirement.needs.length === 1;
    this.problem = null;
    this.#show({ name: 'sending', photos, source, sent: 0, stalled: false });
    const { signal } = this.#run;
    const onProgress = (sent: number, stalled: boolean) => {
      this.view = { name: 'sending', photos, source, sent, stalled };
      host.requestUpdate();
    };
    try {
      const problem = await sendAll(host, photos, onProgress, signal);
      if (problem) return await this.#refused(problem, photos, source);
    } catch (error) {
      if (!signal.aborted) return await this.#refused(await host.context.explain(error), photos, source);
      // A push may say that all is there before the last piece is answered. The screen has gone on then, but
      // nothing was handed in yet.
      if (isLast && host.requirement.needs.length === 0) await host.arrived(true);
      return;
    }
    host.context.announce(host.t('id-verification.said.arrived'));
    await host.arrived(isLast);
    // The server has the photo but could not be asked what follows. Sending it once more makes it say so.
    if (!signal.aborted && this.view.name === 'sending' && host.requirement.needs[0] === side)
      await this.#refused(flowProblem('network-error'), photos, source);
  }

  async #refused(problem: FlowProblem, photos: readonly Photo[], source: Taken['source']): Promise<void> {
    this.problem = problem;
    // A picture that is not acceptable will not be acceptable the second time. Anything else may go well.
    if (problem.fields.length) this.back();
    else this.#preview(photos, source);
    // Another device may have the step now, or the session may be over.
    if (!problem.retryable) await this.host.context.refresh();
  }

  /** Changes the view. Whatever the view before had open or under way ends. */
  #show(view: View, moveFocus = true): void {
    const kept = 'photos' in view ? view.photos : [];
    this.#putAway(kept);
    this.view = view;
    if (this.host.isConnected && (view.name === 'intro' || view.name === 'trouble')) this.files.listen();
    this.host.requestUpdate();
    if (moveFocus) void this.host.moveFocus();
  }

  /** Ends the view: its requests, its camera, and its photos but for those that are `kept`. */
  #putAway(kept: readonly Photo[] = []): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.files.ignore();
    const { view } = this;
    if (view.name === 'camera') view.finder.close();
    if ('photos' in view) for (const photo of view.photos) if (!kept.includes(photo)) forget(photo);
  }
}
