/**
 * The camera's picture with a frame over it, and several times a second what is wrong with the picture.
 *
 * The camera is open only while this is on screen. Leaving, removing the element and putting the page in the
 * background all switch it off.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { PartHost } from '../part-host.ts';
import { openCamera, stop, type CameraTrouble, type Facing } from './camera.ts';
import { FrameJudge } from './frame-judge.ts';
import type { Hint, Subject } from './quality.ts';
import { guideIn, visiblePart } from './visible-part.ts';

/** What the payee is to show, and what to do when there is no camera. */
export interface ViewfinderOptions {
  readonly subject: Subject;
  /** Width by height of the frame that the payee fills. */
  readonly ratio: number;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

/** Few enough for a cheap phone, enough to follow a hand. */
const looksPerSecond = 5;
/** How many times in a row a hint has to come, or it would flicker. */
const steady = 3;
/** Milliseconds in which screen readers finish a sentence. */
const silence = 3000;

/** One opening of the camera. Making it opens nothing; whoever calls `open` has to call `close`. */
export class Viewfinder {
  readonly #host: PartHost;
  readonly #options: ViewfinderOptions;
  readonly #facing: Facing;
  #stream: MediaStream | null = null;
  #video: HTMLVideoElement | null = null;
  /** Whether the camera is wanted. It may be off nevertheless, while the page is in the background. */
  #open = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #judge: FrameJudge | null = null;
  /** A frame is being judged. */
  #isLooking = false;
  /** There are no hints. */
  #isBlind = false;
  /** What is told now; null before the first look. */
  #hint: Hint | null = null;
  /** The last hint that was found, and how often in a row. */
  #candidate: { hint: Hint; times: number } = { hint: 'empty', times: 0 };
  /** When a hint was read out last. */
  #saidAt = 0;

  constructor(host: PartHost, options: ViewfinderOptions) {
    this.#host = host;
    this.#options = options;
    this.#facing = options.subject === 'face' ? 'user' : 'environment';
  }

  /** Whether the camera gives pictures. */
  get ready(): boolean {
    return this.#hint !== null || (this.#video?.videoWidth ?? 0) > 0;
  }

  /** Whether something is wrong with the picture. */
  get isBad(): boolean {
    return this.#hint !== null && this.#hint !== 'good';
  }

  /** Asks for the camera. Trouble is told by `onTrouble`. */
  async open(): Promise<void> {
    if (!this.#open) document.addEventListener('visibilitychange', this.#onVisibility);
    this.#open = true;
    const answer = await openCamera(this.#facing);
    const stream = 'stream' in answer ? answer.stream : null;
    // The payee left, or opened it once more, while the browser asked.
    if (!this.#open || this.#stream || document.hidden) return stop(stream);
    if ('trouble' in answer) return this.#fail(answer.trouble);
    this.#stream = answer.stream;
    for (const track of answer.stream.getTracks())
      track.addEventListener('ended', () => this.#fail('stopped'));
    this.#timer = setInterval(() => void this.#look(), 1000 / looksPerSecond);
    this.#host.requestUpdate();
  }

  /** Switches the camera off for good. */
  close(): void {
    this.#open = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#switchOff();
  }

  /**
   * Returns what is in the picture now, as large as the camera gives it. Returns null while it gives none.
   *
   * The picture is encoded at once: `toBlob` waits for the browser to be idle, which it hardly is while a
   * camera runs.
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

  /** Says nothing of the picture any more, because the poses speak now. */
  hush(): void {
    clearInterval(this.#timer);
    this.#judge?.close();
    this.#judge = null;
    this.#isLooking = false;
  }

  /** Returns the picture with its frame. `over` are words that take the place of the hint. */
  render(over?: string): TemplateResult {
    const { t } = this.#host;
    const { subject } = this.#options;
    const hint = this.#hint;
    const text = over ?? (hint ? this.#wordsFor(hint) : t('id-verification.camera.opening'));
    // `live`: Lit sets an object at every rendering, also when it is the same one. A video starts anew then,
    // and for a moment has no picture to shoot.
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
      <i
        class="guide ${this.#options.ratio < 1.5 && subject === 'document' ? 'page' : ''}"
        part="camera-guide"
      ></i>
      ${
        this.#isBlind && !over
          ? nothing
          : html`<p class="pill" part="camera-hint" aria-hidden=${hint && !over ? 'true' : nothing}>
              ${text}
            </p>`
      }
    </div>`;
  }

  /** Lit calls it with the video, and with nothing when it is gone. */
  #onVideo = (video?: Element): void => {
    this.#video = (video as HTMLVideoElement | undefined) ?? null;
  };

  /** Ends with the reason, unless the payee has left already. */
  #fail(trouble: CameraTrouble): void {
    if (!this.#open) return;
    this.close();
    this.#options.onTrouble(trouble);
  }

  #switchOff(): void {
    this.hush();
    stop(this.#stream);
    this.#stream = null;
    this.#hint = null;
  }

  /**
   * Nobody looks at a page in the background, and its camera light would frighten. When the page is back, the
   * camera goes on.
   */
  #onVisibility = (): void => {
    if (document.hidden) this.#switchOff();
    else if (this.#open && !this.#stream) void this.open();
    this.#host.requestUpdate();
  };

  /** Judges the picture, one frame at a time, and changes the hint once it is steady. */
  #look = async (): Promise<void> => {
    const video = this.#video;
    if (!video?.videoWidth || this.#isLooking) return;
    const judge = (this.#judge ??= new FrameJudge(this.#options.subject));
    this.#isLooking = true;
    const area = guideIn(visiblePart(video), this.#options.ratio);
    const hint = await judge.judge(video, area).catch(() => 'blind' as const);
    if (judge !== this.#judge) return;
    this.#isLooking = false;
    if (hint === 'blind') this.#giveUp();
    else if (hint) this.#note(hint);
  };

  /**
   * Goes on without hints, because their code could not be loaded. The payee takes the photo all the same.
   */
  #giveUp(): void {
    this.hush();
    this.#isBlind = true;
    this.#host.requestUpdate();
  }

  #note(hint: Hint): void {
    this.#candidate =
      hint === this.#candidate.hint ? { hint, times: this.#candidate.times + 1 } : { hint, times: 1 };
    if (hint === this.#hint || (this.#hint && this.#candidate.times < steady)) return;
    this.#hint = hint;
    this.#host.requestUpdate();
    this.#say(hint);
  }

  #say(hint: Hint): void {
    const now = performance.now();
    if (now - this.#saidAt < silence) return;
    this.#saidAt = now;
    this.#host.context.announce(this.#wordsFor(hint));
  }

  /** Returns the words for a hint. Some are said of a face in other words than of a document. */
  #wordsFor(hint: Hint): string {
    const { localizer } = this.#host.context;
    const general = `id-verification.hint.${hint}`;
    return localizer.first(
      this.#options.subject === 'face' ? [`id-verification.hint.face.${hint}`, general] : [general],
    );
  }
}
