/** The flow that a path names. */
import type { Context } from 'hono';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { findFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import type { Deps } from '../ports/deps.ts';
import { mayMoveMoney } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam } from './requests.ts';

/**
 * Returns the app's flow. Another app's flow is 404 and not 403, so that nobody learns which ids exist. The
 * flow of a payout link has money: whoever cancels it takes the money back, and whoever has its link may
 * claim it.
 * @throws ProblemError `no-such-resource`, `insufficient-scope`
 */
export async function ownFlow(c: Context<PartnerEnv>, deps: Deps): Promise<FlowRow> {
  const flow = await findFlow(deps.db, idParam(c));
  if (flow?.app_id !== c.get('partner').id) throw new ProblemError('no-such-resource');
  if (flow.payout_link_id !== null && !mayMoveMoney(c))
    throw new ProblemError('insufficient-scope', {
      detail:
        'This call needs an API key with the scopes flows and money, because the flow is that of a payout link.',
    });
  return flow;
}
