/**
 * Fills a database: whatever one payee left behind by a real journey is there again for each of thousands
 * of others, with ids, phones, hashes and times of their own. What a row weighs is what it weighs in
 * earnest, and a table that is added later is copied by itself.
 */
import type { Database, Queryable } from '../../../src/server/ports/database.ts';

/** Tables of which a server has few rows, however many payees it has. All others grow. */
export const small: ReadonlySet<string> = new Set([
  'api_keys',
  'apps',
  'database_mode',
  'dots_migrations',
  'paper_chains',
  'pdf_templates',
  'readiness',
  'screening_lists',
  'sealing_key',
  'test_clock',
  'webhook_endpoints',
]);

/** Columns that name something of the partner's, which all payees share. */
const shared = new Set(['app_id', 'endpoint_id', 'template_id', 'api_key_id']);

/** Copies that one statement makes. It has 15 seconds. */
const atOnce = 5000;

/** What an app has once. */
const once: Readonly<Record<string, string>> = {
  ledger_accounts: 'where t.user_id is not null',
  ledger_movements: "where t.kind <> 'opening'",
  ledger_entries: "where t.movement_id not in (select id from ledger_movements where kind = 'opening')",
};

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Returns the tables that grow, each with the columns that may be written. */
export async function growing(db: Queryable): Promise<ReadonlyMap<string, readonly Column[]>> {
  const rows = await db.query<{ table: string; name: string; type: string }>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
     order by c.relname, a.attnum`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, name, type } of rows.filter(({ table: of }) => !small.has(of)))
    tables.set(table, [...(tables.get(table) ?? []), { name, type }]);
  return tables;
}

/** Milliseconds over which payees came. It is less than messages are kept for. */
const spanMs = 60 * 24 * 60 * 60 * 1000;

/**
 * Copies what is in the growing tables `count` times. Copy 1 is the oldest, and the last is a moment older
 * than what was there. Nothing is checked meanwhile: the books balance, because the copied movements do.
 */
export async function copyPayees(db: Database, count: number): Promise<void> {
  const tables = await growing(db);
  await db.transaction(async (tx) => {
    // No triggers: each row of the books would be added up once more. It takes a superuser.
    await tx.script('set local session_replication_role = replica; set local statement_timeout = 0');
    for (const [table, columns] of tables) {
      const values = columns.map((column) => `${copied(table, column)} as "${column.name}"`);
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      await tx.script(
        `create temp table source on commit drop as select * from "${table}" t ${once[table] ?? ''}`,
      );
      for (let from = 1; from <= count; from += atOnce)
        await tx.query(
          `insert into "${table}" (${names}) select ${values.join(', ')} from source t, generate_series($1::int, $2::int) n`,
          [from, Math.min(count, from + atOnce - 1)],
        );
      await tx.script('drop table source');
    }
  });
  await clean(db);

  function copied(table: string, { name, type }: Column): string {
    const own = `t."${name}"`;
    const hash = hashed(`${own}::text`);
    if (shared.has(name)) return own;
    if (name === 'account_id')
      return `case when exists (select from ledger_accounts a where a.id = ${own} and a.user_id is null) then ${own} else ${hash}::uuid end`;
    // Places in the chain of an app. Nobody verifies a chain of copies.
    if (table === 'papers' && name === 'number') return `${own} + n * 1000`;
    switch (type) {
      case 'uuid':
        return `${hash}::uuid`;
      case 'uuid[]':
        return `array(select ${hashed('own::text')}::uuid from unnest(${own}) own)`;
      case 'timestamp with time zone':
        return `${own} - (${count} - n + 1) * interval '${spanMs / count} milliseconds'`;
      // Hashes have 32 bytes. What is sealed is longer, and nobody opens it here.
      case 'bytea':
        return `case when length(${own}) = 32 then sha256(convert_to(${hash}, 'UTF8')) else ${own} end`;
      case 'text':
        return textOf(table, name, own, hash);
      default:
        return own;
    }
  }
}

/** Lets the database know what it has, and forget what is gone. */
export async function clean(db: Database): Promise<void> {
  for (const table of (await growing(db)).keys()) await db.script(`vacuum analyze "${table}"`);
}

/** 32 hex digits that make an id of version 4. `copyOf` of `calls.ts` does the same. */
const hashed = (text: string): string =>
  `overlay(overlay(md5(${text} || n) placing '4' from 13) placing '8' from 17)`;

function textOf(table: string, name: string, own: string, hash: string): string {
  if (name === 'phone_e164') return `case when ${own} is null then null else '+1' || (2000000000 + n) end`;
  if (name === 'key' && (table === 'rate_limits' || table === 'idempotency_keys')) return `${own} || n`;
  // Ids of messages, names of users, and ids that are written as text.
  return `case when ${own} ~ '[0-9a-f]{32}$' then left(${own}, -32) || ${hash}
    when ${own} ~ '^[0-9a-f-]{36}$' then ${hash}::uuid::text
    when ${own} ~ ' [0-9a-f-]{36}$' then left(${own}, -36) || ${hash}::uuid else ${own} end`;
}
