/**
 * The camera's picture with a frame over it, and what is wrong with the picture, several times a second. The camera is open only
 * while this is on screen: leaving, removing the element and putting the page in the background all switch it off.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { PartHost } from '../part-host.ts';
import { openCamera, stop, type CameraTrouble, type Facing } from './camera.ts';
import { hintOf, measure, toLuma, type Hint } from './quality.ts';
import { guideIn, visiblePart, type Area } from './visible-part.ts';

export interface ViewfinderOptions {
  readonly subject: 'document' | 'face';
  /** Width by height of the frame that the payee fills. */
  readonly ratio: number;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

const measuresPerSecond = 5;
/** Width of the picture that is measured; what makes print unreadable is to be seen at this size already. */
const measuredWidth = 320;
/** A hint has to be right this many times in a row, or it would flicker. */
const steady = 3;
/** Screen readers finish a sentence in this time. */
const silence = 3000;

export class Viewfinder {
  readonly #host: PartHost;
  readonly #options: ViewfinderOptions;
  readonly #facing: Facing;
  #stream: MediaStream | null = null;
  #video: HTMLVideoElement | null = null;
  #open = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #canvas: HTMLCanvasElement | null = null;
  #hint: Hint | null = null;
  #candidate: { hint: Hint; times: number } = { hint: 'empty', times: 0 };
  #saidAt = 0;

  constructor(host: PartHost, options: ViewfinderOptions) {
    this.#host = host;
    this.#options = options;
    this.#facing = options.subject === 'face' ? 'user' : 'environment';
  }

  /** The camera gives pictures. */
  get ready(): boolean {
    return this.#hint !== null || (this.#video?.videoWidth ?? 0) > 0;
  }

  async open(): Promise<void> {
    if (!this.#open) document.addEventListener('visibilitychange', this.#onVisibility);
    this.#open = true;
    const answer = await openCamera(this.#facing);
    const stream = 'stream' in answer ? answer.stream : null;
    // Left or opened once more while the payee was asked.
    if (!this.#open || this.#stream || document.hidden) return stop(stream);
    if ('trouble' in answer) return this.#fail(answer.trouble);
    this.#stream = answer.stream;
    for (const track of answer.stream.getTracks())
      track.addEventListener('ended', () => this.#fail('stopped'));
    this.#timer = setInterval(this.#look, 1000 / measuresPerSecond);
    this.#host.requestUpdate();
  }

  close(): void {
    this.#open = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#switchOff();
  }

  /**
   * What is in the picture now, as large as the camera gives it; null while it gives none. Encoded at once: `toBlob` waits for the browser
   * to be idle, which it hardly is while a camera runs.
   */
  shoot(): Blob | null {
    const video = this.#video;
    if (!video?.videoWidth) return null;
    const { x, y, width, height } = visiblePart(video);
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(width),
      height: Math.round(height),
    });
    canvas.getContext('2d')?.drawImage(video, x, y, width, height, 0, 0, canvas.width, canvas.height);
    const [, base64 = ''] = canvas.toDataURL('image/jpeg', 0.92).split(',');
    return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], {
      type: 'image/jpeg',
    });
  }

  /** Nothing is said of the picture any more. */
  hush(): void {
    clearInterval(this.#timer);
  }

  /** `over`: words that take the place of the hint. */
  render(over?: string): TemplateResult {
    const { t } = this.#host;
    const { subject } = this.#options;
    const hint = this.#hint;
    const text = over ?? (hint ? this.#wordsFor(hint) : t('id-verification.camera.opening'));
    // `live`: Lit sets an object at every rendering, also the same one, and a video starts anew then, with no picture to shoot for a moment.
    return html`<div
      class="stage finder ${subject}"
      part="camera"
      data-hint=${over ? 'pose' : (hint ?? 'opening')}
    >
      <video
        autoplay
        muted
        playsinline
        aria-label=${t('id-verification.camera.label')}
        .srcObject=${live(this.#stream)}
        ${ref(this.#onVideo)}
      ></video>
      <i class="guide ${this.#options.ratio < 1.5 && subject === 'document' ? 'page' : ''}"></i>
      <p class="pill" aria-hidden=${hint && !over ? 'true' : nothing}>${text}</p>
    </div>`;
  }

  #onVideo = (video?: Element): void => {
    this.#video = (video as HTMLVideoElement | undefined) ?? null;
  };

  #fail(trouble: CameraTrouble): void {
    if (!this.#open) return;
    this.close();
    this.#options.onTrouble(trouble);
  }

  #switchOff(): void {
    clearInterval(this.#timer);
    stop(this.#stream);
    this.#stream = null;
    this.#hint = null;
  }

  /** Nobody looks at a page in the background, and its camera light would frighten. Coming back goes on. */
  #onVisibility = (): void => {
    if (document.hidden) this.#switchOff();
    else if (this.#open && !this.#stream) void this.open();
    this.#host.requestUpdate();
  };

  #look = (): void => {
    const video = this.#video;
    if (!video?.videoWidth) return;
    const hint = hintOf(measure(this.#frame(video)), this.#options.subject);
    this.#candidate =
      hint === this.#candidate.hint ? { hint, times: this.#candidate.times + 1 } : { hint, times: 1 };
    if (hint === this.#hint || (this.#hint && this.#candidate.times < steady)) return;
    this.#hint = hint;
    this.#host.requestUpdate();
    this.#say(hint);
  };

  #say(hint: Hint): void {
    const now = performance.now();
    if (now - this.#saidAt < silence) return;
    this.#saidAt = now;
    this.#host.context.announce(this.#wordsFor(hint));
  }

  /** Not everything that is said of a document is said of a face. */
  #wordsFor(hint: Hint): string {
    const { localizer } = this.#host.context;
    const general = `id-verification.hint.${hint}`;
    return localizer.first(
      this.#options.subject === 'face' ? [`id-verification.hint.face.${hint}`, general] : [general],
    );
  }

  /** What is inside the frame, small and grey. */
  #frame(video: HTMLVideoElement) {
    const area: Area = guideIn(visiblePart(video), this.#options.ratio);
    const width = measuredWidth;
    const height = Math.round((width * area.height) / area.width);
    const canvas = (this.#canvas ??= document.createElement('canvas'));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return { data: new Uint8Array(), width: 0, height: 0 };
    context.drawImage(video, area.x, area.y, area.width, area.height, 0, 0, width, height);
    return toLuma(context.getImageData(0, 0, width, height).data, width, height);
  }
}
