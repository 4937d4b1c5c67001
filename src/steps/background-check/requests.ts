/** The mutations of this step. They are apart from `api/requests.ts`, which is in the first download. */
import type { StepRequest } from '../../api/requests.ts';
import { disclosureVersion } from '../../contract/steps/background-check.ts';

/** `what` is the path below `/v2/session/background-check`. */
const post = (what: string, body: unknown = {}): StepRequest => ({
  method: 'POST',
  path: `/background-check/${what}`,
  body,
});

export const requests = {
  /** `person`: the fields that were asked, as `backgroundCheckDetails` has them. */
  details: (person: unknown) => post('details', person),
  /** Says that the disclosure was on screen, alone, and that the payee has read it. */
  disclosure: () => post('disclosure', { disclosure_version: disclosureVersion }),
  /** The version says which text was signed. */
  authorization: (signed: { readonly signature: string; readonly consent: true; readonly copy: boolean }) =>
    post('authorization', { disclosure_version: disclosureVersion, ...signed }),
  /** Goes on without waiting for the report, after reading of it, or without a check. */
  goOn: () => post('continue'),
};
