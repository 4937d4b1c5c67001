/**
 * How far the sandbox's clock is ahead of real time. There is one row; see `db/test-clock.ts`. Live mode has
 * the row too and never reads it.
 */
export default /* sql */ `
create table test_clock (
  one boolean primary key default true check (one),
  ahead_ms bigint not null check (ahead_ms >= 0)
);
insert into test_clock (ahead_ms) values (0);
`;
