/** The command `dots-flow reseal`. */
import type { Environment } from './config.ts';
import { withDatabase } from './for-command.ts';
import { openVaultOf } from './open-vault.ts';
import { reseal } from './reseal.ts';

/**
 * Seals what is in the database of the environment under its first key. `say` gets lines for the operator.
 * Returns the status with which the command ends: 1 when something could not be opened.
 * @throws {ConfigError} when the environment is not right
 */
export async function resealDatabase(env: Environment, say: (line: string) => void): Promise<0 | 1> {
  return withDatabase(env, async (db, config) => {
    const vault = await openVaultOf(db, config);
    const { done, left } = await reseal(db, vault, (count, kind) => say(`${count} sealed anew (${kind})`));
    const kinds = Object.entries(left);
    for (const [kind, count] of kinds)
      say(`${count} of kind ${kind}: no key of DOTS_ENCRYPTION_KEYS opens them`);
    say(
      kinds.length === 0
        ? `Done: ${done} sealed anew. Nothing needs the keys behind the first one; they may go.`
        : `Done: ${done} sealed anew. Keep every key until the rest can be opened.`,
    );
    return kinds.length === 0 ? 0 : 1;
  });
}
