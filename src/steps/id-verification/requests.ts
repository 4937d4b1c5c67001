/** The mutations of this step. Photos do not go this way; see capture/upload.ts. */
import type { StepRequest } from '../../api/requests.ts';

/** `path` is below `/v2/session/id-verification`. */
const post = (path: string, body: unknown = {}): StepRequest => ({
  method: 'POST',
  path: `/id-verification/${path}`,
  body,
});

export const requests = {
  /** Chooses the document. The server answers with the photos that it needs. */
  choose: (country: string, document_type: string) => post('document', { country, document_type }),
  /** Hands in the photos. They are at the server already. */
  submit: () => post('submit'),
  /** Begins anew after a rejection. */
  restart: () => post('restart'),
  /** Takes the step back from the phone to the device where it began. */
  cancelHandoff: () => post('handoff/cancel'),
  /** Takes the step to the phone once more. */
  takeHandoff: () => post('handoff/take'),
};
