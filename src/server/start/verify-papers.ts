/** The command `dots-flow verify-papers`. */
import { findAppByClientId } from '../db/apps.ts';
import { migrate } from '../db/migrate.ts';
import { verifyPapers } from '../audit/verify.ts';
import { createLog } from '../ports/log.ts';
import { readConfig, type Environment } from './config.ts';
import { keyInDataDir } from './encryption-key.ts';
import { ConfigError } from './known.ts';
import { openDatabase, unreachable } from './open-database.ts';
import { openVault } from './open-vault.ts';

/**
 * Verifies what was signed for the app of the environment, whose servers may run meanwhile on PostgreSQL.
 * `noted` is a head that an earlier run printed. `say` gets lines for the operator. Returns the status with
 * which the command ends: 1 when something was changed.
 * @throws {ConfigError} when the environment or the head is not right
 */
export async function verifyDatabase(
  env: Environment,
  noted: string | undefined,
  say: (line: string) => void,
): Promise<0 | 1> {
  const head = noted === undefined ? undefined : readHead(noted);
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const closers: (() => Promise<void>)[] = [];
  try {
    const db = await openDatabase(config, log, closers);
    await migrate(db).catch((error: unknown) => {
      throw unreachable(config, error) ?? error;
    });
    const vault = await openVault(db, config.encryptionKeys ?? [await keyInDataDir(config.dataDir)]);
    const app = await findAppByClientId(db, config.clientId);
    if (!app)
      throw new ConfigError([
        'The database has no app with this DOTS_CLIENT_ID. Start the server once, and it makes the app.',
      ]);
    const found = await verifyPapers({ db, vault }, app.id, head);
    for (const { fault, kind, subject, number } of found.faults)
      say(`${sentences[fault]}: ${kind ?? 'chain'} ${subject ?? ''} (place ${number ?? 'none'})`);
    const { whole, erased, older } = found;
    say(
      `${found.faults.length === 0 ? 'Everything is as it was signed' : `${found.faults.length} faults`}: ${whole} papers, ${erased} erased in their time, ${older} older than the chain.`,
    );
    say(`Head: ${found.head.number}:${found.head.hash.toString('hex')}`);
    return found.faults.length === 0 ? 0 : 1;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

const sentences = {
  place: 'A link is missing or moved before',
  link: 'The link was changed',
  content: 'What was signed was changed',
  missing: 'What was signed is gone',
  unlinked: 'Not in the chain',
  head: 'The chain does not end, or no longer has a place, as it did',
} as const;

function readHead(text: string): { number: number; hash: Buffer } {
  const [, number, hash = ''] = /^(\d{1,15}):((?:[0-9a-f]{64})?)$/.exec(text) ?? [];
  if (number === undefined)
    throw new ConfigError(['--head takes what an earlier run printed, like 12:5f0c… with 64 digits.']);
  return { number: Number(number), hash: Buffer.from(hash, 'hex') };
}
