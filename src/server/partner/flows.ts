/**
 * `/flows`, and the API's older spelling `/flow/create` and `/flow/get/{id}`. The vendor's older
 * documentation has that one, and clients written by it work.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { createFlowInput, flowQuery } from '../../contract/flow.ts';
import * as z from '../../contract/z.ts';
import { listFlows } from '../db/lists.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { cancelFlow } from '../flows/cancel-flow.ts';
import { createFlow } from '../flows/create-flow.ts';
import type { FlowInput } from '../flows/create-flow.ts';
import { flowObject } from '../flows/flow-object.ts';
import { parseSteps } from '../flows/parse-steps.ts';
import { cancelLinkOf } from '../payout-links/end.ts';
import { idempotent, idempotentInOne } from '../http/idempotent.ts';
import type { Answer } from '../http/idempotent.ts';
import { authenticatePartner, mayMoveMoney } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { nameIgnored } from './ignored-fields.ts';
import { flowFields } from './known-fields.ts';
import { ownFlow } from './own-flow.ts';
import { readQuery } from './queries.ts';
import { fieldsOf, pageAnswer, readObject, readPage } from './requests.ts';

/**
 * `parseSteps` checks `steps`, because it names the wrong one. A union of schemas could only say that none
 * matched.
 */
const withoutSteps = z.object({ ...createFlowInput.shape, steps: z.optional(z.unknown()) });

export function flowRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'flows', 'secret');

  // The vendor answers a new flow with 200, not 201.
  const create = async (c: Context<PartnerEnv>) => {
    const input = readFlowInput(c, await readObject(c), deps);
    const app = c.get('partner');
    const made = async (db: Queryable): Promise<Answer> => ({
      status: 200,
      body: flowObject(await createFlow(deps, db, app, input), deps),
    });
    // A flow of nobody yet is written once. What a known user has on file may end it at once.
    return input.user_id ? idempotent(c, deps, app.id, made) : idempotentInOne(c, deps, app.id, made, made);
  };
  const get = async (c: Context<PartnerEnv>) => c.json(flowObject(await ownFlow(c, deps), deps));

  return new Hono<PartnerEnv>()
    .post('/flows', partner, create)
    .post('/flow/create', partner, create)
    .get('/flows/:id', partner, get)
    .get('/flow/get/:id', partner, get)
    .get('/flows', partner, async (c) => {
      const { user_id } = readQuery(c, flowQuery);
      const filter = { userId: user_id ?? null, withLinks: mayMoveMoney(c) };
      const page = await listFlows(deps.db, c.get('partner').id, filter, readPage(c));
      return c.json(pageAnswer(page, (row) => flowObject(row, deps)));
    })
    .post('/flows/:id/cancel', partner, async (c) => {
      // Whose flow it is never changes, so this needs no lock. `cancelFlow` locks the row and reads the
      // status again.
      const flow = await ownFlow(c, deps);
      return idempotent(c, deps, c.get('partner').id, async (tx) => {
        await cancelLinkOf(deps, tx, flow);
        return { status: 200, body: flowObject(await cancelFlow(deps, tx, flow.id), deps) };
      });
    });
}

/** Returns the input. Its error has all problems of the body at once, those of the steps included. */
function readFlowInput(c: Context<PartnerEnv>, body: Record<string, unknown>, deps: Deps): FlowInput {
  const aside: string[] = [];
  const steps = parseSteps(body['steps'], deps.config, (field) => aside.push(field));
  nameIgnored(c, aside);
  const wrong = steps.ok ? [] : steps.errors;
  const data = fieldsOf(c, withoutSteps, body, { known: flowFields, wrong });
  return { ...data, steps: steps.ok ? steps.steps : [] };
}
