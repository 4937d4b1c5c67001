/**
 * Asks the engine over its wire protocol. What its own `query` does in six calls, each into WebAssembly and
 * back, takes two here: one reads the statement and learns the types of its parameters, the other does the
 * rest. Of a statement that is kept, the first one is spared as well, and with it the reading and planning.
 */
import { parse, protocol } from '@electric-sql/pglite';
import type { PGlite } from '@electric-sql/pglite';
import { isFitToKeep, isLost } from './prepared.ts';
import { createTurns } from './turns.ts';

/** How many statements the engine keeps. The one that was kept first goes when there is another. */
const mostKept = 400;

interface Statement {
  readonly name: string;
  /** The types of the parameters, by their ids in `pg_type`. */
  readonly types: readonly number[];
}

export type Ask = (sql: string, params: readonly unknown[]) => Promise<unknown[]>;

export function createStatements(engine: PGlite): Ask {
  const { serialize } = protocol;
  const kept = new Map<string, Statement>();
  let number = 0;
  // The engine mixes up the answers to two calls at the same time.
  const inTurn = createTurns();
  const call = async (...messages: Uint8Array[]) =>
    (await engine.execProtocol(Buffer.concat([...messages, serialize.sync()]))).messages;
  const forget = ({ name }: Statement) => call(serialize.close({ type: 'S', name }));

  async function read(text: string): Promise<Statement> {
    const name = `s${(number += 1)}`;
    const answer = await call(serialize.parse({ text, name }), serialize.describe({ type: 'S', name }));
    return { name, types: parse.parseDescribeStatementResults(answer) };
  }

  async function keep(sql: string): Promise<Statement> {
    const known = kept.get(sql);
    if (known) return known;
    const made = await read(sql);
    const [first] = kept;
    if (first && kept.size >= mostKept) {
      kept.delete(first[0]);
      await forget(first[1]);
    }
    kept.set(sql, made);
    return made;
  }

  /** As the engine's own `query` writes a value. */
  function written(value: unknown, type: number | undefined) {
    if (value === null || value === undefined) return null;
    const write = type === undefined ? undefined : engine.serializers[type];
    return write ? write(value) : (value as { toString(): string }).toString();
  }

  async function ask(sql: string, params: readonly unknown[]): Promise<unknown[]> {
    const statement = await (isFitToKeep(sql) ? keep(sql) : read(sql));
    const { name, types } = statement;
    try {
      const answer = await call(
        serialize.bind({ statement: name, values: params.map((value, at) => written(value, types[at])) }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
      );
      return parse.parseResults(answer, engine.parsers)[0]?.rows ?? [];
    } catch (error) {
      if (isLost(error)) kept.delete(sql);
      throw error;
    } finally {
      if (kept.get(sql) !== statement) await forget(statement);
    }
  }

  return (sql, params) => inTurn(() => ask(sql, params));
}
