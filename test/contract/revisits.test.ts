import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanEntry } from '../../src/contract/flow.ts';
import { isRevisit, stepBefore, stepVisited } from '../../src/contract/plan/revisits.ts';
import type { StepName } from '../../src/contract/steps.ts';

const planOf = (...entries: [StepName, PlanEntry['state']][]): PlanEntry[] =>
  entries.map(([name, state]) => ({ name, state, reason: 'requested' }));
const nothing = { hasFiled: false, isPaid: false };

/** A payee who said where the money goes, and is to withdraw it. */
const beforePayout = planOf(
  ['authentication', 'completed'],
  ['onboarding', 'completed'],
  ['manage-payouts', 'completed'],
  ['payout', 'active'],
);

describe('the step before', () => {
  it('is the nearest one that was done and takes changes', () => {
    assert.equal(stepBefore(beforePayout, 'payout', nothing), 'manage-payouts');
    assert.equal(stepBefore(beforePayout, 'manage-payouts', nothing), 'onboarding');
    assert.equal(stepBefore(beforePayout, 'onboarding', nothing), null);
    assert.equal(stepBefore(beforePayout, 'redirect', nothing), null, 'a step that the flow does not have');
  });

  it('is none that was skipped', () => {
    const plan = planOf(['onboarding', 'skipped'], ['manage-payouts', 'active']);
    assert.equal(stepBefore(plan, 'manage-payouts', nothing), null);
  });

  it('is none of a flow that is over', () => {
    const plan = planOf(['onboarding', 'completed'], ['manage-payouts', 'completed']);
    assert.equal(stepBefore(plan, 'manage-payouts', nothing), null);
  });

  it('is none that a later step was filed or paid by', () => {
    for (const state of ['completed', 'skipped'] as const) {
      const filed = planOf(['onboarding', 'completed'], ['compliance', state], ['manage-payouts', 'active']);
      assert.equal(stepBefore(filed, 'manage-payouts', nothing), null, state);
    }
    const due = planOf(['onboarding', 'completed'], ['compliance', 'active'], ['payout', 'pending']);
    assert.equal(stepBefore(due, 'compliance', nothing), 'onboarding', 'nothing is filed yet');
  });

  it('is not the profile once something is filed under its name, in whatever flow', () => {
    assert.equal(stepBefore(beforePayout, 'manage-payouts', { ...nothing, hasFiled: true }), null);
    assert.equal(stepBefore(beforePayout, 'payout', { ...nothing, hasFiled: true }), 'manage-payouts');
  });

  it('is none that a payout was made by, although its step is not done', () =>
    assert.equal(stepBefore(beforePayout, 'payout', { ...nothing, isPaid: true }), null));

  it('is still the account to pay from, which no payout touches', () => {
    const plan = planOf(['manage-payments', 'completed'], ['payout', 'active']);
    assert.equal(stepBefore(plan, 'payout', { ...nothing, isPaid: true }), 'manage-payments');
  });
});

describe('a session', () => {
  const at = (revisits: StepName | null, plan = beforePayout) => ({ flow: { plan }, session: { revisits } });

  it('is at the step that is due, unless the payee went back to one that is still open', () => {
    assert.equal(stepVisited(at(null), 'payout'), 'payout');
    assert.equal(stepVisited(at('manage-payouts'), 'payout'), 'manage-payouts');
    const filed = planOf(['onboarding', 'completed'], ['compliance', 'completed'], ['payout', 'active']);
    assert.equal(stepVisited(at('onboarding', filed), 'payout'), 'payout', 'filed meanwhile');
    assert.equal(stepVisited(at('manage-payouts'), null), null, 'nothing is due');
  });

  it('comes back to a step only where the flow is at another', () => {
    assert.equal(isRevisit(at('manage-payouts'), 'manage-payouts'), true);
    assert.equal(isRevisit(at('manage-payouts'), 'payout'), false);
    assert.equal(isRevisit(at('payout'), 'payout'), false);
    assert.equal(isRevisit(at(null), 'manage-payouts'), false);
  });
});
