/** The command `dots-flow verify-papers`. */
import { verifyPapers } from '../audit/verify.ts';
import type { Environment } from './config.ts';
import { appOf, withDatabase } from './for-command.ts';
import { ConfigError } from './known.ts';
import { openVaultOf } from './open-vault.ts';

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
  return withDatabase(env, async (db, config) => {
    const vault = await openVaultOf(db, config);
    const found = await verifyPapers({ db, vault }, (await appOf(db, config)).id, head);
    for (const { fault, kind, subject, number } of found.faults)
      say(`${sentences[fault]}: ${kind ?? 'chain'} ${subject ?? ''} (place ${number ?? 'none'})`);
    const { whole, erased, older } = found;
    say(
      `${found.faults.length === 0 ? 'Everything is as it was signed' : `${found.faults.length} faults`}: ${whole} papers, ${erased} erased in their time, ${older} older than the chain.`,
    );
    say(`Head: ${found.head.number}:${found.head.hash.toString('hex')}`);
    return found.faults.length === 0 ? 0 : 1;
  });
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
