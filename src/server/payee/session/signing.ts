/** Records how the payee came to sign something. */
import type { Context } from 'hono';
import { completionTimes } from '../../db/completions.ts';
import { requestAddress } from '../../http/client.ts';
import { localeOfRequest } from '../../language/words.ts';
import { requesterOf } from '../../papers/signing.ts';
import type { Access, Signing } from '../../papers/signing.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { PayeeContext } from './context.ts';
import { knownPhone } from './context.ts';

/** Returns who signs, from where, and which accesses led to it. The submission is the last of them. */
export async function signingOf(
  c: Context,
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<Signing> {
  const { app, flow, session, user } = context;
  const accesses: Access[] = [
    access('Session opened', session.created),
    ...(session.proved ? [access('Payee authenticated', session.proved)] : []),
    ...(await completionTimes(tx, flow.id)).map(({ step, created }) =>
      access(`Step ${step} completed`, created),
    ),
  ];
  return {
    by: 'payee',
    user_id: user?.id ?? null,
    flow_id: flow.id,
    session: {
      id: session.id,
      origin: session.origin,
      authenticated: session.by_code ? 'code' : 'link',
      proved: session.proved?.toISOString() ?? null,
      phone: knownPhone(context)?.slice(-4) ?? null,
    },
    api_key_id: null,
    address: requestAddress(c, deps),
    language: localeOfRequest(c),
    accesses: [
      ...accesses.sort((one, other) => (one.at < other.at ? -1 : 1)),
      access('Submitted', deps.clock.now()),
    ],
    requester: requesterOf(app),
  };
}

const access = (what: string, at: Date): Access => ({ what, at: at.toISOString() });
