/** Takes what the identity vendor found, at once or days later. */
import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { Webhook } from 'standardwebhooks';
import { lockFlow } from '../../db/flows.ts';
import { findIdCheck, keepProviderMessage } from '../../db/id-checks.ts';
import { findUser } from '../../db/users.ts';
import { readJson, readText } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { refusalByFacts } from '../../identity/agreement.ts';
import { knownFacts } from '../../identity/known-facts.ts';
import { readVendorAnswer, vendorCallback } from '../../identity/vendor-answer.ts';
import type { Deps } from '../../ports/deps.ts';
import { applyAnswer } from './verdict.ts';

/**
 * Standard Webhooks, "Verifying signatures": a message that was intercepted and is sent again later is
 * refused.
 */
const toleranceMs = 5 * 60 * 1000;

/**
 * Adds the callback of the vendor. It authenticates by its signature and not by a key, so it belongs to no
 * app's routes.
 */
export function identityCallbackRoutes(deps: Deps): Hono {
  return new Hono().post('/providers/id-verification/callback', async (c) => {
    const messageId = await verifiedMessage(c, deps);
    const input = parseInput(vendorCallback, await readJson(c));
    const now = deps.clock.now();
    // Reading the machine-readable zone may load a package, so it comes before the transaction.
    const answer = await readVendorAnswer(input, now);
    await deps.db.transaction(async (tx) => {
      const check = await findIdCheck(tx, input.check_id);
      const flow = check && (await lockFlow(tx, check.flow_id));
      if (!check || !flow) throw new ProblemError('no-such-resource');
      // A message counts once, however often it is delivered.
      if (!(await keepProviderMessage(tx, messageId, check.id, now))) return;
      const user = flow.user_id === null ? null : await findUser(tx, flow.app_id, flow.user_id);
      const facts = answer.status === 'verified' ? answer.facts : undefined;
      const reason = facts && user ? refusalByFacts(facts, await knownFacts(deps, tx, user), now) : null;
      await applyAnswer(deps, tx, flow, check.id, reason ? { status: 'rejected', reason } : answer);
    });
    return c.body(null, 204);
  });
}

/** Returns the message's id, and throws unless the vendor's secret signed this exact body a moment ago. */
async function verifiedMessage(c: Context, deps: Deps): Promise<string> {
  const secret = deps.config.idVerification?.secret;
  if (secret === undefined) throw new ProblemError('no-such-resource');
  const id = c.req.header('webhook-id') ?? '';
  const sent = new Date(Number(c.req.header('webhook-timestamp')) * 1000);
  // The vendor's clock is compared with real time, whatever a test clock says.
  const late = Math.abs(deps.clock.real().getTime() - sent.getTime());
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !(late <= toleranceMs)) throw new ProblemError('invalid-signature');
  const expected = Buffer.from(new Webhook(secret).sign(id, sent, await readText(c)));
  // While a secret is being changed, a message carries the signatures of both.
  const given = (c.req.header('webhook-signature') ?? '')
    .split(' ')
    .map((signature) => Buffer.from(signature));
  if (!given.some((one) => one.length === expected.length && timingSafeEqual(one, expected)))
    throw new ProblemError('invalid-signature');
  return id;
}
