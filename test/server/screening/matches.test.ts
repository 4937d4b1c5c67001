/** A match holds money until somebody has decided, with a reason; what was released is not asked again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ScreeningMatch } from '../../../src/contract/partner/screening.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { lookAtLists } from '../../../src/server/screening/lists.ts';
import { addMethod, addUser, paypal } from '../ledger/support.ts';
import { company, introduced, messages, newFlow, openFlow, profile } from '../payee/payee.ts';
import { basicAuth, clientId, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const listed = async (server: TestServer, filter = ''): Promise<ScreeningMatch[]> => {
  const answer = await server.asPartner('GET', `/v2/screening-matches${filter}`);
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { data: ScreeningMatch[] }).data;
};

const decide = async (server: TestServer, id: string, what: 'release' | 'confirm', reason: string) => {
  const answer = await server.asPartner('POST', `/v2/screening-matches/${id}/${what}`, { reason });
  return { status: answer.status, body: (await answer.json()) as ScreeningMatch };
};

const list = async (server: TestServer, ...names: string[]) => {
  const answer = await server.asPartner('PUT', '/v2/sandbox/sanctions-list', { names });
  assert.equal(answer.status, 200);
  await server.runDueJobs();
};

const statusOf = async (server: TestServer, id: string) => {
  const answer = await server.asPartner('GET', `/v2/users/${id}`);
  const { status, compliance } = (await answer.json()) as {
    status: string;
    compliance: { flags: { ofac_status: string } };
  };
  return [status, compliance.flags.ofac_status];
};

/** Pays 25 dollars out and returns the payout's status once all is done. */
async function paid(server: TestServer, user_id: string) {
  const body = { user_id, amount: 2_500, platform: 'paypal', fund: true };
  const answer = await server.asPartner('POST', '/v2/payouts', body);
  const { id, ...more } = (await answer.json()) as { id: string };
  assert.ok(answer.ok, JSON.stringify(more));
  const look = async () => {
    for (let round = 0; round < 3; round += 1) {
      server.clock.advance(61_000);
      await server.runDueJobs();
    }
    return ((await (await server.asPartner('GET', `/v2/transfers/${id}`)).json()) as { status: string })
      .status;
  };
  return look;
}

describe('a business that is on a list', () => {
  test('holds its money, also when a document says who the payee is, until it is released', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], profile);
    await payee.does('/session/compliance', { ...company, business_name: 'Sanctioned LLC' });
    const user_id = payee.seen.flow.user_id ?? '';
    const [match] = await listed(server, `?state=held&user_id=${user_id}`);
    assert.ok(match);
    assert.deepEqual(
      { ...match, id: '', created: '', updated: '' },
      {
        ...{ id: '', created: '', updated: '', user_id, role: 'business', name: 'Sanctioned LLC' },
        ...{ list: 'sandbox', entry: 'sanctioned', verdict: 'in_review', state: 'held', decisions: [] },
      },
    );
    assert.deepEqual(await statusOf(server, user_id), ['in_review', 'in_review']);
    await server.asPartner('PUT', `/v2/users/${user_id}/payout-methods`, {
      ...{ platform: 'paypal', email: 'jane@example.com' },
    });
    const look = await paid(server, user_id);
    assert.equal(await look(), 'flagged');

    assert.equal((await decide(server, match.id, 'release', ' ')).status, 422, 'without a reason');
    const { body } = await decide(server, match.id, 'release', 'Founded 1890, the listed one 2015. M. Roe');
    assert.deepEqual(
      [body.state, body.decisions.map(({ state, reason }) => [state, reason])],
      ['released', [['released', 'Founded 1890, the listed one 2015. M. Roe']]],
    );
    const [key] = await server.db.query<{ id: string }>('select id from api_keys');
    assert.equal(body.decisions[0]?.api_key_id, key?.id);
    assert.equal(await look(), 'completed');
    assert.deepEqual(await statusOf(server, user_id), ['verified', 'unflagged']);
    assert.deepEqual(
      (await messages(server, 'screening_match.held')).length +
        (await messages(server, 'screening_match.released')).length,
      2,
    );
  });
});

