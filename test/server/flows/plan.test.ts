import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PlanEntry } from '../../../src/contract/flow.ts';
import { stepNames } from '../../../src/contract/steps.ts';
import type { StepName, StepRequestInput } from '../../../src/contract/steps.ts';
import { activeStep, complete, completedSteps, remainingSteps } from '../../../src/contract/plan/plan.ts';
import * as engine from '../../../src/contract/plan/plan.ts';
import { steps } from '../../../src/server/payee/steps.ts';
import type { PlanFacts } from '../../../src/contract/plan/step-rules.ts';

// The engine with the rules of the steps that there are.
const makePlan = (requested: readonly StepRequestInput[], facts: PlanFacts) =>
  engine.makePlan(requested, facts, steps);
const replan = (plan: readonly PlanEntry[], requested: readonly StepRequestInput[], facts: PlanFacts) =>
  engine.replan(plan, requested, facts, steps);
const insertTaxForm = (plan: readonly PlanEntry[]) => engine.insertTaxForm(plan, steps);

const nobody: PlanFacts = {
  hasUser: false,
  requireAuth: false,
  phoneVerified: false,
  profileComplete: false,
  taxFormOnFile: false,
  taxFormDue: false,
  backgroundReported: false,
  paymentMethodVerified: false,
  idVerified: false,
  idVerificationDue: false,
  filledTemplates: [],
  sandbox: false,
};
const known: PlanFacts = { ...nobody, hasUser: true, phoneVerified: true, profileComplete: true };

const ask = (...names: (StepName | [StepName, object])[]) =>
  names.map((name) =>
    typeof name === 'string' ? { name } : { name: name[0], ...name[1] },
  ) as StepRequestInput[];
const written = (plan: readonly PlanEntry[]) =>
  plan.map((entry) => `${entry.name} ${entry.state} ${entry.reason}`);

describe('the plan of a new flow', () => {
  it('asks a stranger who they are before anything else', () => {
    assert.deepEqual(written(makePlan(ask('compliance', 'manage-payouts'), nobody)), [
      'authentication active no-user',
      'onboarding pending no-user',
      'compliance pending requested',
      'manage-payouts pending requested',
    ]);
  });

  it('asks a known user only for what was requested', () => {
    assert.deepEqual(written(makePlan(ask('manage-payouts'), known)), ['manage-payouts active requested']);
  });

  it('asks a known user for a code when the partner wants one', () => {
    const plan = makePlan(ask('manage-payouts'), { ...known, requireAuth: true });
    assert.deepEqual(written(plan), ['authentication active requested', 'manage-payouts pending requested']);
  });

  it('moves requested identity steps to the front and the redirect to the end', () => {
    const plan = makePlan(ask('redirect', 'manage-payouts', 'onboarding', 'authentication'), nobody);
    assert.deepEqual(written(plan), [
      'authentication active requested',
      'onboarding pending requested',
      'manage-payouts pending requested',
      'redirect pending requested',
    ]);
  });

  it('inserts the tax form that is due before money is directed', () => {
    const plan = makePlan(ask('redirect', 'manage-payouts'), { ...known, taxFormDue: true });
    assert.deepEqual(written(plan), [
      'compliance active tax-law',
      'manage-payouts pending requested',
      'redirect pending requested',
    ]);
  });

  it('inserts no tax form when it was requested anyway, or when no money is directed', () => {
    const due = { ...known, taxFormDue: true };
    assert.deepEqual(written(makePlan(ask('manage-payouts', 'compliance'), due)), [
      'manage-payouts active requested',
      'compliance pending requested',
    ]);
    assert.deepEqual(written(makePlan(ask('redirect'), due)), ['redirect active requested']);
  });

  it('skips what is on file', () => {
    const plan = makePlan(ask('authentication', 'onboarding', 'compliance', 'manage-payouts'), {
      ...known,
      taxFormOnFile: true,
    });
    assert.deepEqual(written(plan), [
      'authentication skipped requested',
      'onboarding skipped requested',
      'compliance skipped requested',
      'manage-payouts active requested',
    ]);
  });

  it('shows what is on file when the partner forces it', () => {
    const force = { force: true };
    const plan = makePlan(ask(['authentication', force], ['onboarding', force], ['compliance', force]), {
      ...known,
      taxFormOnFile: true,
    });
    assert.deepEqual(
      plan.map((entry) => entry.state),
      ['active', 'pending', 'pending'],
    );
  });

  it('always shows a requested tax form in the sandbox', () => {
    const plan = makePlan(ask('compliance'), { ...known, taxFormOnFile: true, sandbox: true });
    assert.deepEqual(written(plan), ['compliance active requested']);
  });
});

