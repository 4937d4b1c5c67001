/**
 * PDF templates of partners, and the documents that payees made of them. The files are sealed; their hashes
 * are not secret. `documents_of_step` makes a second draft replace the first. `documents_of_user` finds the
 * forms that a payee has filled in before.
 */
export default /* sql */ `
create table pdf_templates (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  created timestamptz not null,
  name text not null,
  pages integer not null,
  size integer not null,
  sha256 text not null,
  date_format text not null,
  -- [{id, name, type, label, …}]
  fields jsonb not null,
  file_sealed bytea not null,
  -- Flows that have it go on; new ones cannot ask for it.
  deleted timestamptz
);
create index pdf_templates_list on pdf_templates (app_id, created desc, id desc);

create table documents (
  id uuid primary key,
  app_id uuid not null references apps on delete cascade,
  user_id uuid references users on delete set null,
  flow_id uuid not null references flows on delete cascade,
  step text not null,
  template_id uuid references pdf_templates,
  created timestamptz not null,
  -- Null while the payee still reads it.
  confirmed timestamptz,
  file_name text not null,
  size integer not null,
  sha256 text not null,
  -- The answers, as JSON.
  values_sealed bytea not null,
  content_sealed bytea not null
);
create unique index documents_of_step on documents (flow_id, step);
create index documents_of_user on documents (user_id) where confirmed is not null;
`;
