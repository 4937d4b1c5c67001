import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { SnapshotOptions } from '../../support/snapshots.ts';
import { fill, submit } from '../support.ts';
import {
  accessible,
  button,
  eventually,
  flowId,
  later,
  listen,
  mount,
  mountAtStep,
  mountHeard,
  noNetwork,
  openSession,
  problem,
  session,
  settled,
  snapshot,
  snapshotAt,
  state,
  stepOf,
  type TestFlow,
  title,
  useApi,
} from './support.ts';

const online = (value: boolean): void => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => value });
  globalThis.dispatchEvent(new Event(value ? 'online' : 'offline'));
};

const canEmulateMedia = navigator.userAgent.includes('Chrome');

describe('the frame of <dots-flow>', () => {
  const api = useApi();
  beforeEach(() => api.on(openSession, session()));
  const texts = (element: TestFlow) => element.renderRoot.textContent ?? '';

  describe('before the first step', () => {
    it('waits behind a skeleton while it has nothing to run', async () => {
      const { element, heard } = await mountHeard({});
      await settled(element);
      expect(element.state.name).to.equal('idle');
      expect(element.flow).to.equal(null);
      expect(element.renderRoot.querySelector('[part=skeleton]')).not.to.equal(null);
      expect(api.calls()).to.deep.equal([]);
      expect(heard.events).to.deep.equal([]);
      await accessible(element);
    });

    it('shows the skeleton while the session is opened, and says that it is busy', async () => {
      const slow = later();
      api.on(openSession, slow.reply);
      const element = await mount();
      await settled(element);
      expect(element.state.name).to.equal('opening');
      expect(element.renderRoot.querySelector('.screen')?.getAttribute('aria-busy')).to.equal('true');
      expect(element.renderRoot.querySelector('[part=skeleton]')?.getAttribute('aria-label')).to.equal(
        'Loading',
      );
      expect(
        element.renderRoot.querySelectorAll('input, button, a, [tabindex]'),
        'nothing to reach with Tab',
      ).to.have.length(0);
      await accessible(element);

      slow.answer(session());
      await stepOf(element);
      expect(element.renderRoot.querySelector('.screen')?.getAttribute('aria-busy')).to.equal('false');
      expect(element.renderRoot.querySelector('[part=skeleton]')).to.equal(null);
      await accessible(element);
    });

    it('keeps its height when the first step takes the place of the skeleton', async () => {
      const slow = later();
      api.on(openSession, slow.reply);
      const element = await mount();
      await settled(element);
      const before = element.getBoundingClientRect();
      slow.answer(session());
      await stepOf(element, 'authentication');
      const after = element.getBoundingClientRect();
      expect(Math.abs(after.height - before.height)).to.be.at.most(1);
    });
  });

  describe('progress', () => {
    const position = (element: TestFlow) =>
      element.renderRoot.querySelector('[part=progress] p > span')?.textContent;

    it('counts the steps the payee goes through', async () => {
      const { element } = await mountAtStep();
      expect(position(element)).to.equal('Step 1 of 4 · Your phone');
      expect(element.renderRoot.querySelectorAll('.bar > i')).to.have.length(4);
      expect(element.renderRoot.querySelectorAll('.bar > [part~=active]')).to.have.length(1);
    });

    it('leaves out what is skipped, and does not count to one', async () => {
      const snapshotNow = snapshotAt({ steps: ['authentication', 'onboarding'] });
      const plan = snapshotNow.plan.map((entry, index) =>
        index === 1 ? { ...entry, state: 'skipped' as const } : entry,
      );
      api.on(openSession, session({ steps: ['authentication'], more: { plan } }));
      const { element } = await mountAtStep();
      expect(position(element)).to.equal('Your phone');
      expect(element.renderRoot.querySelectorAll('.bar > i')).to.have.length(1);
    });

    it('says that this is the sandbox, and only there', async () => {
      const { element } = await mountAtStep();
      expect(element.renderRoot.querySelector('[part=sandbox]')?.textContent).to.equal('Sandbox');
      api.on(openSession, session({ more: { sandbox: false } }));
      const { element: live } = await mountAtStep();
      expect(live.renderRoot.querySelector('[part=sandbox]')).to.equal(null);
    });
  });

  describe('the end', () => {
    it('says who has been told when everything is done', async () => {
      api.on(openSession, session({ at: null }));
      const element = await mount();
      expect(await title(element)).to.equal('All done');
      expect(texts(element)).to.include('Acme Studio has been told');
      expect(element.renderRoot.querySelectorAll('.screen :is(button, a)')).to.have.length(0);
      await accessible(element);
    });

    for (const reason of ['expired', 'canceled'] as const) {
      it(`says so when the flow is ${reason}, and offers nothing that cannot work`, async () => {
        api.on(openSession, problem(410, `flow-${reason}`));
        const { element, heard } = await mountHeard();
        expect(await title(element)).to.equal(
          reason === 'expired' ? 'This link has expired' : 'This link was canceled',
        );
        expect(element.renderRoot.querySelectorAll('.screen :is(button, a)')).to.have.length(0);
        expect(heard.types()).to.deep.equal(['dots-error', 'dots-flow-expired']);
        expect(heard.details('dots-error')).to.deep.equal([
          { code: `flow-${reason}`, retryable: false, flowId: null, step: null, fields: [] },
        ]);
        expect(heard.details('dots-flow-expired')).to.deep.equal([{ flowId: null, reason }]);
        await accessible(element);
      });
    }

    it('says so when the flow ends in the middle of a step', async () => {
      api.on('POST /session/authentication/code', problem(410, 'flow-expired'));
      const { element, heard } = await mountHeard();
      const step = await stepOf(element);
      await fill(step, { phone_number: '2025550123' });
      await submit(step);
      expect(await title(element)).to.equal('This link has expired');
      expect(heard.details('dots-flow-expired')).to.deep.equal([{ flowId, reason: 'expired' }]);
    });

    it('leads to the hosted page for a step it does not know', async () => {
      const current = { step: 'a-step-to-come', hide_continue_button: false } as never;
      api.on(openSession, session({ more: { current } }));
      const { element, heard } = await mountHeard();
      expect(await title(element)).to.equal('One step is waiting on another page');
      expect((button(element, 'Open the full page') as HTMLAnchorElement).href).to.equal(
        `https://pay.example/flow/${flowId}`,
      );
      expect(heard.details('dots-error')).to.deep.equal([
        { code: 'unsupported-step', retryable: false, flowId, step: 'a-step-to-come', fields: [] },
      ]);
      expect(heard.details('dots-step-started')).to.deep.equal([]);
      await accessible(element);
    });
  });

  describe('a session that cannot be opened', () => {
    const refusals = [
      ['origin-not-allowed', 403, 'not set up to show this form'],
      ['unknown-client-id', 404, 'client id is wrong'],
      ['too-many-requests', 429, 'a bit too often'],
      ['internal-error', 500, 'nothing is done twice'],
      ['something-new', 400, 'something-new'],
    ] as const;
    for (const [code, status, text] of refusals) {
      it(`says what is wrong (${code}) and goes on when trying again works`, async () => {
        api.on(openSession, problem(status, code));
        const { element, heard } = await mountHeard();
        await title(element);
        expect(texts(element)).to.include(text);
        expect(element.renderRoot.querySelector('[role=alert]')).not.to.equal(null);
        expect(heard.details('dots-error')).to.have.length(1);
        await accessible(element);

        api.on(openSession, session());
        button(element, 'Try again').click();
        await stepOf(element, 'authentication');
        expect(heard.details('dots-ready')).to.have.length(1);
      });
    }

    for (const [code, status, text] of [
      ['no-such-resource', 404, 'This link does not exist'],
      ['user-id-not-allowed', 400, 'This website is not set up correctly'],
      ['invalid-config', 400, 'This website is not set up correctly'],
    ] as const)
      it(`offers no second try where it would end like the first (${code})`, async () => {
        api.on(openSession, problem(status, code));
        const element = await mount();
        await title(element);
        expect(texts(element)).to.include(text);
        expect(element.renderRoot.querySelectorAll('.screen button')).to.have.length(0);
        await accessible(element);
      });

    it('says so when the server answers with something else entirely', async () => {
      api.on(
        openSession,
        () =>
          new Response('<!doctype html><title>Nothing here</title>', {
            headers: { 'content-type': 'text/html' },
          }),
      );
      const { element, heard } = await mountHeard();
      await title(element);
      expect(texts(element)).to.include('does not understand');
      expect(heard.details('dots-error')).to.deep.equal([
        { code: 'invalid-answer', retryable: true, flowId: null, step: null, fields: [] },
      ]);
    });

    it('tries again by itself when the network is back', async () => {
      api.on(openSession, noNetwork, noNetwork, noNetwork, session());
      const { element, heard } = await mountHeard();
      await state(element, 'failed');
      expect(heard.details('dots-error')).to.deep.equal([
        { code: 'network-error', retryable: true, flowId: null, step: null, fields: [] },
      ]);
      await title(element);
      await accessible(element);
      globalThis.dispatchEvent(new Event('online'));
      await stepOf(element);
      expect(heard.details('dots-ready')).to.have.length(1);
    });

    it('gets over a network that stumbles without a word', async () => {
      api.on(openSession, noNetwork, problem(503, 'service-unavailable'), session());
      const { element, heard } = await mountHeard();
      await stepOf(element);
      expect(heard.details('dots-error')).to.deep.equal([]);
    });
  });

  describe('offline', () => {
    afterEach(() => {
      delete (navigator as { onLine?: boolean }).onLine;
    });

    it('says that what was typed stays, until the network is back', async () => {
      const { element, step } = await mountAtStep();
      await fill(step, { phone_number: '2025550123' });
      online(false);
      const banner = () => element.renderRoot.querySelector('[part=offline]');
      await eventually(banner, 'the banner is there');
      expect(banner()?.textContent).to.include('You are offline');
      expect(banner()?.getAttribute('role')).to.equal('status');
      await accessible(element);

      online(true);
      await settled(element);
      expect(banner()).to.equal(null);
      expect((step.renderRoot.querySelector('[name=phone_number]') as HTMLInputElement).value).to.contain(
        '202',
      );
      expect(api.calls(openSession)).to.have.length(1);
    });
  });

  describe('closable', () => {
    it('offers to close where the flow has ended, and leaves it to the page what that means', async () => {
      api.on(openSession, session({ at: null }));
      const { element, heard } = await mountHeard({ flowId, closable: true });
      await title(element);
      await accessible(element);
      button(element, 'Close').click();
      await settled(element);
      expect(heard.details('dots-exit')).to.deep.equal([{ flowId, reason: 'completed' }]);
      expect(element.isConnected).to.equal(true);
      expect(await title(element)).to.equal('All done');
    });

    it('tells why it has ended', async () => {
      api.on(openSession, problem(410, 'flow-expired'));
      const ended = await mountHeard({ flowId, closable: true });
      await title(ended.element);
      button(ended.element, 'Close').click();
      expect(ended.heard.details('dots-exit')).to.deep.equal([{ flowId: null, reason: 'ended' }]);

      api.on(openSession, problem(403, 'origin-not-allowed'));
      const failed = await mountHeard({ flowId, closable: true });
      await title(failed.element);
      button(failed.element, 'Close').click();
      expect(failed.heard.details('dots-exit')).to.deep.equal([{ flowId: null, reason: 'failed' }]);
    });

    it('does not offer it in the middle of a step', async () => {
      const { element } = await mountAtStep({ flowId, closable: true });
      expect(texts(element)).not.to.include('Close');
    });
  });

  describe('focus', () => {
    it('is not taken from the page by the first screen, also of a flow that goes on', async () => {
      for (const at of ['authentication', 'onboarding'] as const) {
        api.on(openSession, session({ at }));
        const input = document.body.appendChild(document.createElement('input'));
        input.focus();
        const { element } = await mountAtStep();
        await settled(element);
        expect(document.activeElement === input, `at ${at}`).to.equal(true);
        input.remove();
      }
    });

    it('goes to the heading of the next step', async () => {
      const steps = ['authentication', 'onboarding'] as const;
      api.on(
        openSession,
        session({ steps, requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' } }),
      );
      api.on('POST /session/authentication/check', snapshot({ steps, at: 'onboarding' }));
      const { element, step } = await mountAtStep();
      await fill(step, { code: '123456' });
      const next = await stepOf(element, 'onboarding');
      await eventually(() => next.shadowRoot?.activeElement, 'something has the focus');
      expect(next.shadowRoot?.activeElement?.id).to.equal('title');
    });

    it('goes to the heading of a step that comes back after another code', async () => {
      const steps = ['authentication', 'manage-payments'] as const;
      const away = {
        steps,
        at: 'manage-payments',
        more: { waiting: true, completions: [] },
      } satisfies SnapshotOptions;
      api.on(openSession, session(away));
      const { element } = await mountAtStep();
      await eventually(() => api.streams === 1, 'the element listens');
      const shown: (string | undefined)[] = [];
      for (const at of ['authentication', 'manage-payments'] as const) {
        api.push(snapshotAt({ ...away, at }));
        const step = await stepOf(element, at);
        await eventually(() => step.shadowRoot?.activeElement, 'something has the focus');
        shown.push(`${at} ${step.shadowRoot?.activeElement?.id}`);
      }
      expect(shown).to.deep.equal(['authentication title', 'manage-payments title']);
    });

    it('goes to the next heading from a wrapper of the page that took it on a click', async () => {
      const steps = ['background-check', 'manage-payouts'] as const;
      const away = {
        steps,
        at: 'background-check',
        requirement: { phase: 'review', status: 'pending' },
        more: { waiting: true },
      } as const;
      api.on(openSession, session(away));
      const { element } = await mountAtStep();
      await eventually(() => api.streams === 1, 'the element listens');
      const wrapper = element.parentElement ?? expect.fail('not in a page');
      wrapper.tabIndex = -1;
      wrapper.focus();
      expect(document.activeElement === wrapper).to.equal(true);
      api.push(snapshotAt({ steps, at: 'manage-payouts', more: { waiting: true } }));
      const next = await stepOf(element, 'manage-payouts');
      await eventually(() => next.shadowRoot?.activeElement, 'something has the focus');
      expect(next.shadowRoot?.activeElement?.id).to.equal('title');
    });

    it('stays in a field of the page while the flow goes on by itself', async () => {
      const steps = ['background-check', 'manage-payouts'] as const;
      const away = {
        steps,
        at: 'background-check',
        requirement: { phase: 'review', status: 'pending' },
        more: { waiting: true },
      } as const;
      api.on(openSession, session(away));
      const { element } = await mountAtStep();
      await eventually(() => api.streams === 1, 'the element listens');
      const input = document.body.appendChild(document.createElement('input'));
      input.focus();
      api.push(snapshotAt({ ...away, requirement: { phase: 'stopped', status: 'canceled' } }));
      await settled(element);
      expect(document.activeElement === input, 'after another screen of the step').to.equal(true);
      api.push(snapshotAt({ steps, at: 'manage-payouts', more: { waiting: true } }));
      await settled(await stepOf(element, 'manage-payouts'));
      expect(document.activeElement === input, 'after the next step').to.equal(true);
      api.push(snapshotAt({ steps, at: null }));
      await title(element);
      await settled(element);
      expect(document.activeElement === input, 'after the end').to.equal(true);
      input.remove();
    });

    it('goes to the first control of the step with focus()', async () => {
      api.on(openSession, session({ at: 'onboarding' }));
      const { element, step } = await mountAtStep();
      element.focus();
      expect((step.shadowRoot?.activeElement as HTMLInputElement).name).to.equal('first_name');
    });

    it('goes to the heading of a closing screen with focus()', async () => {
      api.on(openSession, problem(403, 'origin-not-allowed'));
      const element = await mount();
      await title(element);
      element.focus();
      expect(element.shadowRoot?.activeElement?.id).to.equal('title');

      api.on(openSession, session({ at: null }));
      element.reset();
      await element.load();
      await eventually(
        () => element.renderRoot.querySelector('#title')?.textContent === 'All done',
        'it is done',
      );
      element.focus();
      expect(element.shadowRoot?.activeElement?.id).to.equal('title');
    });

    it('does nothing while there is nothing to focus', async () => {
      const element = await mount({});
      element.focus();
      expect(element.matches(':focus-within')).to.equal(false);
    });
  });

  describe('looks', () => {
    it('reflect the theme, whether set or configured', async () => {
      const { element } = await mountAtStep({ flowId, theme: 'dark' });
      expect(element.getAttribute('theme')).to.equal('dark');
      expect(getComputedStyle(element).colorScheme).to.equal('dark');
      (element.parentElement as HTMLElement).style.background = '#14171c';
      await accessible(element);
      element.theme = 'light';
      await element.updateComplete;
      expect(getComputedStyle(element).colorScheme).to.equal('light');
      const { element: configured } = await mountAtStep({ config: { flowId, theme: 'auto' } });
      expect(configured.getAttribute('theme')).to.equal('auto');
    });

    it('follow the page when nothing is said', async () => {
      const { element } = await mountAtStep();
      expect(element.hasAttribute('theme')).to.equal(false);
      expect(getComputedStyle(element).colorScheme).to.equal(
        getComputedStyle(document.documentElement).colorScheme,
      );
    });

    // Only Chromium lets a test change what the payee prefers (CDP). The style sheets are the same in all
    // browsers.
    if (canEmulateMedia) {
      it('do not move when less motion is asked for', async () => {
        await emulateMedia({ reducedMotion: 'reduce' });
        const { element, step } = await mountAtStep();
        expect(parseFloat(getComputedStyle(step).animationDuration)).to.be.at.most(0.001);
        expect(
          getComputedStyle(element.renderRoot.querySelector('.bar > i') as Element).transitionDuration,
        ).to.equal('0s');
        await emulateMedia({ reducedMotion: 'no-preference' });
      });
    }
  });

  describe('words', () => {
    it('are those of the page where it has its own', async () => {
      const { step } = await mountAtStep({
        config: {
          flowId,
          messages: { 'authentication.title': 'Your number, please', 'authentication.send': '' },
        },
      });
      expect(step.renderRoot.querySelector('h2')?.textContent).to.equal('Your number, please');
      expect(
        step.renderRoot.querySelector('[type=submit]')?.textContent?.trim(),
        'an empty word is a word',
      ).to.equal('');
    });

    it('that come later than the step that needs them are filled in', async () => {
      api.on(openSession, session({ at: 'onboarding' }));
      const { step } = await mountAtStep();
      step.renderRoot.querySelector<HTMLButtonElement>('[type=submit]')?.click();
      const title = () => step.renderRoot.querySelector('[part~=summary] strong')?.textContent;
      await eventually(() => title() === '3 things need your attention', 'the summary has its title');
    });

    for (const lang of ['nonsense_lang!', 'x', '']) {
      it(`are there with lang="${lang}"`, async () => {
        const { element, step } = await mountAtStep({ flowId, lang });
        expect(step.renderRoot.querySelector('h2')?.textContent).to.equal('Confirm your phone');
        await accessible(element);
      });
    }

    it('are there in a browser whose own language is none that `Intl` knows', async () => {
      const own = Object.getOwnPropertyDescriptor(navigator, 'languages');
      Object.defineProperty(navigator, 'languages', { configurable: true, value: ['en-US@posix', 'C', ''] });
      try {
        api.on(openSession, session({ at: 'onboarding' }));
        const { element } = await mountAtStep();
        await accessible(element);
      } finally {
        if (own) Object.defineProperty(navigator, 'languages', own);
        else Reflect.deleteProperty(navigator, 'languages');
      }
    });

    it('change with the language without losing what was typed', async () => {
      api.on(openSession, session({ at: 'onboarding', requirement: { prefill: { country: 'DE' } } }));
      const { element, step } = await mountAtStep();
      await fill(step, { first_name: 'Robin' });
      const country = () =>
        (step.renderRoot.querySelector('[name=country]') as HTMLSelectElement).selectedOptions[0]?.text;
      expect(country()).to.equal('Germany');
      element.lang = 'de';
      await eventually(() => country() === 'Deutschland', 'the countries have their German names');
      expect((step.renderRoot.querySelector('[name=first_name]') as HTMLInputElement).value).to.equal(
        'Robin',
      );
      expect(api.calls(openSession)).to.have.length(1);
    });
  });

  it('says politely what a step announces', async () => {
    api.on(openSession, session({ requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' } }));
    api.on(
      'POST /session/authentication/code',
      snapshot({ requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' } }),
    );
    const { element, step } = await mountAtStep();
    expect(listen(element).events).to.deep.equal([]);
    button(step, 'Send a new code').click();
    const said = () => element.renderRoot.querySelector('.sr[role=status]')?.textContent;
    await eventually(() => said() === 'A new code is on its way.', 'it is said');
  });

  it('has a width in a parent that shrinks to its content, and fits into a narrow one', async () => {
    api.on(openSession, session());
    const { element } = await mountAtStep();
    const parent = document.createElement('div');
    document.body.append(parent);
    parent.append(element);
    for (const style of [
      'float: left',
      'display: inline-block',
      'display: grid; place-items: center',
      'position: absolute',
    ]) {
      parent.setAttribute('style', style);
      expect(element.getBoundingClientRect().width, style).to.be.at.least(320);
    }
    parent.setAttribute('style', 'display: flex; width: 240px');
    expect(element.getBoundingClientRect().width).to.be.at.most(240);
    parent.remove();
  });
});
