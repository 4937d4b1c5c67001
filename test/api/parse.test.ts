import assert from 'node:assert/strict';
import test from 'node:test';
import { parseProblem, parseSession, parseSnapshot } from '../../src/api/parse.ts';
import { session, snapshot } from '../../src/contract/steps/session.ts';
import { sessionAt, snapshotAt } from '../support/snapshots.ts';

for (const at of ['authentication', 'onboarding', 'compliance', 'manage-payouts', null] as const) {
  test(`what the contract accepts is accepted here: ${at ?? 'completed'}`, () => {
    const answer = sessionAt({ at });
    assert.equal(session.safeParse(answer).success, true);
    assert.deepEqual(parseSession(answer), answer);
  });
}

test('a step, an outcome and a field of a newer server pass', () => {
  const answer = { ...snapshotAt(), current: { step: 'dance', tempo: 120 }, extra: true };
  assert.equal(snapshot.safeParse(answer).success, false);
  assert.ok(parseSnapshot(answer));
});

for (const [name, answer] of Object.entries({
  nothing: undefined,
  text: 'ok',
  list: [],
  'no flow': { ...snapshotAt(), flow: null },
  'no plan': { ...snapshotAt(), plan: 'all' },
  'a plan of words': { ...snapshotAt(), plan: ['authentication'] },
  'a completion without id': { ...snapshotAt(), completions: [{ step: 'compliance', sequence: 1 }] },
  'no current step at all': { ...snapshotAt(), current: undefined },
}))
  test(`refused: ${name}`, () => assert.equal(parseSnapshot(answer), null));

test('a session without a token is no session', () =>
  assert.equal(parseSession({ ...sessionAt(), token: '' }), null));

test('a problem keeps code, fields, tries and waiting time', () => {
  const body = {
    error_code: 'invalid-input',
    errors: [{ field: 'code', code: 'wrong-code', message: '' }, 'noise'],
    attempts_left: 3,
  };
  const { retryAt = 0, ...problem } = parseProblem(422, body, '12');
  assert.ok(retryAt > performance.now() && retryAt <= performance.now() + 12_000);
  assert.deepEqual(problem, {
    code: 'invalid-input',
    retryable: false,
    fields: [{ field: 'code', code: 'wrong-code' }],
    retryAfter: 12,
    attemptsLeft: 3,
  });
});

for (const [status, code] of [
  // Not our 404: this is no Flows API, and nothing is known of the link.
  [404, 'invalid-answer'],
  [401, 'session-expired'],
  [429, 'too-many-requests'],
  [502, 'service-unavailable'],
  [503, 'service-unavailable'],
  [504, 'service-unavailable'],
  [505, 'internal-error'],
  [500, 'internal-error'],
  [418, 'invalid-answer'],
] as const)
  test(`a ${status} without a problem body is ${code}`, () =>
    assert.equal(parseProblem(status, '<html>', null).code, code));
