/** One row, which is written to find out whether anything can be written. */
export default /* sql */ `
create table readiness (
  one boolean primary key default true check (one),
  at timestamptz not null
);
`;