describe('going through a plan', () => {
  it('grows by the tax form as soon as the country is known', () => {
    const requested = ask('manage-payouts');
    const start = makePlan(requested, nobody);
    const after = replan(complete(complete(start, 'authentication'), 'onboarding'), requested, {
      ...known,
      taxFormDue: true,
    });
    assert.deepEqual(written(after), [
      'authentication completed no-user',
      'onboarding completed no-user',
      'compliance active tax-law',
      'manage-payouts pending requested',
    ]);
  });

  it('does not come back for a tax form once the money step is done', () => {
    const done = complete(makePlan(ask('manage-payouts', 'redirect'), known), 'manage-payouts');
    assert.deepEqual(
      remainingSteps(replan(done, ask('manage-payouts', 'redirect'), { ...known, taxFormDue: true })),
      ['redirect'],
    );
  });

  it('skips onboarding when the confirmed phone belongs to a complete user', () => {
    const requested = ask('manage-payouts');
    const after = replan(complete(makePlan(requested, nobody), 'authentication'), requested, known);
    assert.deepEqual(written(after), [
      'authentication completed no-user',
      'onboarding skipped no-user',
      'manage-payouts active requested',
    ]);
  });

  it('counts requested steps only, in the requested order', () => {
    const requested = ask('redirect', 'compliance', 'manage-payouts');
    const plan = ['authentication', 'onboarding', 'compliance', 'manage-payouts'].reduce<PlanEntry[]>(
      (before, name) => complete(before, name as StepName),
      makePlan(requested, nobody),
    );
    assert.deepEqual(completedSteps(requested, plan), ['compliance', 'manage-payouts']);
    assert.deepEqual(remainingSteps(plan), ['redirect']);
  });

  it('completes nothing but the active step', () => {
    const plan = makePlan(ask('compliance', 'manage-payouts'), nobody);
    for (const name of ['onboarding', 'compliance', 'manage-payouts', 'redirect', 'payout'] as const)
      assert.deepEqual(complete(plan, name), plan);
  });
});

