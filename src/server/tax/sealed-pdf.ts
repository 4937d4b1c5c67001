/** The PDF of a filed form, as it is stored. */
import type { TaxFormRow } from '../db/tax-forms.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

type Whose = Pick<TaxFormRow, 'id' | 'user_id'>;

const place = ({ id, user_id }: Whose): Place => ({ what: `tax form pdf ${id}`, owner: user_id });

/** The vault seals text here, so the bytes go in as base64. */
export const sealPdf = (deps: Pick<Deps, 'vault'>, form: Whose, pdf: Uint8Array): Buffer =>
  deps.vault.seal(place(form), Buffer.from(pdf).toString('base64'));

export const openPdf = (deps: Pick<Deps, 'vault'>, form: Whose, sealed: Uint8Array): Buffer =>
  Buffer.from(deps.vault.open(place(form), sealed), 'base64');
