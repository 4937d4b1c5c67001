/** What the element does with what the server says, in each order in which it may come. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { createCalls } from '../../src/shell/calls.ts';
import { flowId, snapshotAt } from '../support/snapshots.ts';
import { at, flow, held, settled, shown } from './support.ts';

const other = '6f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8';
const expired = {
  flow: { id: flowId, status: 'expired' as const, user_id: null, link: '', expires_at: null },
};

describe('a wish', () => {
  test('that was granted is another one the next time: a second “send again” sends again', async (t) => {
    const { controller, server, asked, send, details } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push(at(), at(), at());
    for (let time = 0; time < 3; time += 1) assert.deepEqual(await send('/code'), { kind: 'done' });
    assert.equal(new Set(asked.intents).size, 3);
    const metrics = details('dots-metric') as { name: string; step: string | null }[];
    assert.deepEqual(
      metrics.map(({ name, step }) => [name, step]),
      [['session-opened', null], ...Array.from({ length: 3 }, () => ['request', 'authentication'])],
    );
  });

  test('that was refused for good is another one the next time: the answer may have changed', async (t) => {
    const { controller, server, asked, send } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push('invalid-input', at());
    assert.equal((await send()).kind, 'refused');
    assert.equal((await send()).kind, 'done');
    assert.equal(new Set(asked.intents).size, 2);
  });

  test('without a verdict stays the same, so that nothing is done twice', async (t) => {
    const { controller, server, asked, send } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push('service-unavailable', 'too-many-requests', at());
    for (const kind of ['refused', 'refused', 'done']) assert.equal((await send()).kind, kind);
    assert.equal(new Set(asked.intents).size, 1);
  });

  test('that is another one is another one, also after one without a verdict', async (t) => {
    const { controller, server, asked, send } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push('service-unavailable', at());
    await send('/one');
    await send('/other');
    assert.equal(new Set(asked.intents).size, 2);
  });

  test('is not sent beside another that is under way', async (t) => {
    const { controller, server, asked, send } = flow(t);
    const { said, answer } = held();
    server.open.push(at());
    await controller.load();
    await controller.act();
    server.send.push(said);
    const first = send('/one');
    await settled();
    assert.equal(controller.state.name === 'step' && controller.state.pending.kind, 'sending');
    assert.deepEqual(await send('/two'), { kind: 'superseded' });
    answer(at());
    assert.deepEqual(await first, { kind: 'done' });
    assert.equal(asked.intents.length, 1);
  });

  test('of a flow that was left meanwhile has no answer, and changes nothing', async (t) => {
    const { controller, server, send, heard } = flow(t);
    for (const end of [at({ at: 'onboarding' }), 'invalid-input'] as const) {
      const { said, answer } = held();
      server.open.push(at());
      await controller.load();
      await controller.act();
      server.send.push(said);
      const first = send();
      await settled();
      controller.reset();
      const before = heard.length;
      answer(end);
      assert.deepEqual(await first, { kind: 'superseded' });
      assert.deepEqual([controller.state.name, heard.length], ['idle', before]);
    }
  });

  test('that comes too late leads to where the flow stands by now', async (t) => {
    const { controller, server, asked, send } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push('step-not-current');
    server.read.push(at({ at: 'compliance' }));
    await send();
    await settled();
    assert.equal(asked.read, 1);
    assert.equal(shown(controller), 'compliance');
  });

  test('that meets a session that was opened anew is not done', async (t) => {
    const { controller, server, send } = flow(t);
    server.open.push(at({ at: 'onboarding' }));
    await controller.load();
    server.send.push({ ...at(), reopened: true } as never);
    assert.deepEqual(await send(), { kind: 'superseded' });
    assert.equal(shown(controller), 'authentication');
  });

  test('that meets the end of the flow ends it, and tells so once', async (t) => {
    const { controller, server, send, names, details, asked } = flow(t);
    server.open.push(at());
    await controller.load();
    server.send.push('flow-expired');
    await send();
    assert.equal(controller.state.name, 'ended');
    assert.deepEqual(names().slice(-2), ['dots-error', 'dots-flow-expired']);
    assert.deepEqual(details('dots-flow-expired'), [{ flowId, reason: 'expired' }]);
    assert.equal(asked.read, 0);
  });

  test('that a fault stopped is refused, and a developer sees the fault', async (t) => {
    const { controller, server, send, reportError, details } = flow(t);
    server.open.push(at());
    await controller.load();
    const fault = new RangeError('broken');
    server.send.push(() => Promise.reject(fault));
    const result = await send();
    assert.equal(result.kind === 'refused' && result.problem.code, 'unexpected-error');
    assert.deepEqual(reportError.mock.calls[0]?.arguments, [fault]);
    assert.equal(details('dots-error').length, 1);
    assert.equal(controller.state.name === 'step' && controller.state.pending.kind, 'failed');
  });
});

describe('a wish before what acting takes is there', () => {
  test('is refused at the step when that is missing, and the page is told', async (t) => {
    const { controller, server, send, host, details } = flow(t);
    server.open.push(at());
    await controller.load();
    const get = () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    };
    Object.defineProperty(host, 'isConnected', { get, configurable: true });
    const result = await send();
    assert.equal(result.kind === 'refused' && result.problem.code, 'network-error');
    const { state } = controller;
    assert.ok(state.name === 'step' && state.pending.kind === 'failed');
    assert.equal(state.pending.problem.code, 'network-error');
    assert.deepEqual(
      (details('dots-error') as { code: string; step: string }[]).map(({ code, step }) => [code, step]),
      [['network-error', 'authentication']],
    );
  });
});

describe('what is pushed', () => {
  const waiting = { more: { waiting: true } };

  test('is listened to while something outside is awaited, and no longer', async (t) => {
    const { controller, server, asked } = flow(t);
    server.open.push(at({ at: 'compliance', ...waiting }));
    await controller.load();
    await controller.act();
    assert.equal(asked.watched.length, 1);
    const [watch] = asked.watched;
    watch?.push(snapshotAt({ at: 'manage-payouts' }));
    assert.equal(shown(controller), 'manage-payouts');
    assert.equal(watch?.signal.aborted, true);
    assert.equal(asked.alive[0]?.signal.aborted, false, 'the session is kept alive all the same');
  });

  test('is not shown when it is older than what an answer has told', async (t) => {
    const { controller, server, asked, send } = flow(t);
    server.open.push(at({ at: 'onboarding', ...waiting }));
    await controller.load();
    server.send.push(at({ at: 'manage-payouts', ...waiting }));
    await send();
    const [watch] = asked.watched;
    watch?.push(snapshotAt({ at: 'compliance', ...waiting }));
    assert.equal(shown(controller), 'manage-payouts');
  });

  test('does not take the place of an answer that is under way', async (t) => {
    const { controller, server, asked, send } = flow(t);
    const { said, answer } = held();
    server.open.push(at({ at: 'onboarding', ...waiting }));
    await controller.load();
    await controller.act();
    server.send.push(said);
    const sent = send();
    await settled();
    asked.watched[0]?.push(snapshotAt({ at: 'compliance', ...waiting }));
    assert.equal(shown(controller), 'onboarding');
    answer(at({ at: 'compliance' }));
    assert.deepEqual(await sent, { kind: 'done' });
    assert.equal(shown(controller), 'compliance');
  });
});

describe('what is said again', () => {
  const all = at({ at: null, more: { waiting: true } });

  test('is no other step, and no other end of the flow', async (t) => {
    const { controller, server, asked, names, send } = flow(t);
    server.open.push(at({ at: 'manage-payouts', more: { waiting: true } }));
    await controller.load();
    await controller.act();
    asked.watched[0]?.push(snapshotAt({ at: 'manage-payouts', more: { waiting: true } }));
    server.send.push(all);
    await send();
    asked.watched[0]?.push(snapshotAt({ at: null, more: { waiting: true } }));
    assert.deepEqual(names(), [
      'dots-ready',
      'dots-before-step',
      'dots-step-started',
      'dots-step-completed',
      'dots-flow-completed',
    ]);
  });

  test('begins once more for a payee who comes back to a finished flow', async (t) => {
    const { controller, server, asked, names, send } = flow(t);
    server.open.push(at({ at: 'manage-payouts' }));
    await controller.load();
    server.send.push(all);
    await send();
    const { completions, completed_event_id } = snapshotAt({ at: null });
    asked.watched[0]?.push(snapshotAt({ at: 'manage-payouts', more: { completions, completed_event_id } }));
    assert.deepEqual(names().slice(-2), ['dots-before-step', 'dots-step-started']);
    assert.equal(controller.state.name, 'step');
  });
});

describe('in the background', () => {
  test('everything stops when the element leaves the page, and goes on when it is back', async (t) => {
    const { controller, server, asked, host } = flow(t);
    server.open.push(at({ at: 'compliance', more: { waiting: true } }));
    await controller.load();
    await controller.act();
    controller.hostDisconnected();
    host.isConnected = false;
    assert.deepEqual([asked.alive[0]?.signal.aborted, asked.watched[0]?.signal.aborted], [true, true]);
    await controller.act();
    assert.equal(asked.alive.length, 1, 'nothing begins outside of the page');
    host.isConnected = true;
    controller.hostConnected();
    assert.deepEqual([asked.alive.length, asked.watched.length], [2, 2]);
  });

  test('the flow is looked at when its session is over, and the next one is kept alive too', async (t) => {
    const { controller, server, asked } = flow(t);
    server.open.push(at({ at: 'onboarding' }));
    await controller.load();
    await controller.act();
    const { completions } = snapshotAt({ at: 'onboarding' });
    server.read.push(at({ more: { completions } }));
    asked.alive[0]?.over();
    await settled();
    assert.equal(shown(controller), 'authentication');
    assert.equal(asked.alive.length, 2);
    assert.equal(asked.watched.length, 0, 'nothing is awaited');
  });

  test('what is learned of a flow that nobody can show, or that was left, changes nothing', async (t) => {
    const { controller, server, names } = flow(t);
    const late = held();
    server.open.push(at({ more: { current: { step: 'dance' } as never } }), at({ at: 'onboarding' }));
    server.read.push('no-such-resource', late.said);
    await controller.load();
    await controller.act();
    await controller.calls.refresh();
    assert.equal(controller.state.name, 'unsupported');
    assert.deepEqual(names(), ['dots-ready', 'dots-error']);
    await controller.load();
    await controller.act();
    const refreshed = controller.calls.refresh();
    await settled();
    controller.reset();
    const before = names().length;
    late.answer('no-such-resource');
    await refreshed;
    assert.deepEqual([controller.state.name, names().length], ['idle', before]);
  });

  for (const [code, state] of [
    ['service-unavailable', 'step'],
    ['flow-canceled', 'ended'],
    ['no-such-resource', 'failed'],
  ] as const)
    test(`a flow of which the server says ${code} is ${state}`, async (t) => {
      const { controller, server, asked } = flow(t);
      server.open.push(at({ at: 'onboarding' }));
      await controller.load();
      await controller.act();
      server.read.push(code);
      asked.alive[0]?.over();
      await settled();
      assert.equal(controller.state.name, state);
    });

  test('the end of a session is waited for by what the last answer says of it', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { controller, server, asked, send } = flow(t);
    const ends = (time: string) => ({ more: { session_ends_at: `2026-11-28T${time}:00.000Z` } });
    server.open.push(at({ at: 'onboarding', ...ends('12:10') }));
    await controller.load();
    await controller.act();
    server.send.push(at({ at: 'compliance', ...ends('12:20') }));
    await send();
    t.mock.timers.tick(11 * 60_000);
    assert.equal(asked.read, 0);
    server.read.push(at({ at: 'compliance' }));
    t.mock.timers.tick(10 * 60_000);
    assert.equal(asked.read, 1);
    await settled();
  });

  test('coming back to the page looks, where something is awaited', async (t) => {
    const { controller, server, asked, document } = flow(t);
    const seen = (state: string) => {
      document.visibilityState = state;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    server.open.push(at({ at: 'compliance' }));
    await controller.load();
    await controller.act();
    seen('visible');
    assert.equal(asked.read, 0);
    server.open.push(at({ at: 'compliance', more: { waiting: true } }));
    await controller.load();
    await controller.act();
    seen('hidden');
    assert.equal(asked.read, 0);
    server.read.push(at({ at: 'manage-payouts' }));
    seen('visible');
    await settled();
    assert.equal(shown(controller), 'manage-payouts');
  });
});

describe('opening', () => {
  test('is done once more when the browser is online again, if that may help', async (t) => {
    const { controller, server, asked, window } = flow(t);
    server.open.push('offline', at());
    await controller.load();
    assert.equal(controller.state.name, 'failed');
    window.dispatchEvent(new Event('online'));
    await settled();
    assert.equal(controller.state.name, 'step');
    window.dispatchEvent(new Event('online'));
    await settled();
    assert.equal(asked.opened.length, 2);
    server.open.push('no-such-resource');
    await controller.load();
    window.dispatchEvent(new Event('online'));
    await settled();
    assert.equal(asked.opened.length, 3);
  });

  test('of another flow is not disturbed by the answer to the one before', async (t) => {
    const { controller, server, settings, names } = flow(t);
    const first = held();
    server.open.push(first.said, at({ at: 'compliance' }));
    const loading = controller.load();
    settings.config = { flowId: other };
    await controller.load();
    first.answer('flow-expired');
    await loading;
    assert.equal(shown(controller), 'compliance');
    assert.deepEqual(names(), ['dots-ready', 'dots-before-step', 'dots-step-started']);
  });

  test('says what happened, in order, and each thing once', async (t) => {
    const { controller, server, names, details, updates } = flow(t);
    server.open.push(at());
    await controller.load();
    assert.deepEqual(names(), ['dots-ready', 'dots-before-step', 'dots-step-started']);
    const [metric] = details('dots-metric') as { name: string; step: null; duration: number }[];
    assert.deepEqual([metric?.name, metric?.step], ['session-opened', null]);
    assert.ok((metric?.duration ?? -1) >= 0);
    assert.ok(updates.mock.callCount() >= 2, 'the element draws what it opens, and what it has opened');
  });

  test('of a flow that no one can show reports that once, however often it is pushed', async (t) => {
    const { controller, server, asked, details } = flow(t);
    const dance = { more: { current: { step: 'dance' } as never } };
    server.open.push(at(dance));
    await controller.load();
    await controller.act();
    asked.watched[0]?.push(snapshotAt(dance));
    assert.equal(controller.state.name, 'unsupported');
    assert.deepEqual(
      (details('dots-error') as { code: string }[]).map(({ code }) => code),
      ['unsupported-step'],
    );
  });

  test('begins each time: the same step of another flow is told like any other', async (t) => {
    const { controller, server, names } = flow(t);
    server.open.push(at(), at());
    await controller.load();
    await controller.load();
    const once = ['dots-ready', 'dots-before-step', 'dots-step-started'];
    assert.deepEqual(names(), [...once, ...once]);
  });

  test('that came to nothing leaves nobody to ask', async (t) => {
    const { controller } = flow(t, {});
    const until = new AbortController().signal;
    await controller.load();
    const answer = await controller.calls.call('/upload', {}, until);
    assert.equal(!answer.ok && answer.problem.code, 'session-expired');
    assert.equal(await controller.calls.ask('/banks', until), null);
  });

  test('without a configuration shows nothing', async (t) => {
    const { controller, asked } = flow(t, null);
    await controller.load();
    assert.deepEqual([controller.state.name, asked.opened.length], ['idle', 0]);
  });

  test('with a wrong one says so, and asks nobody', async (t) => {
    const { controller, details, clients } = flow(t, {});
    await controller.load();
    assert.equal(controller.state.name === 'failed' && controller.state.problem.code, 'invalid-config');
    assert.deepEqual((details('dots-error') as { fields: string[] }[])[0]?.fields, ['flowId']);
    assert.equal(clients.mock.callCount(), 0);
  });

  test('asks the page for a flow first, and says when it gives none', async (t) => {
    const { controller, settings, server, asked } = flow(t);
    settings.config = { createFlow: () => Promise.resolve({ id: other }) };
    server.open.push(at());
    await controller.load();
    assert.deepEqual(asked.opened, [{ flowId: other }]);
    settings.config = { createFlow: () => Promise.resolve('none') };
    await controller.load();
    assert.equal(controller.state.name === 'failed' && controller.state.problem.code, 'create-flow-failed');
    assert.equal(asked.opened.length, 1);
  });
});

describe('a flow that has ended', () => {
  test('is told once, and by its status when it is opened', async (t) => {
    const { controller, server, details } = flow(t);
    server.open.push(at({ at: null, more: expired }));
    await controller.load();
    assert.equal(controller.state.name, 'ended');
    assert.deepEqual(details('dots-flow-expired'), [{ flowId, reason: 'expired' }]);
  });

  test('gives way to the one that the page makes instead', async (t) => {
    const { controller, settings, server, asked } = flow(t);
    const reasons: string[] = [];
    settings.config = { flowId, refreshFlow: async (reason) => (reasons.push(reason), other) };
    server.open.push('flow-canceled', at({ at: 'compliance' }));
    await controller.load();
    await settled();
    assert.deepEqual(reasons, ['canceled']);
    assert.deepEqual(asked.opened, [{ flowId }, { flowId: other }]);
    assert.equal(controller.state.name, 'step');
  });
});

describe('a step that the page holds back', () => {
  async function holding(t: Parameters<typeof flow>[0]) {
    const all = flow(t);
    let isHeld = true;
    all.host.addEventListener('dots-before-step', (event) => isHeld && event.preventDefault());
    all.server.open.push(at());
    await all.controller.load();
    assert.equal(all.controller.state.name, 'held');
    await all.controller.act();
    return { ...all, letGo: () => (isHeld = false) };
  }

  test('is shown at the next load, and begins then', async (t) => {
    const { controller, asked, names, letGo } = await holding(t);
    assert.equal(asked.alive.length, 1, 'the session is kept alive meanwhile');
    await controller.load();
    assert.equal(controller.state.name, 'held');
    letGo();
    assert.ok(!names().includes('dots-step-started'));
    await controller.load();
    assert.equal(controller.state.name, 'step');
    assert.deepEqual([asked.opened.length, asked.read], [1, 0]);
  });

  for (const [minutes, read] of [
    [1, 0],
    [1.01, 1],
  ] as const)
    test(`for ${String(minutes)} minutes is looked at ${String(read)} times`, async (t) => {
      let now = performance.now();
      t.mock.method(performance, 'now', () => now);
      const { controller, server, asked, letGo } = await holding(t);
      letGo();
      now += minutes * 60_000;
      server.read.push(at({ at: 'compliance' }));
      await controller.load();
      assert.equal(asked.read, read);
      assert.equal(shown(controller), read ? 'compliance' : 'authentication');
      await controller.load();
    });
});

describe('the end of a flow', () => {
  const atRedirect = (url = 'https://partner.example/done') =>
    at({ at: 'redirect', steps: ['authentication', 'redirect'], requirement: { redirect_url: url } });
  const done = at({ at: null, steps: ['authentication', 'redirect'] });

  test('leads the browser away, after all was told, and nothing goes on', async (t) => {
    const { controller, server, names, leftFor, asked, send } = flow(t);
    server.open.push(atRedirect());
    await controller.load();
    server.send.push(done);
    await send('/redirect');
    assert.deepEqual(leftFor, ['https://partner.example/done']);
    assert.deepEqual(names().slice(-3), ['dots-step-completed', 'dots-flow-completed', 'dots-redirect']);
    assert.equal(controller.state.name, 'redirecting');
    assert.equal(asked.alive[0]?.signal.aborted, true);
  });

  test('stays where the page wants it to stay, or the address is none', async (t) => {
    const { controller, server, leftFor, send, host } = flow(t);
    server.open.push(atRedirect('javascript:alert(1)'), atRedirect());
    server.send.push(done, done);
    await controller.load();
    await send('/redirect');
    assert.equal(controller.state.name, 'completed');
    host.addEventListener('dots-redirect', (event) => event.preventDefault());
    await controller.load();
    await send('/redirect');
    assert.deepEqual([controller.state.name, leftFor], ['completed', []]);
  });

  test('tells what was completed, in order and once, whatever comes again', async (t) => {
    const { controller, server, names, send } = flow(t);
    server.open.push(at({ at: 'onboarding' }));
    await controller.load();
    server.send.push(at({ at: 'manage-payouts' }), at({ at: 'manage-payouts' }), at({ at: null }));
    await send();
    await send();
    await send();
    assert.deepEqual(
      names().filter((name) => name.endsWith('completed')),
      ['dots-step-completed', 'dots-step-completed', 'dots-step-completed', 'dots-flow-completed'],
    );
  });

  test('is not shown when a listener has left the flow', async (t) => {
    const { controller, server, send, host } = flow(t);
    server.open.push(at({ at: 'onboarding' }));
    await controller.load();
    const next = held();
    server.open.push(next.said);
    const listening = { once: true };
    host.addEventListener('dots-step-completed', () => void controller.load(), listening);
    server.send.push(at({ at: 'compliance' }));
    await send();
    assert.equal(shown(controller), 'opening');
    next.answer(at({ at: 'manage-payouts' }));
    await settled();
    assert.equal(shown(controller), 'manage-payouts');
  });
});

describe('what a step asks besides', () => {
  test('is asked of the client of this flow, and of none when there is none', async (t) => {
    const { controller, server, asked } = flow(t);
    const until = new AbortController().signal;
    server.open.push(at({ at: 'onboarding' }));
    server.call.push({ ok: true, body: 1 });
    await controller.load();
    assert.equal(await controller.calls.ask('/banks', until), '/banks');
    assert.deepEqual(await controller.calls.call('/upload', {}, until), { ok: true, body: 1 });
    server.read.push(at({ at: 'compliance' }));
    await controller.calls.refresh();
    assert.equal(shown(controller), 'compliance');
    const { calls } = controller;
    controller.reset();
    assert.equal(await calls.ask('/banks', until), null);
    assert.equal((await calls.call('/upload', {}, until)).ok, false);
    await calls.refresh();
    assert.deepEqual([asked.read, asked.called.length], [1, 1]);
  });
});

describe('what acting takes cannot be loaded', () => {
  for (const [message, code] of [
    ['Failed to fetch dynamically imported module: https://pay.example/closing.js', 'network-error'],
    ['Importing a module script failed.', 'network-error'],
    ['Loading chunk 7 failed.', 'network-error'],
    ['x is not a function', 'unexpected-error'],
  ] as const)
    test(`so a step is told ${code}: ${message}`, async () => {
      const missing = () => Promise.reject(new TypeError(message));
      const until = new AbortController().signal;
      const calls = createCalls({ act: missing, send: missing }, until);
      const answer = await calls.call('/upload', {}, until);
      assert.equal(!answer.ok && answer.problem.code, code);
      assert.equal((await calls.explain(new Error('what a step threw'))).code, code);
      assert.equal(await calls.ask('/banks', until), null);
      await calls.refresh();
    });
});