describe('every plan, whatever was requested and whatever becomes known', () => {
  const facts: fc.Arbitrary<PlanFacts> = fc.record({
    hasUser: fc.boolean(),
    requireAuth: fc.boolean(),
    phoneVerified: fc.boolean(),
    profileComplete: fc.boolean(),
    taxFormOnFile: fc.boolean(),
    taxFormDue: fc.boolean(),
    paymentMethodVerified: fc.boolean(),
    backgroundReported: fc.boolean(),
    idVerified: fc.boolean(),
    idVerificationDue: fc.boolean(),
    filledTemplates: fc.constant([]),
    sandbox: fc.boolean(),
  });
  const names: StepName[] = [
    'authentication',
    'onboarding',
    'compliance',
    'id-verification',
    'background-check',
    'manage-payments',
    'manage-payouts',
    'payout',
    'redirect',
  ];
  const requests = fc
    .subarray(names, { minLength: 1 })
    .chain((subset) =>
      fc.tuple(
        fc.shuffledSubarray(subset, { minLength: subset.length }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      ),
    )
    .map(
      ([order, forced]) =>
        order.map((name, index) => ({
          name,
          ...(forced[index] ? { force: true } : {}),
        })) as StepRequestInput[],
    );
  /** The life of a flow. Between any two completions the world may change. */
  const lives = fc.tuple(requests, fc.array(facts, { minLength: 1, maxLength: 8 }));

  function live(requested: StepRequestInput[], worlds: PlanFacts[]): PlanEntry[][] {
    const [first, ...later] = worlds as [PlanFacts, ...PlanFacts[]];
    const plans = [makePlan(requested, first)];
    for (const world of later) {
      const before = plans.at(-1) as PlanEntry[];
      plans.push(replan(complete(before, activeStep(before)?.name ?? 'redirect'), requested, world));
    }
    return plans;
  }

  const holds = (
    name: string,
    check: (plans: PlanEntry[][], requested: StepRequestInput[], worlds: PlanFacts[]) => void,
  ) => {
    it(name, () =>
      fc.assert(
        fc.property(lives, ([requested, worlds]) => check(live(requested, worlds), requested, worlds)),
      ),
    );
  };

  holds('has each requested step once, and no step twice', (plans, requested) => {
    for (const plan of plans) {
      const inPlan = plan.map((entry) => entry.name);
      assert.equal(new Set(inPlan).size, inPlan.length);
      for (const step of requested) assert.ok(inPlan.includes(step.name));
    }
  });

  holds(
    'keeps the requested order, except that identity comes first and the redirect last',
    (plans, requested) => {
      const ends: StepName[] = ['authentication', 'onboarding', 'redirect'];
      const wanted = requested.map((step) => step.name).filter((name) => !ends.includes(name));
      for (const plan of plans) {
        assert.deepEqual(
          plan.map((entry) => entry.name).filter((name) => wanted.includes(name)),
          wanted,
        );
        const identity = plan.filter(
          (entry) => entry.name === 'authentication' || entry.name === 'onboarding',
        ).length;
        assert.ok(plan.slice(0, identity).every((entry) => ends.includes(entry.name)));
        const redirect = plan.findIndex((entry) => entry.name === 'redirect');
        assert.ok(redirect === -1 || redirect === plan.length - 1);
      }
    },
  );

  holds('puts a tax form of the law before the first money step that was still open', (plans) => {
    for (const [index, plan] of plans.entries()) {
      const at = plan.findIndex((entry) => entry.name === 'compliance' && entry.reason === 'tax-law');
      if (at < 0) continue;
      // An identity check for sanctions may stand between them, because it wants the birth date that the form
      // asks for.
      const next = plan.slice(at + 1).find((entry) => entry.reason !== 'screening');
      assert.ok(['manage-payouts', 'payout'].includes(next?.name ?? ''));
      // Money steps before it were over when it came in.
      const cameIn = plans.findIndex((earlier) => earlier.some((entry) => entry.name === 'compliance'));
      assert.ok(cameIn <= index);
      for (const entry of (plans[cameIn] as PlanEntry[]).slice(0, at))
        if (['manage-payouts', 'payout'].includes(entry.name)) assert.equal(entry.state, 'completed');
    }
  });

  holds(
    'lets no money step become active while a tax form is due and was never asked for',
    (plans, _requested, worlds) => {
      for (const [index, plan] of plans.entries()) {
        const active = activeStep(plan)?.name;
        if (worlds[index]?.taxFormDue && (active === 'manage-payouts' || active === 'payout'))
          assert.ok(plan.some((entry) => entry.name === 'compliance'));
      }
    },
  );

  holds(
    'lets no money step become active while sanctions screening asks who this is and nobody was asked',
    (plans, _requested, worlds) => {
      for (const [index, plan] of plans.entries()) {
        const active = activeStep(plan)?.name;
        if (worlds[index]?.idVerificationDue && (active === 'manage-payouts' || active === 'payout'))
          assert.ok(plan.some((entry) => entry.name === 'id-verification'));
      }
    },
  );

  holds('changes nothing when computed again', (plans, requested, worlds) => {
    for (const [index, plan] of plans.entries())
      assert.deepEqual(replan(plan, requested, worlds[index] as PlanFacts), plan);
  });

  holds('never takes back what was done, nor an entry, nor its reason', (plans) => {
    for (const [index, plan] of plans.entries()) {
      for (const before of plans[index - 1] ?? []) {
        const now = plan.find((entry) => entry.name === before.name);
        assert.equal(now?.reason, before.reason);
        if (before.state === 'completed' || before.state === 'skipped')
          assert.equal(now?.state, before.state);
      }
    }
  });

  holds('has exactly one active step while any is left: the first that is open', (plans) => {
    for (const plan of plans) {
      const open = plan.filter((entry) => entry.state === 'active' || entry.state === 'pending');
      assert.deepEqual(
        open.map((entry) => entry.state),
        open.map((_, index) => (index === 0 ? 'active' : 'pending')),
      );
      assert.equal(activeStep(plan)?.name, remainingSteps(plan)[0]);
    }
  });

  holds('says that a requested step is completed exactly when its entry is over', (plans, requested) => {
    for (const plan of plans) {
      const done = completedSteps(requested, plan);
      for (const step of requested)
        assert.equal(done.includes(step.name), !remainingSteps(plan).includes(step.name));
    }
  });
});

describe('a form as PDF', () => {
  it('is skipped when this very template was filled in', () => {
    const requested = ask(['pdf-form-fill', { template_id: 'one' }], 'payout');
    const states = (filledTemplates: string[]) =>
      makePlan(requested, { ...known, filledTemplates }).map(({ state }) => state);
    assert.deepEqual(states(['one']), ['skipped', 'active']);
    assert.deepEqual(states(['other']), ['active', 'pending']);
  });
});

describe('an account to pay from', () => {
  it('is not asked for again once one is verified', () => {
    const requested = ask('manage-payments', 'payout');
    assert.deepEqual(written(makePlan(requested, known)), [
      'manage-payments active requested',
      'payout pending requested',
    ]);
    assert.deepEqual(written(makePlan(requested, { ...known, paymentMethodVerified: true })), [
      'manage-payments skipped requested',
      'payout active requested',
    ]);
  });

  it('stays on a page that is there to manage accounts on', () => {
    const page = ask(['manage-payments', { hide_continue_button: true }]);
    for (const paymentMethodVerified of [false, true])
      assert.deepEqual(written(makePlan(page, { ...known, paymentMethodVerified })), [
        'manage-payments active requested',
      ]);
  });
});

describe('what the law and sanctions screening want to know', () => {
  const due = { ...known, taxFormDue: true, idVerificationDue: true };
  const isAskedBefore = (name: StepName) =>
    makePlan(ask(name === 'pdf-form-fill' ? [name, { template_id: 'one' }] : name), due).length > 1;

  it('is asked before the two steps that move money or say where it goes, and before no other', () =>
    assert.deepEqual(stepNames.filter(isAskedBefore), ['manage-payouts', 'payout']));
});

describe('an identity check', () => {
  const verified = { ...known, idVerified: true };
  const hit = { ...verified, idVerificationDue: true };

  it('is skipped for a payee who was verified', () =>
    assert.deepEqual(written(makePlan(ask('id-verification', 'payout'), verified)), [
      'id-verification skipped requested',
      'payout active requested',
    ]));

  it('is done again, whoever asked for it, by a verified payee with a new hit on a sanctions list', () => {
    assert.deepEqual(written(makePlan(ask('id-verification', 'payout'), hit)), [
      'id-verification active requested',
      'payout pending requested',
    ]);
    assert.deepEqual(written(makePlan(ask('payout'), hit)), [
      'id-verification active screening',
      'payout pending requested',
    ]);
    const requested = ask('manage-payouts', 'payout');
    const begun = complete(makePlan(requested, verified), 'manage-payouts');
    assert.deepEqual(written(replan(begun, requested, hit)), [
      'manage-payouts completed requested',
      'id-verification active screening',
      'payout pending requested',
    ]);
  });
});

describe('a tax form that an amount makes due', () => {
  const at = (...entries: [StepName, PlanEntry['state']][]): PlanEntry[] =>
    entries.map(([name, state]) => ({ name, state, reason: 'requested' }));

  it('comes right before the money step, which waits', () => {
    assert.deepEqual(
      written(
        insertTaxForm(at(['manage-payouts', 'completed'], ['payout', 'active'], ['redirect', 'pending'])),
      ),
      [
        'manage-payouts completed requested',
        'compliance active tax-law',
        'payout pending requested',
        'redirect pending requested',
      ],
    );
  });

  it('is brought forward when it was to come later, and back when it was skipped', () => {
    assert.deepEqual(written(insertTaxForm(at(['payout', 'active'], ['compliance', 'pending']))), [
      'compliance active tax-law',
      'payout pending requested',
    ]);
    assert.deepEqual(written(insertTaxForm(at(['compliance', 'skipped'], ['payout', 'active']))), [
      'compliance active tax-law',
      'payout pending requested',
    ]);
  });

  it('is not asked for again once it was filed in this flow, nor when no money moves', () => {
    for (const plan of [
      at(['compliance', 'completed'], ['payout', 'active']),
      at(['payout', 'completed'], ['redirect', 'active']),
    ])
      assert.deepEqual(insertTaxForm(plan), plan);
  });

  it('stays as it is when it comes before the money anyway', () => {
    for (const state of ['pending', 'active'] as const) {
      const plan = at(['compliance', state], ['payout', 'pending']);
      assert.deepEqual(written(insertTaxForm(plan)), [
        `compliance ${state} requested`,
        'payout pending requested',
      ]);
    }
  });

  it('is there once, however often it is inserted', () => {
    const once = insertTaxForm(at(['payout', 'active']));
    assert.deepEqual(insertTaxForm(once), once);
  });
});
