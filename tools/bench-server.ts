/**
 * `npm run bench:server -- <part> [what the part takes]` measures the server. Every figure is a ratio of two
 * measurements of one run, because those of two machines, or of two days, say nothing of each other. With
 * `TEST_DATABASE_URL` PostgreSQL is measured besides the embedded database.
 */
import { benchCalls } from './bench/server/cost.ts';
import { growth } from './bench/server/growth.ts';

/** A part takes the rest of the command line. */
const parts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  calls: benchCalls,
  growth: async ([most = '100000']) => growth(process.env['TEST_DATABASE_URL'], Number(most)),
};

const [name = 'calls', ...args] = process.argv.slice(2);
const part = parts[name];
if (part) await part(args);
else {
  console.error(`npm run bench:server -- <part>. There are: ${Object.keys(parts).join(', ')}`);
  process.exitCode = 1;
}
