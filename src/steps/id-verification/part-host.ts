import type { IdVerificationRequirement } from '../../contract/steps/id-verification.ts';
import type { TemplateResult } from 'lit';
import type { MultiScreenStep } from '../multi-screen-step.ts';

/** The step, as its templates and the parts that are loaded later know it. */
export interface PartHost extends MultiScreenStep<IdVerificationRequirement> {
  /** A photo is at the server; `sent`: the payee has said of the last one that all may be sent. */
  arrived(sent: boolean): Promise<void>;
  /** Shows the link for the phone, or the choice of a document, or neither again. */
  want(wish: 'link' | 'choose' | null): void;
}

/** A part of the step: says what is on screen, takes the press of the main button, and puts everything away when it is left for good. */
export interface Part {
  render(): TemplateResult;
  press(): void;
  /** The requirement may be another one. */
  update?(): void;
  /** The step was taken out of the page: nothing is to stay open. */
  pause?(): void;
  /** It is back, having only been moved: goes on with what was there. */
  resume(): void;
  leave(): void;
}
