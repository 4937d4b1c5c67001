/** What this step can ask for. Photos do not go this way; see capture/upload.ts. */
import type { StepRequest } from '../../api/requests.ts';

const post = (path: string, body: unknown = {}): StepRequest => ({
  method: 'POST',
  path: `/id-verification/${path}`,
  body,
});

export const requests = {
  choose: (country: string, document_type: string) => post('document', { country, document_type }),
  submit: () => post('submit'),
  restart: () => post('restart'),
  /** The device that began goes on by itself. */
  cancelHandoff: () => post('handoff/cancel'),
  /** The phone goes on again. */
  takeHandoff: () => post('handoff/take'),
};
