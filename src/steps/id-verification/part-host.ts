/** What the step gives to its templates and to the parts that are loaded later. */
import type { LitElement, TemplateResult, nothing } from 'lit';
import type { IdVerificationRequirement } from '../../contract/steps/id-verification.ts';
import type { Translate } from '../../locales/catalogue.ts';
import type { StepContext } from '../step-element.ts';

export interface PartHost {
  readonly element: LitElement;
  readonly requirement: IdVerificationRequirement;
  readonly context: StepContext;
  readonly busy: boolean;
  readonly t: Translate;
  readonly heading: (title: string, lead?: string | TemplateResult) => TemplateResult;
  readonly formOf: (
    body: TemplateResult,
    button: TemplateResult,
    after?: TemplateResult | typeof nothing,
  ) => TemplateResult;
  readonly button: (label: string, working?: boolean) => TemplateResult;
  readonly link: (label: string, onClick: () => void, disabled?: boolean) => TemplateResult;
  readonly focusHeading: () => Promise<void>;
  /** A photo is at the server; `sent`: the payee has said of the last one that all may be sent. */
  readonly arrived: (sent: boolean) => Promise<void>;
  /** Shows the link for the phone, or the choice of a document, or neither again. */
  readonly want: (wish: 'link' | 'choose' | null) => void;
  /** Styles that a part brings along. */
  readonly adopt: (sheet: CSSStyleSheet | undefined) => void;
}

/** A part of the step: says what is on screen, takes the press of the main button, and puts everything away when it is left for good. */
export interface Part {
  render(): TemplateResult;
  press(): void;
  /** The requirement or the language may be another one. */
  update(): void;
  /** The step was taken out of the page: nothing is to stay open. */
  pause(): void;
  /** It is back, having only been moved: goes on with what was there. */
  resume(): void;
  leave(): void;
}
