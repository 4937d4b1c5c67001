/** A fault of our own: a step, a screen or the client throws. Nobody is left with a blank card. */
import { expect } from '@open-wc/testing';
import { AuthenticationStep } from '../../../src/steps/authentication/authentication-step.ts';
import { Localizer } from '../../../src/locales/localizer.ts';
import { fill, submit } from '../support.ts';
import {
  accessible,
  button,
  eventually,
  flowId,
  listen,
  mountAtStep,
  mountHeard,
  openSession,
  session,
  settled,
  snapshot,
  stepOf,
  title,
  useApi,
} from './support.ts';

const secret = 'It happened at 123-45-6789.';
const sendCode = 'POST /session/authentication/code';

/** Replaces a method until the test is over. */
const changed: (() => void)[] = [];
function replace(prototype: object, name: string, by: (this: unknown, ...args: unknown[]) => unknown): void {
  const target = prototype as Record<string, unknown>;
  const before = target[name];
  target[name] = by;
  changed.push(() => (target[name] = before));
}

describe('when something throws, <dots-flow>', () => {
  const api = useApi();
  const reported: unknown[] = [];
  const { reportError } = globalThis;
  beforeEach(() => {
    api.on(openSession, session());
    reported.length = 0;
    globalThis.reportError = (error) => void reported.push((error as Error).message);
  });
  afterEach(() => {
    globalThis.reportError = reportError;
    for (const undo of changed.splice(0)) undo();
  });
  const told = { code: 'unexpected-error', retryable: true, flowId, step: 'authentication', fields: [] };
  const throws = () => {
    throw new Error(secret);
  };

  it('shows a screen with a way on when a step cannot be drawn', async () => {
    replace(AuthenticationStep.prototype, 'renderStep', throws);
    const { element, heard } = await mountHeard();
    expect(await title(element)).to.equal('We cannot show this right now');
    expect(element.renderRoot.textContent).to.include('A mistake in this page');
    expect(element.renderRoot.textContent).not.to.include('reach the server');
    const link = button(element, 'Open the full page') as HTMLAnchorElement;
    expect(link.href).to.equal(`https://pay.example/flow/${flowId}`);
    expect(heard.details('dots-error')).to.deep.equal([told]);
    expect(reported).to.deep.equal([secret]);
    await accessible(element);

    changed.pop()?.();
    button(element, 'Try again').click();
    await stepOf(element, 'authentication');
  });

  it('shows it also when a step throws in a later update', async () => {
    const { element, step } = await mountAtStep();
    const heard = listen(element);
    replace(AuthenticationStep.prototype, 'updated', throws);
    step.requestUpdate();
    expect(await title(element)).to.equal('We cannot show this right now');
    expect(heard.details('dots-error')).to.deep.equal([told]);
    expect(new Set(reported)).to.deep.equal(new Set([secret]));
  });

  for (const [when, name] of [
    ['is made ready', 'prepare'],
    ['learns what is required', 'willUpdate'],
  ] as const)
    it(`shows it when a step throws while it ${when}`, async () => {
      replace(AuthenticationStep.prototype, name, throws);
      const { element, heard } = await mountHeard();
      await title(element);
      expect(heard.details('dots-error')).to.have.length(1);
      expect(new Set(reported)).to.deep.equal(new Set([secret]));
    });

  it('calls a module that throws when it runs no trouble with the network', async () => {
    const load = Reflect.get(Localizer.prototype, 'load') as (...args: unknown[]) => unknown;
    replace(Localizer.prototype, 'load', function (this: unknown, ...args) {
      if (args[0] === 'authentication') return Promise.reject(new ReferenceError(secret));
      return load.apply(this, args);
    });
    const { element, heard } = await mountHeard();
    expect(await title(element)).to.equal('We cannot show this right now');
    expect(heard.details('dots-error')).to.deep.equal([told]);
    expect(element.renderRoot.textContent).not.to.include('reach the server');
  });

  it('calls a `fetch` of the page that throws no trouble with the network, and the button is not busy for ever', async () => {
    const { element, step } = await mountAtStep();
    const heard = listen(element);
    await fill(step, { phone_number: '2025550123' });
    api.on(sendCode, () => Promise.reject(new ReferenceError(secret)));
    await submit(step);
    const alert = () => step.renderRoot.querySelector('[role=alert]')?.textContent ?? '';
    await eventually(() => alert().includes('A mistake in this page'), 'it says that it failed');
    expect(step.busy).to.equal(false);
    expect(heard.details('dots-error')).to.deep.equal([told]);
    expect(reported).to.deep.equal([secret]);

    api.on(sendCode, snapshot({ requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' } }));
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    expect(new Set(api.calls(sendCode).map(({ key }) => key)).size, 'the same intent').to.equal(1);
  });

  it('shows a screen in place of a closing screen that cannot be drawn', async () => {
    api.on(openSession, session({ at: null }));
    const { element, heard } = await mountHeard({
      flowId,
      config: {
        get messages() {
          return new Proxy({}, { get: (_, term) => (term === 'completed.title' ? throws() : undefined) });
        },
      },
    });
    expect(await title(element)).to.equal('We cannot show this right now');
    await settled(element);
    expect(heard.details('dots-error')[0]).to.deep.equal({ ...told, step: null });
    expect(reported[0]).to.equal(secret);
  });
});
