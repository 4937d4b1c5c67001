import { expect } from '@open-wc/testing';
import { submit } from '../support.ts';
import {
  accessible,
  button,
  eventually,
  mountHeard,
  openSession,
  session,
  settled,
  snapshot,
  snapshotAt,
  stepOf,
  useApi,
} from './support.ts';

const steps = ['authentication', 'onboarding', 'compliance', 'manage-payouts'] as const;

describe('the way back to an earlier step', () => {
  const api = useApi();

  it('is a link above the step, and completes nothing a second time', async () => {
    const profile = { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', country: 'US' };
    const due = { at: 'compliance', steps, more: { back_to: 'onboarding' } } as const;
    const { completions, plan } = snapshotAt(due);
    api.on(openSession, session(due));
    api.on(
      'POST /session/visit',
      snapshot({
        at: 'onboarding',
        steps,
        requirement: { prefill: profile },
        more: { completions, plan, revisit: true, back_to: null },
      }),
    );
    api.on('POST /session/onboarding', snapshot(due));
    const { element, heard } = await mountHeard();
    await stepOf(element, 'compliance');
    await eventually(() => element.renderRoot.querySelector('.back'), 'the link is there');
    await accessible(element);
    button(element, 'Back').click();
    const step = await stepOf(element, 'onboarding');
    expect(api.calls('POST /session/visit')[0]?.body).to.deep.equal({ step: 'onboarding' });
    expect(step.renderRoot.querySelector<HTMLInputElement>('[name=last_name]')?.value).to.equal('Lovelace');
    await settled(element);
    expect(element.renderRoot.querySelector('.back')).to.equal(null);
    await submit(step);
    await stepOf(element, 'compliance');
    expect(heard.details('dots-step-completed')).to.deep.equal([]);
  });

  it('is not there where the server names no step', async () => {
    api.on(openSession, session({ at: 'compliance', steps }));
    const { element } = await mountHeard();
    await stepOf(element, 'compliance');
    await settled(element);
    expect(element.renderRoot.querySelector('.back')).to.equal(null);
  });
});
