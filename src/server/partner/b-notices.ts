/** `/users/{id}/b-notices`: what the IRS has told the partner of a payee's number. */
import { Hono } from 'hono';
import { asOf } from '../../contract/forms/dates.ts';
import { fieldError, ProblemError } from '../../contract/input/problem-error.ts';
import { bNotice, changeBNoticeInput, recordBNoticeInput } from '../../contract/partner/b-notices.ts';
import type { BNotice } from '../../contract/partner/b-notices.ts';
import { kindOf, standingOf, withholdFrom } from '../../contract/tax/b-notices.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { findUser, lockUser, updateUser } from '../db/users.ts';
import type { StoredBNotice, UserRow } from '../db/users.ts';
import { idempotent } from '../http/idempotent.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { tellTaxForm } from '../tax/tell-form.ts';
import { userChanged } from '../users/user-changed.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { userFields } from './known-fields.ts';
import { fieldsOf, idParam, readObject } from './requests.ts';

const known = new Set([...userFields, ...Object.keys(bNotice.shape)]);

export function bNoticeRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'users');
  return new Hono<PartnerEnv>()
    .post('/users/:id/b-notices', partner, async (c) => {
      const [app, id] = [c.get('partner').id, idParam(c)];
      const body = await readObject(c);
      const { received } = asOf(deps.clock.now(), () => fieldsOf(c, recordBNoticeInput, body, { known }));
      return idempotent(c, deps, app, async (tx) => {
        const user = await locked(tx, app, id);
        const notice = noticeOf(deps, received);
        // Saying the same again changes nothing.
        const before = user.b_notices.find((one) => !one.undone && one.received === notice.received);
        if (before) return { status: 200, body: await shown(deps, tx, user, before) };
        const changed = await save(deps, tx, user, [...user.b_notices, notice]);
        const form = await newestTaxForm(tx, user.id);
        if (form) await tellTaxForm(deps, tx, user, form, { event: 'tax_form.due', reason: 'b-notice' });
        return { status: 201, body: await shown(deps, tx, changed, notice) };
      });
    })
    .get('/users/:id/b-notices', partner, async (c) => {
      const user = await findUser(deps.db, c.get('partner').id, idParam(c));
      if (!user) throw new ProblemError('no-such-resource');
      const form = await newestTaxForm(deps.db, user.id);
      const data = user.b_notices.map((notice) => objectOf(deps, user, form, notice)).reverse();
      return c.json({ data, has_more: false });
    })
    .patch('/users/:id/b-notices/:notice_id', partner, async (c) => {
      const [app, id, noticeId] = [c.get('partner').id, idParam(c), idParam(c, 'notice_id')];
      const { letter, undone } = fieldsOf(c, changeBNoticeInput, await readObject(c), { known });
      if (letter === undefined && undone === undefined) throw fieldError('letter', 'required');
      if (letter !== undefined && undone !== undefined)
        throw fieldError('undone', 'invalid-choice', {
          detail:
            'A notice is answered by a letter or was recorded by mistake: send one of letter and undone.',
        });
      return idempotent(c, deps, app, async (tx) => {
        const user = await locked(tx, app, id);
        const before = user.b_notices.find((one) => one.id === noticeId);
        if (!before) throw new ProblemError('no-such-resource');
        const now = deps.clock.now().toISOString();
        const after: StoredBNotice = {
          ...before,
          ...(letter && { letter, letter_received: before.letter_received ?? now }),
          ...(undone && { undone: before.undone ?? now }),
        };
        const all = user.b_notices.map((one) => (one === before ? after : one));
        return { status: 200, body: await shown(deps, tx, await save(deps, tx, user, all), after) };
      });
    });
}

async function locked(tx: Queryable, app: string, id: string): Promise<UserRow> {
  const user = await lockUser(tx, app, id);
  if (!user) throw new ProblemError('no-such-resource');
  return user;
}

function noticeOf(deps: Deps, received: string | undefined): StoredBNotice {
  const now = deps.clock.now().toISOString();
  return {
    ...{ id: deps.newId(), created: now, received: received ?? now.slice(0, 10) },
    ...{ letter: null, letter_received: null, undone: null },
  };
}

async function save(deps: Deps, tx: Queryable, user: UserRow, b_notices: StoredBNotice[]): Promise<UserRow> {
  const changed = await updateUser(tx, user.id, { b_notices, updated: deps.clock.now() });
  await userChanged(deps, tx, changed);
  return changed;
}

const shown = async (deps: Deps, tx: Queryable, user: UserRow, notice: StoredBNotice): Promise<BNotice> =>
  objectOf(deps, user, await newestTaxForm(tx, user.id), notice);

function objectOf(deps: Deps, user: UserRow, form: TaxFormRow | null, notice: StoredBNotice): BNotice {
  const { id, created, received, letter, letter_received, undone } = notice;
  return {
    ...{ id, created, received, kind: kindOf(notice, user.b_notices) },
    withhold_from: withholdFrom(received),
    standing: standingOf(notice, { all: user.b_notices, form, now: deps.clock.now() }),
    ...{ letter, letter_received, undone },
  };
}
