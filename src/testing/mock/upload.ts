/** A tax form that was uploaded to the mock. */
import type { UploadState, UploadedForm } from '../../contract/forms/tax-uploads.ts';

export interface MockTaxUpload {
  /** The flow in which it was uploaded. */
  readonly flowId: string;
  readonly form: UploadedForm;
  state: UploadState;
  reason: string;
  decided: Date | null;
}