describe('what was decided', () => {
  test('is not asked about again for the same name and entry, and for others it is', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { first_name: 'Ada', last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    assert.deepEqual([match?.verdict, match?.entry], ['flagged', 'lovelace']);
    assert.deepEqual(await statusOf(server, id), ['disabled', 'flagged']);
    await decide(server, match?.id ?? '', 'release', 'Another date of birth.');
    await list(server, 'lovelace', 'somebody');
    assert.equal((await listed(server)).length, 1);
    assert.deepEqual(await statusOf(server, id), ['verified', 'unflagged']);
    const payee = await openFlow(
      server,
      (await newFlow(server, [{ name: 'onboarding', force: true }], { user_id: id })).id,
    );
    const named = { first_name: 'ADA', last_name: 'lovelace', email: 'ada@example.com', country: 'US' };
    await payee.does('/session/onboarding', named);
    assert.equal((await listed(server)).length, 1, 'the same name, typed otherwise');
    await list(server, 'lovelace', 'ada');
    assert.equal((await listed(server)).length, 1, 'persons are found by their last name');
    const again = await openFlow(
      server,
      (await newFlow(server, [{ name: 'onboarding', force: true }], { user_id: id })).id,
    );
    await again.does('/session/onboarding', { ...named, first_name: 'Grace' });
    assert.deepEqual(
      (await listed(server, '?state=held')).map(({ name }) => name),
      ['Grace lovelace'],
    );
  });

  // In Indic scripts a vowel is a mark on its consonant: राम is Ram, रीमा is Reema, and मर is neither.
  test('holds for this name alone, in every script', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { first_name: 'राम', last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    await decide(server, match?.id ?? '', 'release', 'Another date of birth.');
    for (const first_name of ['मर', 'रीमा']) {
      const { id: flow } = await newFlow(server, [{ name: 'onboarding', force: true }], { user_id: id });
      const payee = await openFlow(server, flow);
      const named = { first_name, last_name: 'Lovelace', email: 'ada@example.com', country: 'US' };
      await payee.does('/session/onboarding', named);
    }
    assert.deepEqual((await listed(server, '?state=held')).map(({ name }) => name).sort(), [
      'मर Lovelace',
      'रीमा Lovelace',
    ]);
  });

  test('can be confirmed: the money is blocked; and taken back with another reason', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { last_name: 'Review' });
    const { id } = user;
    await addMethod(server, user, paypal);
    await list(server, 'review');
    const [match] = await listed(server);
    const look = await paid(server, id);
    const { body } = await decide(server, match?.id ?? '', 'confirm', 'The same passport number.');
    assert.equal(body.state, 'confirmed');
    assert.deepEqual(await statusOf(server, id), ['disabled', 'flagged']);
    assert.equal(await look(), 'flagged');
    assert.equal((await messages(server, 'screening_match.confirmed')).length, 1);
    const again = await decide(server, match?.id ?? '', 'confirm', 'Once more.');
    assert.equal(again.body.decisions.length, 1, 'saying it again changes nothing');
    const back = await decide(server, match?.id ?? '', 'release', 'A licence of OFAC, number 1.');
    assert.deepEqual(
      back.body.decisions.map(({ state }) => state),
      ['confirmed', 'released'],
    );
    assert.equal(await look(), 'completed');
  });

  test('is never changed, and is written down as read', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    await decide(server, match?.id ?? '', 'release', 'Another person.');
    await assert.rejects(server.db.query(`update screening_decisions set reason = 'x'`));
    const answer = await server.asPartner('GET', `/v2/users/${id}/accesses`);
    const { data } = (await answer.json()) as { data: { call: string }[] };
    assert.ok(data.some(({ call }) => call === 'POST /screening-matches/{id}/release'));
  });

  test('lets money out with a key that may move money, and blocks it with one for users', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    const as = async (...scopes: string[]) => {
      const made = await server.asPartner('POST', '/v2/api-keys', { name: 'one', scopes });
      const { key } = (await made.json()) as { key: string };
      const authorization = basicAuth(clientId, key);
      return (path: string, body?: object) => server.asPartner('POST', path, body, { authorization });
    };
    const [users, both] = [await as('users'), await as('users', 'money')];
    const at = `/v2/screening-matches/${match?.id}`;
    const refused = await users(`${at}/release`, { reason: 'Another person.' });
    assert.equal(refused.status, 403);
    assert.match(await refused.text(), /users and money/);
    assert.equal((await users(`${at}/confirm`, { reason: 'It is they.' })).status, 200);
    assert.equal((await both(`${at}/release`, { reason: 'Another person.' })).status, 200);
    // The same of a payee whom the partner disabled, while a payout waits.
    const user = { ...(await addUser(server, { phone_e164: '+14155550188' })) };
    await addMethod(server, user, paypal);
    await server.db.query(`update users set ofac_status = 'in_review' where id = $1`, [user.id]);
    await paid(server, user.id);
    for (const one of [id, user.id]) assert.equal((await users(`/v2/users/${one}/disable`)).status, 200);
    await server.db.query(`update users set ofac_status = 'unflagged'`);
    assert.equal((await users(`/v2/users/${id}/enable`)).status, 200, 'nothing waits');
    assert.equal((await users(`/v2/users/${user.id}/enable`)).status, 403);
    assert.equal((await both(`/v2/users/${user.id}/enable`)).status, 200);
  });

  test('keeps its user disabled, and whoever enables them is told so', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    const enables = async () => {
      const answer = await server.asPartner('POST', `/v2/users/${id}/enable`);
      const { error_code, detail = '' } = (await answer.json()) as { error_code?: string; detail?: string };
      return { said: `${answer.status} ${error_code}`, detail };
    };
    // Nothing of it is the partner's own to take back.
    const held = await enables();
    assert.equal(held.said, '409 conflicting-state');
    assert.ok(held.detail.includes('/screening-matches/{id}/release'), held.detail);
    await decide(server, match?.id ?? '', 'confirm', 'It is they.');
    for (const disabled of [false, true]) {
      if (disabled) assert.equal((await server.asPartner('POST', `/v2/users/${id}/disable`)).status, 200);
      const { said, detail } = await enables();
      assert.equal(said, '409 conflicting-state', String(disabled));
      assert.ok(detail.includes(`/screening-matches/${match?.id}/release`), detail);
    }
    await decide(server, match?.id ?? '', 'release', 'A licence.');
    assert.equal((await enables()).said, '200 undefined');
  });

  test('is the way out that a refused payout names, where no partner has disabled the user', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { last_name: 'Lovelace' });
    await addMethod(server, user, paypal);
    const pays = async () => {
      const body = { user_id: user.id, amount: 2_500, platform: 'paypal', fund: true };
      const answer = await server.asPartner('POST', '/v2/payouts', body);
      return `${answer.status} ${((await answer.json()) as { detail?: string }).detail}`;
    };
    const does = async (what: string) =>
      assert.equal((await server.asPartner('POST', `/v2/users/${user.id}/${what}`)).status, 200);
    await list(server, 'lovelace');
    assert.match(await pays(), /^422 [^]*screening-matches/);
    assert.doesNotMatch(await pays(), /enable/);
    await does('disable');
    assert.match(await pays(), /enable[^]*screening-matches/);
    const [match] = await listed(server);
    await decide(server, match?.id ?? '', 'release', 'Another date of birth.');
    assert.match(await pays(), /^422 You have disabled the user. POST .users.{id}.enable takes it back\.$/);
    await does('enable');
    assert.match(await pays(), /^201/);
  });

  test('holds again when the list finds it graver, and not when it finds it the same', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { last_name: 'Lovelace' });
    let verdict = 'in_review';
    let version = 'one';
    Object.assign(server.deps.providers.screening, {
      listVersion: () => Promise.resolve(version),
      screen: () => Promise.resolve([{ list: 'SDN', entry: '7', verdict }]),
    });
    const looks = async (next: string) => {
      version = next;
      await lookAtLists(server.deps);
      await server.runDueJobs();
      return (await listed(server)).map(({ state, verdict: of }) => `${state} ${of}`);
    };
    assert.deepEqual(await looks('two'), ['held in_review']);
    const [match] = await listed(server);
    await decide(server, match?.id ?? '', 'release', 'Another date of birth.');
    assert.deepEqual(await looks('three'), ['released in_review']);
    verdict = 'flagged';
    assert.deepEqual(await looks('four'), ['held flagged']);
    assert.deepEqual(await statusOf(server, id), ['disabled', 'flagged']);
    assert.equal((await messages(server, 'screening_match.held')).length, 2);
    await decide(server, match?.id ?? '', 'confirm', 'It is they.');
    verdict = 'in_review';
    assert.deepEqual(await looks('five'), ['confirmed flagged']);
  });

  test('is about nobody of another app', async () => {
    const server = await createTestServer();
    await addUser(server, { last_name: 'Lovelace' });
    await list(server, 'lovelace');
    const [match] = await listed(server);
    await server.addApp('pk_other', 'sk_other');
    const headers = { authorization: `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}` };
    const path = `/v2/screening-matches/${match?.id}/release`;
    assert.equal((await server.asPartner('POST', path, { reason: 'No.' }, headers)).status, 404);
    const others = await server.asPartner('GET', '/v2/screening-matches', undefined, headers);
    assert.deepEqual(((await others.json()) as { data: unknown[] }).data, []);
  });
});

