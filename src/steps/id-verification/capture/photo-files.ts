/** Photos that come as files: chosen, dropped or pasted. */
import { html, nothing, type TemplateResult } from 'lit';
import { cameraIcon, uploadIcon } from '../icons.ts';
import type { PartHost } from '../part-host.ts';
import type { Facing } from './camera.ts';

export class PhotoFiles {
  readonly #host: PartHost;
  readonly #take: (file: File) => void;
  /** Something is being dragged over the page. */
  dragged = false;

  constructor(host: PartHost, take: (file: File) => void) {
    this.#host = host;
    this.#take = take;
  }

  listen(): void {
    // The whole page takes a paste: nobody knows where to click before it.
    document.addEventListener('paste', this.#onPaste);
  }

  ignore(): void {
    document.removeEventListener('paste', this.#onPaste);
    this.dragged = false;
  }

  /** `main`: the only way on this screen. */
  button(main = false): TemplateResult {
    return this.#input(main, uploadIcon, 'id-verification.upload');
  }

  /** A phone whose browser gives us no camera still has its own app for that. */
  cameraApp(facing: Facing): TemplateResult | typeof nothing {
    if (!matchMedia('(pointer: coarse)').matches) return nothing;
    return this.#input(false, cameraIcon, 'id-verification.camera-app', facing);
  }

  /** On the area that takes drops. */
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
    // Choosing the same file again is a choice too.
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
