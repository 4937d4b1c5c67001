/**
 * A native select with dozens of options. At first it has only the chosen one. The rest is built once,
 * imperatively, when the browser is idle, and at the latest when the payee reaches for the field. 250 options
 * as lit parts would cost more nodes and a longer task than the rest of the page together.
 */
import { html, noChange, type ElementPart, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { afterPaint } from './after-paint.ts';
import { describedBy, field, type FieldSpec, type FormView } from './fields.ts';

/** A list of values and their names. The same object again means that nothing changed; see `lists.ts`. */
export interface LongList {
  /** Returns the words for one value, without building the list. */
  readonly nameOf: (value: string) => string;
  /** Returns the values in the order in which they are listed. Null draws a line. */
  readonly values: () => readonly (string | null)[];
  /** Helps a payee who types into the select, once it is built. */
  readonly assist?: (select: HTMLSelectElement) => unknown;
}

/** `autocomplete` is an autofill token, or `off`. */
export interface LongSelectSpec extends FieldSpec {
  readonly list: LongList;
  readonly autocomplete: string;
  readonly onChange?: (value: string) => unknown;
}

export function longSelect(view: FormView, spec: LongSelectSpec): TemplateResult {
  const { form } = view;
  const { name } = spec;
  return field(
    view,
    spec,
    html`<select
      id=${name}
      name=${name}
      class="control"
      part="input select"
      autocomplete=${ifDefined(spec.autocomplete)}
      aria-required=${spec.optional ? 'false' : 'true'}
      aria-invalid=${form.errorOf(name) ? 'true' : 'false'}
      aria-describedby=${describedBy(view, spec)}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        form.set(name, value);
        spec.onChange?.(value);
      }}
      @blur=${() => form.leave(name)}
      ${options(spec.list, form.value(name), view.localizer.t('label.choose'))}
    ></select>`,
  );
}

/**
 * Keeps the options of one select. It is an element directive, so that lit renders the select and leaves its
 * children to it.
 */
class Options extends Directive {
  #select: HTMLSelectElement | undefined;
  #list: LongList | undefined;
  #complete = false;
  /** What the empty option says. */
  #prompt = '';

  override render(_list: LongList, _value: string, _prompt: string): unknown {
    return noChange;
  }

  override update(part: ElementPart, [list, value, prompt]: [LongList, string, string]): unknown {
    const select = part.element as HTMLSelectElement;
    if (!this.#select) {
      this.#select = select;
      // The payee comes by keyboard or by pointer. Either way the list is whole before it opens.
      for (const reach of ['focus', 'pointerdown'] as const) select.addEventListener(reach, this.#build);
      afterPaint(this.#build);
    }
    this.#prompt = prompt;
    if (list !== this.#list) {
      // The language changed. A list that was built is rebuilt; one that was not stays short.
      const built = this.#complete;
      this.#list = list;
      this.#complete = false;
      select.replaceChildren(new Option(prompt, ''));
      if (built) this.#build();
    }
    const [empty] = select.options;
    // Its word may come later than the list.
    if (empty && empty.text !== prompt) empty.text = prompt;
    if (select.value !== value) this.#show(select, value);
    return noChange;
  }

  /** Chooses a value, with an option of its own as long as the list is short. */
  #show(select: HTMLSelectElement, value: string): void {
    // A value outside the list (typed elsewhere, or from a newer server) is shown as not chosen.
    if (value && !this.#complete) select.append(new Option(this.#list?.nameOf(value), value));
    select.value = value;
    if (select.selectedIndex < 0) select.value = '';
  }

  /** Builds the whole list once, and keeps what is chosen. */
  #build = (): void => {
    const list = this.#list;
    const select = this.#select;
    if (this.#complete || !list || !select) return;
    this.#complete = true;
    const { value } = select;
    const fragment = document.createDocumentFragment();
    fragment.append(new Option(this.#prompt, ''));
    for (const code of list.values())
      fragment.append(code === null ? document.createElement('hr') : new Option(list.nameOf(code), code));
    select.replaceChildren(fragment);
    select.value = value;
    list.assist?.(select);
  };
}

const options = directive(Options);
