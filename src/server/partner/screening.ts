/**
 * `/screening-matches`: names of users that are like one on a sanctions list, and what the partner decides
 * about them. A sandbox has a list of its own, which can be changed.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { decideMatchInput, sanctionsListInput, screeningQuery } from '../../contract/partner/screening.ts';
import { insertList } from '../db/screening-lists.ts';
import { listMatches } from '../db/screening.ts';
import type { DecisionRow } from '../db/screening.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { decideMatch } from '../screening/decide.ts';
import { matchObjects } from '../screening/object.ts';
import { isAbout } from './accesses.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { idParam, pageAnswer, readFields, readPage } from './requests.ts';

export function screeningRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'users');

  const decides = (state: DecisionRow['state']) => async (c: Context<PartnerEnv>) => {
    const [app, id] = [c.get('partner').id, idParam(c)];
    const { reason } = await readFields(c, decideMatchInput);
    const answer = await idempotent(c, deps, app, async (tx) => {
      const match = await decideMatch(deps, tx, app, id, { state, reason, api_key_id: c.get('apiKeyId') });
      isAbout(c, [match.user_id]);
      const [body] = await matchObjects(deps, tx, [match]);
      return { status: 200, body };
    });
    return answer;
  };

  return (
    new Hono<PartnerEnv>()
      .get('/screening-matches', partner, async (c) => {
        const { state, user_id } = readQuery(c, screeningQuery);
        const filter = { state: state ?? null, userId: user_id ?? null };
        const page = await listMatches(deps.db, c.get('partner').id, filter, readPage(c));
        isAbout(c, page?.data.map((row) => row.user_id) ?? []);
        const { data, has_more } = pageAnswer(page, (row) => row);
        return c.json({ data: await matchObjects(deps, deps.db, data), has_more });
      })
      // It has money go out, so it takes what moving money takes. Whoever may see a match may block it.
      .post(
        '/screening-matches/:id/release',
        authenticatePartner(deps, ['users', 'money']),
        decides('released'),
      )
      .post('/screening-matches/:id/confirm', partner, decides('confirmed'))
  );
}

/** Changes the sandbox's list, and has everybody screened by it. Live mode does not have it. */
export function sanctionsListRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings');
  return new Hono<PartnerEnv>().put('/sandbox/sanctions-list', partner, async (c) => {
    const { names } = await readFields(c, sanctionsListInput);
    return idempotent(c, deps, c.get('partner').id, async (tx) => {
      const version = `sandbox-${deps.newId()}`;
      await insertList(tx, { version, created: deps.clock.now(), names });
      await deps.jobs.enqueue(tx, { kind: 'screen-again', version });
      return { status: 200, body: { version, names } };
    });
  });
}
