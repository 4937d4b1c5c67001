/**
 * What binds a sign-in at a bank to the window in which it began. The address of a bank's page can be sent to
 * somebody else, and their accounts must not get to whoever sent it. So what the bank has told is held back
 * until the window that began says the code of the page to which the bank sent the payee.
 */
import { type ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import { sandboxCode } from '../../../contract/sandbox/table.ts';
import { holdReturn, setBankLinkState, setCodeTries } from '../../db/bank-links.ts';
import type { BankLinkRow } from '../../db/bank-links.ts';
import type { LinkState } from '../../ports/bank-link.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';

/** As long as a code that is sent to a phone. */
const codeLivesMs = 10 * 60_000;
const codeTries = 5;

/**
 * Returns the code of the page that was asked for with what the bank's redirect `brought`. It follows from
 * that alone, so a reload has the same one, and it is kept as a hash. In the sandbox it is that of all texts.
 */
function codeFor(deps: Deps, { id }: BankLinkRow, brought: string): string {
  if (deps.providers.bankLinks?.simulated) return sandboxCode;
  const number = deps.vault.fingerprint('bank return', `${id}\n${brought}`).readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, '0');
}

const hashOf = (deps: Deps, { id }: BankLinkRow, code: string): Buffer =>
  deps.vault.fingerprint('bank return code', `${id}\n${code}`);

/**
 * Stores where the bank's answer leaves the sign-in, and returns the code that the page shows; null when
 * there is nothing to confirm. A refusal needs no code: nothing of anybody is in it. The first who comes
 * back has the code, and so has their reload.
 */
export async function storeReturn(
  deps: Deps,
  tx: Queryable,
  link: BankLinkRow,
  state: LinkState,
  brought: string,
): Promise<string | null> {
  if (state.phase === 'elsewhere') return null;
  if (state.phase === 'failed') {
    await setBankLinkState(tx, link.id, state);
    return null;
  }
  const code = codeFor(deps, link, brought);
  const hash = hashOf(deps, link, code);
  if (link.code_hash) return link.code_hash.equals(hash) ? code : null;
  await holdReturn(tx, link.id, { state, at: deps.clock.now(), hash });
  return code;
}

/** Goes on with the sign-in when the code is right. A returned problem keeps that a try was used up. */
export async function takeCode(
  deps: Deps,
  tx: Queryable,
  link: BankLinkRow,
  code: string,
): Promise<ProblemError | void> {
  // The code came twice: from the bank's window, and from the payee.
  if (link.state.phase === 'accounts') return;
  const { returned, returned_at: at, code_hash: hash } = link;
  const isFresh = at !== null && at.getTime() + codeLivesMs > deps.clock.now().getTime();
  if (returned && isFresh && hash?.equals(hashOf(deps, link, code)))
    return setBankLinkState(tx, link.id, returned);
  await setCodeTries(tx, link.id, link.code_tries + 1);
  return fieldError('bank_code', 'wrong-code');
}

/** Whether the try that is under way is the last: nobody guesses a code of six digits in five. */
export const isLastTry = ({ code_tries: tries }: BankLinkRow): boolean => tries + 1 >= codeTries;
