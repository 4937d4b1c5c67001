/** Records how a partner came to file something for a user. */
import type { Context } from 'hono';
import { requestAddress } from '../http/client.ts';
import { requesterOf } from '../papers/signing.ts';
import type { Signing } from '../papers/signing.ts';
import type { Deps } from '../ports/deps.ts';
import type { PartnerEnv } from './authenticate.ts';

/** The payee was with the partner, who vouches for them: there is no session here. */
export const partnerSigning = (
  c: Context<PartnerEnv>,
  deps: Pick<Deps, 'config' | 'clock'>,
  userId: string,
): Signing => ({
  by: 'partner',
  user_id: userId,
  flow_id: null,
  session: null,
  api_key_id: c.var.apiKeyId,
  address: requestAddress(c, deps),
  language: null,
  accesses: [{ what: 'Submitted', at: deps.clock.now().toISOString() }],
  requester: requesterOf(c.var.partner),
});
