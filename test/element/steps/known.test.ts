import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import module from '../../../src/steps/authentication/index.ts';
import { eventually } from '../eventually.ts';
import {
  control,
  errorOf,
  fieldProblems,
  fill,
  find,
  focused,
  mountStep,
  submit,
  title,
  type MountOptions,
} from '../support.ts';

type Requirement = RequirementOf<'authentication'>;

const code: Requirement = {
  step: 'authentication',
  hide_continue_button: false,
  phase: 'code',
  known_phone: true,
  masked_phone: '+1 ••• ••• 0123',
  default_country: 'US',
  calling_code: '1',
  channel: 'sms',
  resend_in: 0,
  attempts_left: 5,
};
const birth: Requirement = { ...code, phase: 'known', asks: 'date_of_birth' };
const number: Requirement = { ...code, phase: 'known', asks: 'account_last4' };
const known = (body: object) => ({ method: 'POST', path: '/authentication/known', body });

async function mount(requirement: Requirement, options?: MountOptions) {
  const mounted = await mountStep(module, requirement, options);
  await eventually(
    () => mounted.element.renderRoot.querySelector(`[name=${requirement.asks}]`),
    'it is asked',
  );
  return mounted;
}

describe('authentication: something known', () => {
  it('comes after the code, says why, and takes the focus', async () => {
    const { element, push } = await mountStep(module, code);
    control(element, 'code').focus();
    await push(birth);
    await eventually(() => focused(element) === 'date_of_birth', 'the first part has the focus');
    expect(title(element)).to.equal('One more question');
    expect(find(element, '.lead').textContent).to.include('only you know');
    expect(element.renderRoot.textContent).to.include('ask Acme for help.');
    expect(element.renderRoot.querySelector('[name=code]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is sent as one date', async () => {
    const { element, sent } = await mount(birth);
    await fill(element, { date_of_birth: '1990-04-12' });
    await submit(element);
    expect(sent).to.deep.equal([known({ date_of_birth: '1990-04-12' })]);
  });

  it('is checked before it is sent', async () => {
    const { element, sent } = await mount(birth);
    await submit(element);
    expect(errorOf(element, 'date_of_birth')).to.equal('Enter your date of birth.');
    await fill(element, { date_of_birth: '1990-02-30' });
    await submit(element);
    expect(errorOf(element, 'date_of_birth')).to.include('no such day');
    await expect(element).to.be.accessible();
    expect(sent).to.deep.equal([]);
  });

  it('may be the end of a bank account, or the whole of it', async () => {
    const { element, sent } = await mount(number);
    await submit(element);
    expect(errorOf(element, 'account_last4')).to.include('last four');
    await fill(element, { account_last4: '12-3456789' });
    await submit(element);
    expect(sent).to.deep.equal([known({ account_last4: '6789' })]);
    await expect(element).to.be.accessible();
  });

  it('that is wrong can be corrected; the third time it says when to go on', async () => {
    const { element, refuse } = await mount(birth);
    await fill(element, { date_of_birth: '1990-04-13' });
    await submit(element);
    await refuse(fieldProblems({ field: 'date_of_birth', code: 'wrong-answer' }));
    expect(errorOf(element, 'date_of_birth')).to.include('does not match');
    await submit(element);
    await refuse(
      flowProblem('too-many-requests', { fields: [{ field: 'date_of_birth', code: 'too-many-requests' }] }),
    );
    expect(errorOf(element, 'date_of_birth')).to.include('24 hours');
  });
});
