import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import module from '../../../src/steps/onboarding/index.ts';
import { createMockApi, type MockUserInput } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import { expectDrawnOnce } from '../every-screen/support.ts';
import {
  control,
  description,
  errorOf,
  fieldProblems,
  fill,
  find,
  focused,
  mountOnMock,
  mountStep,
  names,
  settled,
  submit,
  type MountOptions,
} from '../support.ts';

/** Nothing is known of the payee but the phone. */
const unknown = { first_name: '', last_name: '', email: '', country: '' };
/** `user`: what is known, and asked for once more. */
function mount(user: MockUserInput = {}, options?: MountOptions) {
  const api = createMockApi();
  const user_id = api.createUser({ ...unknown, ...user });
  return mountOnMock(module, api, { steps: [{ name: 'onboarding', force: true }], user_id }, options);
}
const everything: RequirementOf<'onboarding'> = {
  step: 'onboarding',
  hide_continue_button: false,
  fields: ['first_name', 'last_name', 'email', 'country'],
  prefill: {},
};
const robin = { first_name: 'Robin', last_name: 'Vance', email: 'robin@example.com', country: 'DE' };

describe('onboarding', () => {
  after(expectDrawnOnce);

  it('asks for what is required, under the wire names and with autofill tokens', async () => {
    const { element } = await mount();
    expect(names(element)).to.deep.equal(['first_name', 'last_name', 'one_name', 'email', 'country']);
    expect(everything.fields.map((name) => control(element, name).autocomplete)).to.deep.equal([
      'given-name',
      'family-name',
      'email',
      'country',
    ]);
    await expect(element).to.be.accessible();
  });

  it('asks only for what is missing', async () => {
    const api = createMockApi();
    const user_id = api.createUser({ email: '' });
    const { element, sent } = await mountOnMock(module, api, { steps: ['onboarding'], user_id });
    expect(names(element)).to.deep.equal(['email']);
    await fill(element, { email: ' robin@example.com ' });
    await submit(element);
    expect(sent).to.deep.equal([
      { method: 'POST', path: '/onboarding', body: { email: 'robin@example.com' } },
    ]);
  });

  it('starts with what the server knows, else with what the page knows', async () => {
    const prefill = { first_name: 'Rob', last_name: 'Vance', phone_number: '+12025550123' };
    const { element, sent } = await mount({ first_name: 'Robin', country: 'DE' }, { prefill });
    expect(control(element, 'first_name').value).to.equal('Robin');
    expect(control(element, 'last_name').value).to.equal('Vance');
    expect(control(element, 'country').value).to.equal('DE');
    await expect(element).to.be.accessible();
    await fill(element, { email: robin.email });
    await submit(element);
    expect(sent[0]?.body).to.deep.equal(robin);
  });

  it('keeps what was typed when the server says more, and when it is moved in the page', async () => {
    const { element, push } = await mount();
    await fill(element, { first_name: 'Robin' });
    const prefill = { first_name: 'Rob', email: 'robin@example.com' };
    await push(Object.assign({}, element.requirement, { prefill }));
    const elsewhere = document.body.appendChild(document.createElement('div'));
    elsewhere.append(element);
    await settled(element);
    expect(control(element, 'first_name').value).to.equal('Robin');
    expect(control(element, 'email').value).to.equal('robin@example.com');
    elsewhere.remove();
  });

  it('says at each field what is wrong, and puts the focus on the first', async () => {
    const { element, sent } = await mount();
    await fill(element, { first_name: 'Robin', email: 'robin@' });
    await submit(element);
    expect(sent).to.deep.equal([]);
    expect(focused(element)).to.equal('last_name');
    expect(errorOf(element, 'first_name')).to.equal('');
    expect(errorOf(element, 'last_name')).to.include('Enter your last name');
    expect(errorOf(element, 'email')).to.include('is not right');
    expect(errorOf(element, 'country')).to.include('Choose the country');
    expect(control(element, 'email').getAttribute('aria-invalid')).to.equal('true');
    expect(description(element, 'email')).to.include('is not right');
    expect(
      [...element.renderRoot.querySelectorAll('[part="summary"] a')].map((link) => link.getAttribute('href')),
    ).to.deep.equal(['#last_name', '#email', '#country']);
    await expect(element).to.be.accessible();
  });

  it('says what is wrong with a name and an address, and what they look like', async () => {
    const { element } = await mountStep(module, everything);
    for (const name of ['first_name', 'last_name'])
      for (const typed of ['---', '❤']) {
        await fill(element, { [name]: typed });
        expect(errorOf(element, name), typed).to.include('in letters, as on your ID');
      }
    for (const typed of ['ada..b@', 'ada..b@example.com', 'ada@example', 'ada b@example.com', 'ada']) {
      await fill(element, { email: typed });
      expect(errorOf(element, 'email'), typed).to.equal(
        'This email address is not right. It looks like name@example.com.',
      );
    }
  });

  it('takes other names of a country, and those that it has for itself', async () => {
    const { element } = await mountStep(module, everything);
    const select = control<HTMLSelectElement & HTMLInputElement>(element, 'country');
    select.focus();
    await eventually(() => select.options.length > 200, 'the list is built');
    await import('../../../src/ui/country-search.ts');
    await settled(element);
    for (const [typed, country] of [
      ['usa', 'US'],
      ['uk', 'GB'],
      ['ukr', 'UA'],
      ['holland', 'NL'],
      ['oest', 'AT'],
      ['deutsch', 'DE'],
      ['schweiz', 'CH'],
    ] as const) {
      select.blur();
      select.focus();
      select.selectedIndex = 0;
      // A second without a letter begins a new word, and keys of a driver may take as long on a busy machine.
      for (const key of typed) select.dispatchEvent(new KeyboardEvent('keyup', { key }));
      await settled(element);
      expect(select.value, typed).to.equal(country);
    }
    await expect(element).to.be.accessible();
  });

  describe('a payee with one name', () => {
    const tick = async (element: Parameters<typeof control>[0]) => {
      control(element, 'one_name').click();
      await settled(element);
    };

    it('ticks a box, is asked for one name, and sends FNU in place of the other', async () => {
      const { element, sent } = await mountStep(module, everything);
      await fill(element, { first_name: 'Suharto', email: robin.email, country: 'ID' });
      await tick(element);
      expect(names(element)).to.deep.equal(['last_name', 'one_name', 'email', 'country']);
      expect(control(element, 'last_name').value, 'what was typed is kept').to.equal('Suharto');
      expect(control(element, 'last_name').labels?.[0]?.textContent.trim()).to.equal('Your name');
      expect(control(element, 'last_name').autocomplete).to.equal('name');
      await expect(element).to.be.accessible();
      await submit(element);
      expect(sent[0]?.body).to.deep.equal({
        first_name: 'FNU',
        last_name: 'Suharto',
        email: robin.email,
        country: 'ID',
      });
    });

    it('is asked for both names again when the box is cleared', async () => {
      const { element, sent } = await mountStep(module, everything);
      await tick(element);
      await submit(element);
      expect(errorOf(element, 'last_name')).to.not.equal('');
      expect(sent).to.deep.equal([]);
      await tick(element);
      expect(names(element)).to.deep.equal(['first_name', 'last_name', 'one_name', 'email', 'country']);
      expect(control(element, 'first_name').value).to.equal('');
    });

    it('has the focus at the box once it is clicked, also where clicking gives a box none', async () => {
      const { element } = await mountStep(module, everything);
      control(element, 'first_name').focus();
      // As in Safari, a click leaves the focus where it is.
      await tick(element);
      expect(focused(element)).to.equal('one_name');
    });

    it('finds the box ticked when that is known, whichever of the two names is not there', async () => {
      for (const [prefill, shown] of [
        [{ first_name: 'FNU', last_name: 'Suharto' }, 'last_name'],
        [{ first_name: 'Suharto', last_name: 'LNU' }, 'first_name'],
      ] as const) {
        const { element } = await mountStep(module, { ...everything, prefill });
        expect(names(element)).to.deep.equal([shown, 'one_name', 'email', 'country']);
        expect(control(element, shown).value).to.equal('Suharto');
        expect(control(element, 'one_name').checked).to.equal(true);
      }
    });

    for (const [name, typed] of [
      ['first_name', 'FNU'],
      ['last_name', 'LNU'],
      ['first_name', 'LNU'],
      ['last_name', 'FNU'],
      ['first_name', 'XXX'],
    ] as const)
      it(`keeps ${typed} in ${name} while it is typed, and sends it`, async () => {
        const { element, sent } = await mountStep(module, everything);
        const other = name === 'first_name' ? 'last_name' : 'first_name';
        await fill(element, { [other]: 'Vance', email: robin.email, country: 'ID' });
        control(element, name).focus();
        await sendKeys({ type: typed });
        await settled(element);
        expect(control(element, name).value).to.equal(typed);
        expect(focused(element)).to.equal(name);
        await sendKeys({ type: 'son' });
        await settled(element);
        expect(control(element, name).value).to.equal(`${typed}son`);
        await sendKeys({ press: 'Backspace' });
        await sendKeys({ press: 'Backspace' });
        await sendKeys({ press: 'Backspace' });
        await submit(element);
        expect(sent[0]?.body).to.include({ [name]: typed, [other]: 'Vance' });
      });

    it('gets back what was typed when the box was ticked by mistake', async () => {
      for (const typed of [
        { first_name: 'Ada', last_name: 'Lovelace' },
        { first_name: 'Ada', last_name: 'Ada' },
        { first_name: 'Suharto', last_name: '' },
        { first_name: 'FNU', last_name: 'Vance' },
      ]) {
        const { element } = await mountStep(module, everything);
        await fill(element, typed);
        await tick(element);
        await tick(element);
        for (const [name, value] of Object.entries(typed))
          expect(control(element, name).value, name).to.equal(value);
      }
    });

    it('ticks it, too, where only the last name is missing', async () => {
      const { element, sent } = await mountStep(module, { ...everything, fields: ['last_name'] });
      await tick(element);
      expect(names(element)).to.deep.equal(['one_name']);
      await submit(element);
      expect(sent[0]?.body).to.deep.equal({ last_name: 'LNU' });
    });
  });

  it('shows what the server refused at its field, and keeps what was typed', async () => {
    const { element, refuse } = await mount();
    await fill(element, robin);
    await submit(element);
    await expect(element).to.be.accessible();
    await refuse(fieldProblems({ field: 'email', code: 'invalid-email' }));
    expect(errorOf(element, 'email')).to.include('is not right');
    expect(focused(element)).to.equal('email');
    for (const [name, value] of Object.entries(robin))
      expect(control(element, name).value, name).to.equal(value);
    await fill(element, { email: 'robin@example.org' });
    expect(errorOf(element, 'email')).to.equal('');
  });

  it('keeps what was typed when the request fails, says so, and sends the same again', async () => {
    const { element, sent, refuse } = await mount();
    await fill(element, robin);
    await submit(element);
    await refuse(flowProblem('network-error'));
    expect(find(element, '[part="failure"]').textContent).to.include('could not reach');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('does not send twice while a request is under way', async () => {
    const { element, sent } = await mount(robin);
    await submit(element);
    await submit(element);
    expect(sent).to.have.length(1);
  });

  describe('the country list', () => {
    it('has the chosen country at once, and all of them when the payee reaches for it', async () => {
      const { element } = await mount({ country: 'DE' });
      const select = control<HTMLSelectElement>(element, 'country');
      expect(select.selectedOptions[0]?.text).to.equal('Germany');
      select.focus();
      const listed = [...select.options].map(({ value }) => value);
      expect(listed).to.include.members(['AF', 'DE', 'US', 'ZW']);
      expect(listed[1], 'the likely country is on top').to.equal('DE');
      expect(select.value).to.equal('DE');
    });

    it('is in the language of the payee, and in its alphabetical order', async () => {
      const { element } = await mount({ country: 'AT' }, { locale: 'de' });
      const select = control<HTMLSelectElement>(element, 'country');
      select.dispatchEvent(new PointerEvent('pointerdown'));
      const below = [...select.querySelectorAll('hr ~ option')].map(
        (option) => (option as HTMLOptionElement).text,
      );
      expect(below).to.include('Österreich');
      expect(below).to.deep.equal([...below].sort(new Intl.Collator('de').compare));
    });
  });
});
