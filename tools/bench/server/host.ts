/**
 * The process that is measured: the real server and, on another port, the bare one. They share the process,
 * the pool and its connections, so nothing but their own work is between them. `cost.ts` starts it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flowColumns } from '../../../src/server/db/flows.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { answerBare } from './bare.ts';

/** What the process is asked by its parent. */
export type Order =
  /** From now on the bare server answers with this to whatever is asked. */
  | { readonly what: 'answer'; readonly body: string }
  /** Copies the flow, and the session on it if one is given. */
  | { readonly what: 'copy'; readonly flow: string; readonly session: string | null; readonly count: number }
  | { readonly what: 'used' }
  | { readonly what: 'end' };

export interface Ready {
  readonly real: number;
  readonly bare: number;
}

/** A copied flow, and the token of the session on it. */
export interface Copied {
  readonly flow: string;
  readonly token: string;
}

/** What the process has used so far: milliseconds of the processor, and statements. */
export interface Used {
  readonly cpu: number;
  readonly statements: number;
}

let found: Deps | undefined;
const server = await serve({ bundleDir: null, routes: (_app, deps) => (found = deps) });
if (!found) throw new Error('The server has given nothing to build on.');
const deps: Deps = found;
const answer = { body: '{}' };
const bare = createServer((request, response) => void answerBare(deps, request, response, answer.body));
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
process.send?.({
  real: Number(new URL(server.url).port),
  bare: (bare.address() as AddressInfo).port,
} satisfies Ready);

process.on('message', (order: Order) => void obey(order).then((said) => process.send?.(said ?? {})));

async function obey(order: Order): Promise<object | undefined> {
  switch (order.what) {
    case 'answer':
      answer.body = order.body;
      return undefined;
    case 'copy':
      return copy(deps.db, order);
    case 'used': {
      const { user, system } = process.cpuUsage();
      return { cpu: (user + system) / 1000, statements: deps.db.answered() } satisfies Used;
    }
    case 'end':
      await server.close();
      // Without an exit of its own a profile is not written.
      process.exit();
  }
}

async function copy(
  db: Database,
  {
    flow,
    session,
    count,
  }: { readonly flow: string; readonly session: string | null; readonly count: number },
): Promise<Copied[]> {
  const rest = flowColumns.replace(/^id, /, '');
  const flows = await db.query<{ id: string }>(
    `insert into flows (${flowColumns}) select gen_random_uuid(), ${rest} from flows, generate_series(1, $2::int) where id = $1
     returning id`,
    [flow, count],
  );
  const tokens = flows.map(() => randomBytes(32).toString('base64url'));
  if (session !== null)
    await db.query(
      `insert into sessions (id, flow_id, token_hash, ${ofSession})
       select gen_random_uuid(), f.flow_id, f.hash, ${ofSession.replace(/\w+/g, 's.$&')}
       from unnest($1::uuid[], $2::bytea[]) as f (flow_id, hash), sessions s where s.token_hash = $3`,
      [flows.map(({ id }) => id), tokens.map(hashOf), hashOf(session)],
    );
  return flows.map(({ id }, at) => ({ flow: id, token: tokens[at] ?? '' }));
}

const ofSession =
  'created, expires_at, ends_at, origin, browser, authenticated, proved, by_code, takes_renewed';
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
