import type { Context } from 'hono';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { clientAddress } from '../../http/client.ts';
import { charge } from '../../http/limits.ts';
import type { Deps } from '../../ports/deps.ts';

/**
 * Does `work`, which finds what is to be opened and who may. What it refuses is counted apart: any page can
 * have the browser of whoever visits it ask, and must not use up what the visitor opens themselves.
 */
export async function refusedApart<T>(c: Context, deps: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError)
      await charge(deps, 'refused opening', { address: clientAddress(c, deps) });
    throw error;
  }
}