describe('when the lists change', () => {
  test('everybody is screened again, in bites, and goes on where it was stopped', async () => {
    const server = await createTestServer();
    for (let at = 0; at < 120; at += 1)
      await addUser(server, {
        ...{ first_name: 'Ada', last_name: at === 119 ? 'Late' : `Name${at}` },
        phone_e164: `+1415555${String(1000 + at)}`,
      });
    let version: string | null = null;
    let asked = 0;
    const { screening } = server.deps.providers;
    Object.assign(screening, {
      listVersion: () => Promise.resolve(version),
      screen: ({ last }: { last: string }) => {
        asked += 1;
        if (asked === 70) return Promise.reject(new Error('The vendor is away.'));
        return Promise.resolve(last === 'Late' ? [{ list: 'SDN', entry: '7', verdict: 'flagged' }] : []);
      },
    });
    await lookAtLists(server.deps);
    assert.equal(await server.runDueJobs(), 0, 'no version is known');
    version = '2026-11-30';
    await lookAtLists(server.deps);
    await assert.rejects(server.runDueJobs(), /away/);
    assert.equal((await listed(server, '?state=held')).length <= 1, true);
    const before = asked;
    await lookAtLists(server.deps);
    await server.runDueJobs();
    assert.equal(asked - before, 70, 'the first fifty are not screened again');
    assert.deepEqual(
      (await listed(server)).map(({ name, list: of, entry }) => [name, of, entry]),
      [['Ada Late', 'SDN', '7']],
    );
    await lookAtLists(server.deps);
    assert.equal(await server.runDueJobs(), 0, 'the version is known');
  });
});

