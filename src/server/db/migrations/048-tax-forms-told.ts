/**
 * What partners were told of a tax form, each once. And the scope `tax-numbers`: keys that could read whole
 * tax numbers, in the PDF of a form, still can.
 */
export default /* sql */ `
create table tax_form_notices (
  tax_form_id uuid not null references tax_forms on delete cascade,
  told text not null,
  created timestamptz not null,
  primary key (tax_form_id, told)
);
-- Those that expire, by the year in which they were signed.
create index tax_forms_foreign on tax_forms (created) where form <> 'w9';
update api_keys set scopes = scopes || '{tax-numbers}' where 'users' = any(scopes);
`;
