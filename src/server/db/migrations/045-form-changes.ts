/** What was changed since a tax form was signed, so that another one is due. */
export default /* sql */ `
alter table tax_forms
  add column changed timestamptz,
  add column change text check (change in ('country', 'us-address', 'us-phone'));
`;
