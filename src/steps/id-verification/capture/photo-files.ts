/**
 * Photos that come as files: chosen, dropped or pasted. They take the same way as those of the camera, but
 * `picture.ts` makes them smaller first.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { cameraIcon, uploadIcon } from '../icons.ts';
import type { PartHost } from '../part-host.ts';
import type { Facing } from './camera.ts';

/** `take` gets each file, whatever it is. Whether it is a picture is found out by reading it. */
export class PhotoFiles {
  readonly #host: PartHost;
  readonly #take: (file: File) => void;
  /** Whether a file is being dragged over the area. */
  dragged = false;

  constructor(host: PartHost, take: (file: File) => void) {
    this.#host = host;
    this.#take = take;
  }

  /**
   * Takes pastes from now on. The whole page takes them, because nobody knows where to click before pasting.
   */
  listen(): void {
    // The whole page takes a paste: nobody knows where to click before it.
    document.addEventListener('paste', this.#onPaste);
  }

  /** Takes no pastes any more, for instance while a photo is being sent. */
  ignore(): void {
    document.removeEventListener('paste', this.#onPaste);
    this.dragged = false;
  }

  /** Returns the button that opens the file picker. `main` makes it the only way on this screen. */
  button(main = false): TemplateResult {
    return this.#input(main, uploadIcon, 'id-verification.upload');
  }

  /**
   * Returns a button that opens the phone's own camera app (`capture`). A browser that gives us no camera
   * still has that.
   */
  cameraApp(facing: Facing): TemplateResult | typeof nothing {
    if (!matchMedia('(pointer: coarse)').matches) return nothing;
    return this.#input(false, cameraIcon, 'id-verification.camera-app', facing);
  }

  /**
   * Goes on the area that takes drops. Without `preventDefault` the browser would open the file in place of
   * the page.
   */
  readonly onDrag = (event: DragEvent): void => {
    const over = event.type === 'dragover' || event.type === 'dragenter';
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (over === this.dragged && event.type !== 'drop') return;
    this.dragged = over;
    this.#host.requestUpdate();
    const file = event.type === 'drop' ? event.dataTransfer.files[0] : undefined;
    if (file) this.#take(file);
  };

  /** Returns a file input inside its button-like label, which needs no script to be clicked. */
  #input(
    main: boolean,
    icon: TemplateResult,
    label: 'id-verification.upload' | 'id-verification.camera-app',
    facing?: Facing,
  ): TemplateResult {
    return html`<label class="button file ${main ? '' : 'quiet'}" part="button">
      <input
        class="sr"
        type="file"
        name=${facing ? 'camera' : 'photo'}
        accept="image/*"
        capture=${facing ?? nothing}
        @change=${this.#onChoose}
      />
      ${icon}<span>${this.#host.t(label)}</span>
    </label>`;
  }

  #onChoose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Choosing the same file again is a choice too, but would be no change.
    input.value = '';
    if (file) this.#take(file);
  };

  #onPaste = (event: ClipboardEvent): void => {
    // What is pasted into a text is meant for the text.
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea')))
      return;
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    this.#take(file);
  };
}
