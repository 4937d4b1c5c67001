/** The contract between the step and its parts that are loaded later. */
import type { IdVerificationRequirement } from '../../contract/steps/id-verification.ts';
import type { TemplateResult } from 'lit';
import type { MultiScreenStep } from '../multi-screen-step.ts';

/** The step, as its templates and its parts know it. */
export interface PartHost extends MultiScreenStep<IdVerificationRequirement> {
  /** A photo is at the server. `sent`: it was the last one, and the payee has said that all may be sent. */
  arrived(sent: boolean): Promise<void>;
  /**
   * Shows the link for the phone or the choice of a document. With null it shows what the requirement asks
   * for again.
   */
  want(screen: 'link' | 'choose' | null): void;
}

/**
 * A part of the step. It says what is on screen, takes the press of the main button, and puts everything away
 * when it is left for good.
 */
export interface Part {
  render(): TemplateResult;
  /** The main button was pressed. */
  press(): void;
  /** The requirement may have changed. */
  update?(): void;
  /**
   * The step was taken out of the page, perhaps only to be moved. Nothing may stay open, above all no camera.
   */
  pause?(): void;
  /** The step is back in the page. The part goes on with what was there. */
  resume(): void;
  /** Another screen begins. The part is not used again. */
  leave(): void;
}
