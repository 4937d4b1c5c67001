import { expect } from '@open-wc/testing';
import { control, fill, submit } from '../support.ts';
import { composedTree, eventually, listen, mountHeard, stepOf, useMock } from './support.ts';

const sendCode = 'POST /session/authentication/code';

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
  const mock = useMock();
  const flow = () => mock.flow('compliance');

  it('goes to the server and nowhere else', async () => {
    const logged: unknown[] = [];
    const real = { error: console.error, warn: console.warn };
    console.error = console.warn = (...args: unknown[]) => void logged.push(args);

    try {
      const { element, heard } = await mountHeard({ flowId: flow() });
      const outside = listen(document);
      const phone = await stepOf(element, 'authentication');
      await fill(phone, { phone_number: '2025550001' });
      await submit(phone);
      await eventually(() => phone.renderRoot.querySelector('.error'), 'the number was refused');
      const seen = [leftBehind(heard.events)];
      await fill(phone, { phone_number: '2025550123' });
      await submit(phone);
      await eventually(() => phone.renderRoot.querySelector('[name=code]'), 'the code is asked for');
      await fill(phone, { code: '987654' });
      await eventually(() => phone.renderRoot.querySelector('.error'), 'the code was wrong');
      expect(control(phone, 'code').value).to.equal('987654');
      seen.push(leftBehind(heard.events));
      await fill(phone, { code: '123456' });
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
      const token = mock.calls(sendCode)[0]?.authorization?.replace('Bearer ', '') ?? '';
      expect(token).to.have.length.above(20);
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
        '2025550001',
        '555-0001',
        token,
      ])
        expect(text.includes(secret), secret).to.equal(false);
      expect(
        mock
          .calls()
          .map(({ url }) => url)
          .join('\n'),
      ).not.to.match(/987654|5550001|5550123|Quentina|219099999/);
    } finally {
      Object.assign(console, real);
    }
  });

  it('is sent with a token that never leaves the memory, and with a key for each wish', async () => {
    mock.api.faults.fail('too-many-requests', { call: sendCode, times: 2, retryAfter: 1 });
    const { element } = await mountHeard({ flowId: flow() });
    const phone = await stepOf(element, 'authentication');
    await fill(phone, { phone_number: '2025550123' });
    const calls = () => mock.calls(sendCode);
    await submit(phone);
    await eventually(() => phone.renderRoot.querySelector('[part=failure]'), 'it failed');
    await submit(phone);
    await eventually(
      () => calls().length === 2 && phone.renderRoot.querySelector('[part=failure]'),
      'it failed again',
    );
    expect(calls()[0]?.authorization).to.match(/^Bearer [\w-]{20,}$/);
    expect(calls()[0]?.key).to.match(/^[\da-f]{32}$/);
    expect(calls()[1]?.key, 'trying the same again is the same wish').to.equal(calls()[0]?.key);

    await fill(phone, { phone_number: '2025550124' });
    await submit(phone);
    await eventually(() => calls().length === 3, 'it was sent');
    expect(calls()[2]?.key, 'another number is another wish').not.to.equal(calls()[0]?.key);
  });

  it('is sent once more with the same key when the network stumbles', async () => {
    mock.api.faults.dropAnswers({ call: sendCode, times: 2 });
    const { element, heard } = await mountHeard({ flowId: flow() });
    const phone = await stepOf(element, 'authentication');
    await fill(phone, { phone_number: '2025550123' });
    await submit(phone);
    await eventually(() => phone.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    const calls = mock.calls(sendCode);
    expect(calls).to.have.length(3);
    expect(new Set(calls.map(({ key }) => key)).size).to.equal(1);
    expect(heard.details('dots-error')).to.deep.equal([]);
  });
});
