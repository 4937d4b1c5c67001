/** What this step asks the API for. */
import type { StepRequest } from '../../api/requests.ts';
import { disclosureVersion } from '../../contract/steps/background-check.ts';

const post = (what: string, body: unknown = {}): StepRequest => ({
  method: 'POST',
  path: `/background-check/${what}`,
  body,
});

export const requests = {
  details: (person: unknown) => post('details', person),
  /** The disclosure was on screen, alone, and the payee has read it. */
  disclosure: () => post('disclosure', { disclosure_version: disclosureVersion }),
  authorization: (signed: { readonly signature: string; readonly consent: true; readonly copy: boolean }) =>
    post('authorization', { disclosure_version: disclosureVersion, ...signed }),
  goOn: () => post('continue'),
};
