/** The fields of Form W-8BEN-E, in the order on screen. */
import { statusesWithGiin, w8bene } from '../../../contract/forms/w8bene.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { FormSpec } from '../read-forms.ts';
import {
  address,
  addressChecks,
  mayClaim,
  numberName,
  optional,
  placeAsked,
  taxIdChecks,
  taxIdFields,
  treatyFields,
  withClaim,
} from '../w8/index.ts';

const wholeForm = w8bene.check(...addressChecks, ...taxIdChecks('business'), placeAsked);

export const w8beneSpec = (requirement: RequirementOf<'compliance'>): FormSpec => ({
  schema: withClaim(wholeForm, 'w8bene', requirement),
  numberName: (raw) => numberName('w8bene', raw),
  optional: new Set([
    ...optional,
    'business_registration_number',
    'giin',
    'securities_market',
    'formed_on',
    'lob_category',
    'lob_article',
  ]),
  pages: (raw) => ({
    who: ['form', 'business_name', 'incorporation_country', 'chapter3_status'],
    status: [
      'chapter4_status',
      ...(raw['chapter4_status'] === 'publicly_traded_nffe' ? ['securities_market'] : []),
      ...(raw['chapter4_status'] === 'excepted_startup' ? ['formed_on'] : []),
      ...(statusesWithGiin.includes(raw['chapter4_status'] as never) ? ['giin'] : []),
      ...(raw['chapter4_status'] ? ['status_certified'] : []),
    ],
    number: taxIdFields('w8bene', requirement, raw),
    address: address('w8bene', requirement, raw),
    ...(mayClaim(raw) && {
      treaty: treatyFields(raw, [
        'lob_category',
        ...(raw['lob_category'] === 'other' ? ['lob_article'] : []),
      ]),
    }),
    check: ['signer_name', 'signature', 'capacity', 'consent'],
  }),
});
