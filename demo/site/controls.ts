/** The controls that the panel is made of: native ones, each with its label. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export type Options<T extends string> = readonly (readonly [value: T, label: string])[];

/** One of a few, all in view. */
export const segmented = <T extends string>(
  name: string,
  label: string,
  options: Options<T>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult =>
  html`<fieldset class="segmented">
    <legend>${label}</legend>
    <div>
      ${options.map(
        ([value, text]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              value=${value}
              .checked=${live(value === chosen)}
              @change=${() => choose(value)}
            /><span>${text}</span></label
          >`,
      )}
    </div>
  </fieldset>`;

/** One of many. */
export const select = <T extends string>(
  name: string,
  label: string,
  options: Options<T>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult =>
  html`<label class="select"
    ><span>${label}</span
    ><select
      name=${name}
      .value=${live(chosen)}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value as T)}
    >
      ${options.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;

export const box = (
  name: string,
  label: unknown,
  checked: boolean,
  toggle: (checked: boolean) => void,
  value?: string,
): TemplateResult =>
  html`<label class="box"
    ><input
      type="checkbox"
      name=${name}
      value=${value ?? nothing}
      .checked=${live(checked)}
      @change=${({ target }: Event) => toggle((target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;

export const colour = (
  name: string,
  label: string,
  value: string,
  set: (value: string) => void,
): TemplateResult =>
  html`<label class="colour"
    ><input
      type="color"
      name=${name}
      .value=${live(value)}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
    /><span>${label}</span></label
  >`;

export const range = (
  name: string,
  label: string,
  [min, max, step]: readonly [number, number, number],
  value: string,
  set: (value: string) => void,
): TemplateResult =>
  html`<label class="range"
    ><span>${label}</span
    ><input
      type="range"
      name=${name}
      min=${min}
      max=${max}
      step=${step}
      .value=${live(value)}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
    /><output>${value}</output></label
  >`;

export const section = (name: string, title: string, content: TemplateResult, aside: unknown = nothing) =>
  html`<details class="section" id=${`section-${name}`}>
    <summary>
      <h3>${title}</h3>
      <span class="aside">${aside}</span>
    </summary>
    <div class="inside">${content}</div>
  </details>`;
