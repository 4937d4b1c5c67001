import { expect } from '@open-wc/testing';
import { control, fill, submit } from '../support.ts';
import {
  composedTree,
  eventually,
  flowId,
  listen,
  mountHeard,
  openSession,
  problem,
  session,
  snapshot,
  stepOf,
  useApi,
} from './support.ts';

const steps = ['authentication', 'onboarding', 'compliance'] as const;
const masked = { phase: 'code', masked_phone: '+1 ••• ••• 0123' };

/**
 * Returns everything about the page that anybody could read later: what was told, what is in the markup, what
 * is kept.
 */
function leftBehind(events: readonly CustomEvent[]): string {
  const attributes = [...composedTree(document)].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`),
  );
  return JSON.stringify([
    events.map(({ type, detail }) => ({ type, detail: detail as unknown })),
    attributes,
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    location.href,
    history.state,
    document.title,
    performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
}

describe('what is typed', () => {
  const api = useApi();

  it('goes to the server and nowhere else', async () => {
    api.on(openSession, session({ steps }));
    api.on(
      'POST /session/authentication/code',
      problem(422, 'invalid-input', {
        errors: [{ field: 'phone_number', code: 'phone-undeliverable', message: '' }],
      }),
      snapshot({ steps, requirement: masked }),
    );
    api.on(
      'POST /session/authentication/check',
      problem(422, 'invalid-input', {
        errors: [{ field: 'code', code: 'wrong-code', message: '' }],
        attempts_left: 4,
      }),
      snapshot({ steps, at: 'onboarding' }),
    );
    api.on('POST /session/onboarding', snapshot({ steps, at: 'compliance' }));
    const logged: unknown[] = [];
    const real = { error: console.error, warn: console.warn };
    console.error = console.warn = (...args: unknown[]) => void logged.push(args);

    try {
      const { element, heard } = await mountHeard({ flowId });
      const outside = listen(document);
      const phone = await stepOf(element, 'authentication');
      await fill(phone, { phone_number: '2025550123' });
      await submit(phone);
      await eventually(() => phone.renderRoot.querySelector('.error'), 'the number was refused');
      const seen = [leftBehind(heard.events)];
      await submit(phone);
      await eventually(() => phone.renderRoot.querySelector('[name=code]'), 'the code is asked for');
      await fill(phone, { code: '987654' });
      await eventually(() => phone.renderRoot.querySelector('.error'), 'the code was wrong');
      expect(control(phone, 'code').value).to.equal('987654');
      seen.push(leftBehind(heard.events));
      await submit(phone);
      const form = await stepOf(element, 'onboarding');
      await fill(form, {
        first_name: 'Quentina',
        last_name: 'Zabriskie',
        email: 'quentina@example.com',
        country: 'US',
      });
      seen.push(leftBehind(heard.events));
      await submit(form);
      const compliance = await stepOf(element, 'compliance');
      await fill(compliance, { first_name: 'Quentina', last_name: 'Zabriskie' });
      await submit(compliance);
      await fill(compliance, { tin: '219099999' });
      seen.push(leftBehind([...heard.events, ...outside.events]), JSON.stringify(logged));

      const text = seen.join('\n');
      for (const secret of [
        '987654',
        'Quentina',
        'Zabriskie',
        'quentina@',
        '219-09-9999',
        '219099999',
        '2025550123',
        '(202) 555-0123',
        '555-0123',
        'token-1',
      ])
        expect(text.includes(secret), secret).to.equal(false);
      expect(
        api
          .calls()
          .map(({ url }) => url)
          .join('\n'),
      ).not.to.match(/987654|5550123|Quentina|219099999/);
    } finally {
      Object.assign(console, real);
    }
  });

  it('is sent with a token that never leaves the memory, and with a key for each wish', async () => {
    api.on(openSession, session({ steps }));
    const refused = problem(429, 'too-many-requests', { retry_after: 1 });
    api.on('POST /session/authentication/code', refused, refused, snapshot({ steps, requirement: masked }));
    const { element } = await mountHeard({ flowId });
    const phone = await stepOf(element, 'authentication');
    await fill(phone, { phone_number: '2025550123' });
    const calls = () => api.calls('POST /session/authentication/code');
    await submit(phone);
    await eventually(() => phone.renderRoot.querySelector('[part=failure]'), 'it failed');
    await submit(phone);
    await eventually(
      () => calls().length === 2 && phone.renderRoot.querySelector('[part=failure]'),
      'it failed again',
    );
    expect(calls()[0]?.authorization).to.equal('Bearer token-1');
    expect(calls()[0]?.key).to.match(/^[\da-f]{32}$/);
    expect(calls()[1]?.key, 'trying the same again is the same wish').to.equal(calls()[0]?.key);

    await fill(phone, { phone_number: '2025550124' });
    await submit(phone);
    await eventually(() => calls().length === 3, 'it was sent');
    expect(calls()[2]?.key, 'another number is another wish').not.to.equal(calls()[0]?.key);
  });

  it('is sent once more with the same key when the network stumbles', async () => {
    api.on(openSession, session({ steps }));
    api.on(
      'POST /session/authentication/code',
      () => Promise.reject(new TypeError('Failed to fetch')),
      problem(503, 'service-unavailable'),
      snapshot({ steps, requirement: masked }),
    );
    const { element, heard } = await mountHeard({ flowId });
    const phone = await stepOf(element, 'authentication');
    await fill(phone, { phone_number: '2025550123' });
    await submit(phone);
    await eventually(() => phone.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    const calls = api.calls('POST /session/authentication/code');
    expect(calls).to.have.length(3);
    expect(new Set(calls.map(({ key }) => key)).size).to.equal(1);
    expect(heard.details('dots-error')).to.deep.equal([]);
  });
});
