/** `/users`: payees, whom the partner made ahead of a flow, or who came by a flow. */
import { asOf } from '../../contract/forms/dates.ts';
import { Hono } from 'hono';
import type { Context } from 'hono';
import {
  changePhoneInput,
  createUserInput,
  updateUserInput,
  userAddress,
  userComplianceInput,
} from '../../contract/partner/user-requests.ts';
import { userQuery } from '../../contract/partner/users.ts';
import type { User } from '../../contract/partner/users.ts';
import type { Transaction } from '../ports/database.ts';
import { listAccesses } from '../db/accesses.ts';
import { keptOf } from '../db/erase-user.ts';
import { lockUserWithFlows } from '../db/lock-order.ts';
import { listUsers } from '../db/lists.ts';
import { findUser, lockUser, updateUser, wasUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { userChanged } from '../users/user-changed.ts';
import { accessObject, isAbout } from './accesses.ts';
import { authenticatePartner, mayMoveMoney } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { createUser, e164, notTakenOver } from './create-user.ts';
import { removeUser } from './delete-user.ts';
import { exportAnswer, exportUser } from './export-user.ts';
import { knownOf, nameIgnored } from './ignored-fields.ts';
import { userFields } from './known-fields.ts';
import { readQuery } from './queries.ts';
import { fieldsOf, idParam, pageAnswer, readObject, readPage, readFields } from './requests.ts';
import { asksTaxAuthority, submitUserCompliance } from './user-compliance.ts';
import { partnerSigning } from './signing.ts';
import { refuseSanctioned } from '../../contract/sanctions/refuse.ts';
import { personOf } from '../screening/names.ts';
import { screenUser } from '../screening/screen.ts';
import { spelledAddress, spelledForms } from './spelled-places.ts';
import { changePhone, disableUser, enableUser, endSessions, vouchFor } from './user-control.ts';
import { userObject, userObjects } from './user-object.ts';
import { addUserPayoutMethod, listUserPayoutMethods } from './user-payout-methods.ts';
import { chargeUser, willAsk } from '../users/charge.ts';
import { noteChange } from '../tax/note-change.ts';
import { openDateOfBirth, sealAddress } from '../users/sealed-fields.ts';
import { sendVerificationToken, verifyUser } from './user-verification.ts';
import { changeUser } from './update-user.ts';

/** What a key has to be for to read all that is known of a user. */
const exported = ['users', 'flows', 'money', 'tax-numbers'] as const;

export function userRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'users');

  /**
   * Does `work` with one user of the app, alone and once, and returns the changed user. "Alone": the user's
   * row is locked. "Once": a repeated Idempotency-Key gets the first answer. A user whom `work` deleted is
   * returned as they were. `more`: what the answer has beside the user.
   */
  const change = async (
    c: Context<PartnerEnv>,
    work: UserWork,
    lock: typeof lockUser = lockUser,
    more: (tx: Transaction, user: UserRow) => Promise<object> = () => Promise.resolve({}),
  ): Promise<Response> => {
    const id = idParam(c);
    const app = c.get('partner');
    return idempotent(c, deps, app.id, async (tx) => {
      const user = await lock(tx, app.id, id);
      if (!user) throw new ProblemError('no-such-resource');
      const refusal = await work(tx, user);
      if (refusal) return refusal;
      const changed = await findUser(tx, app.id, id);
      const body = { ...(await userObject(deps, tx, changed ?? user)), ...(await more(tx, user)) };
      return { status: 200, body };
    });
  };
  /** The same with the user's flows, which nobody changes meanwhile. */
  const changeAll = (c: Context<PartnerEnv>, work: UserWork, more?: Parameters<typeof change>[3]) =>
    change(c, work, lockUserWithFlows, more);

  return (
    new Hono<PartnerEnv>()
      .post('/users', partner, async (c) => {
        const body = await readObject(c);
        const reading = { known: userFields };
        const input = asOf(deps.clock.now(), () => fieldsOf(c, createUserInput, body, reading));
        const answer = await createUser(c, deps, c.get('partner'), input);
        // Who was known before is told about, and so is whom a repeated call made.
        const isTold = answer.status === 200 || answer.headers.has('idempotent-replayed');
        if (!isTold || !answer.ok) return answer;
        const known = (await answer.clone().json()) as User;
        isAbout(c, [known.id]);
        nameIgnored(c, notTakenOver(input, known), answer);
        return answer;
      })
      .get('/users', partner, async (c) => {
        const { status } = readQuery(c, userQuery);
        const page = await listUsers(deps.db, c.get('partner').id, status ?? null, readPage(c));
        isAbout(c, page?.data.map(({ id }) => id) ?? []);
        const { data, has_more } = pageAnswer(page, (row) => row);
        return c.json({ data: await userObjects(deps, deps.db, data), has_more });
      })
      .get('/users/:id', partner, async (c) =>
        c.json(await userObject(deps, deps.db, await ownUser(c, deps))),
      )
      .get('/users/:id/accesses', partner, async (c) => {
        const [app, id] = [c.get('partner').id, idParam(c)];
        // Whoever read what they should not must not hide it by deleting the user.
        if (!(await wasUser(deps.db, app, id))) throw new ProblemError('no-such-resource');
        const page = await listAccesses(deps.db, app, id, readPage(c));
        return c.json(pageAnswer(page, accessObject));
      })
      // The ids of the user's flows are in it, too, the links by which they get money, and whole tax numbers.
      .get('/users/:id/export', authenticatePartner(deps, exported, 'secret'), async (c) =>
        exportAnswer(c, deps, await exportUser(deps, c.get('partner'), await ownUser(c, deps))),
      )
      .patch('/users/:id', partner, async (c) => {
        const body = await readObject(c);
        const reading = { known: userFields, instead: othersInstead };
        const input = asOf(deps.clock.now(), () => fieldsOf(c, updateUserInput, body, reading));
        return change(c, (tx, user) => changeUser(deps, tx, user, input));
      })
      .post('/users/:id/disable', partner, (c) => changeAll(c, (tx, user) => disableUser(deps, tx, user)))
      .post('/users/:id/enable', partner, (c) =>
        change(c, (tx, user) => enableUser(deps, tx, user, mayMoveMoney(c))),
      )
      .post('/users/:id/end-sessions', partner, (c) => changeAll(c, (tx, user) => endSessions(tx, user)))
      .post('/users/:id/vouch', partner, (c) => changeAll(c, (tx, user) => vouchFor(deps, tx, user)))
      .put('/users/:id/phone', partner, async (c) => {
        const { country_code: callingCode, phone_number } = await readFields(c, changePhoneInput);
        const phone = e164(callingCode, phone_number);
        return changeAll(c, (tx, user) => changePhone(deps, tx, user, { phone, callingCode }));
      })
      .delete('/users/:id', partner, (c) =>
        changeAll(
          c,
          (tx, user) => removeUser(deps, tx, user, mayMoveMoney(c)),
          async (tx, user) => ({ kept: await keptOf(tx, user.id, deps.clock.now()) }),
        ),
      )
      .put('/users/:id/compliance', partner, async (c) => {
        const body = spelledForms(await readObject(c));
        nameIgnored(c, knownOf(userComplianceInput, body).unknown);
        const user = await ownUser(c, deps);
        if (await willAsk(() => asksTaxAuthority(deps, user, body)))
          await chargeUser(deps, 'tax number', user);
        await chargeUser(deps, 'name on a form', user);
        return change(c, (tx, locked) =>
          submitUserCompliance(deps, tx, locked, body, partnerSigning(c, deps, locked.id)),
        );
      })
      .put('/users/:id/addresses', partner, async (c) => {
        const address = fieldsOf(c, userAddress, spelledAddress(await readObject(c)), { known: userFields });
        const doubts = refuseSanctioned([address]);
        return change(c, async (tx, user) => {
          const moved = await updateUser(tx, user.id, {
            address_sealed: sealAddress(deps, user.id, address),
            // Where the payee lives decides the tax form. What is known already was said by the payee, so the
            // partner's address does not replace it.
            country: user.country ?? address.country,
            updated: deps.clock.now(),
          });
          await noteChange(deps, tx, user, { country: address.country });
          await userChanged(deps, tx, user);
          const names = personOf({ ...user, country: address.country }, openDateOfBirth(deps, user));
          await screenUser(deps, tx, moved, names, doubts);
        });
      })
      .post('/users/:id/send-verification-token', partner, async (c) =>
        sendVerificationToken(c, deps, await ownUser(c, deps)),
      )
      .post('/users/:id/verify', partner, async (c) => verifyUser(c, deps, change))
      .get('/users/:id/payout-methods', partner, async (c) =>
        c.json(await listUserPayoutMethods(deps, await ownUser(c, deps))),
      )
      .put('/users/:id/payout-methods', partner, async (c) =>
        addUserPayoutMethod(c, deps, (await ownUser(c, deps)).id),
      )
  );
}

const othersInstead =
  'Names and email address are the payee’s own to change. Other calls change the rest: PUT /users/{id}/phone, /addresses, /compliance and /payout-methods, POST /users/{id}/disable and /enable.';

/**
 * When `work` returns a problem, its effects are kept and the problem is the answer. When it throws,
 * everything is undone.
 */
export type UserWork = (tx: Transaction, user: UserRow) => Promise<ProblemError | void>;
export type ChangeUser = (c: Context<PartnerEnv>, work: UserWork) => Promise<Response>;

/** Returns the app's user. Another app's user is 404 and not 403, so that nobody learns which ids exist. */
async function ownUser(c: Context<PartnerEnv>, deps: Deps): Promise<UserRow> {
  const user = await findUser(deps.db, c.get('partner').id, idParam(c));
  if (!user) throw new ProblemError('no-such-resource');
  return user;
}