test('somebody of whom nothing can be read stops no list', async () => {
  const server = await createTestServer();
  const users = [];
  for (const number of ['4155551001', '4155551002', '4155551003'])
    users.push(await addUser(server, { last_name: 'Lovelace', phone_e164: `+1${number}` }));
  const broken = users.map(({ id }) => id).sort()[1] ?? '';
  await server.db.query('update users set date_of_birth_sealed = $2 where id = $1', [
    broken,
    Buffer.from('no seal'),
  ]);
  await list(server, 'lovelace');
  const found = (await listed(server)).map(({ user_id }) => user_id);
  assert.deepEqual(
    found.sort(),
    users
      .map(({ id }) => id)
      .filter((id) => id !== broken)
      .sort(),
  );
  const said = server.logLines.filter(({ msg }) => msg === 'not screened again');
  assert.deepEqual(
    said.map((line) => line['user_id']),
    [broken],
  );
});

describe('who was confirmed to be on a list', () => {
  test('gets nothing, and nothing is given back of what they have', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    const move = (amount: number) => server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount });
    assert.equal((await move(-5_000)).status, 200);
    assert.equal((await move(1_000)).status, 200);
    await list(server, 'Example');
    const [match] = await listed(server, `?user_id=${user.id}`);
    assert.ok(match);
    assert.equal(
      (await decide(server, match.id, 'confirm', 'The birth date is that of the entry.')).status,
      200,
    );
    const refused = await move(1_000);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /sanctions list/);
    assert.equal((await server.asPartner('DELETE', `/v2/users/${user.id}`)).status, 409);
  });
});

describe('once the user was deleted', () => {
  /** Deletes somebody of whom something was found and decided, and returns what the answer says is kept. */
  async function deleted(what: 'release' | 'confirm' | null) {
    const server = await createTestServer();
    const user = await addUser(server);
    await list(server, 'Example');
    const [match] = await listed(server);
    if (what) await decide(server, match?.id ?? '', what, 'Example was born on another day.');
    const answer = await server.asPartner('DELETE', `/v2/users/${user.id}`);
    assert.equal(answer.status, 200);
    return { server, kept: ((await answer.json()) as { kept: { what: string; until: string }[] }).kept };
  }

  for (const what of ['release', null] as const)
    test(`nothing is left of a match that was ${what ? 'released' : 'not decided about'}`, async () => {
      const { server, kept } = await deleted(what);
      assert.deepEqual([kept, await listed(server)], [[], []]);
      for (const table of ['screening_matches', 'screening_decisions'])
        assert.deepEqual(await server.db.query(`select 1 from ${table}`), [], table);
    });

  test('a match that was confirmed is kept with its name for ten years', async () => {
    const { server, kept } = await deleted('confirm');
    assert.deepEqual(
      kept.map(({ what, until }) => [what, Number(until.slice(0, 4))]),
      [['confirmed_matches', server.clock.now().getUTCFullYear() + 10]],
    );
    const years = async (count: number) => {
      const then = new Date(server.clock.now());
      then.setUTCFullYear(then.getUTCFullYear() + count);
      await sweep(server.db, then);
      return (await listed(server)).map(({ name }) => name);
    };
    assert.deepEqual(await years(9), ['Ada Example']);
    assert.deepEqual(await years(11), []);
  });
});
