import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import type { FieldError } from '../../../src/flow/problem.ts';
import { errorSummary } from '../../../src/ui/error-summary.ts';
import { textField, type FormView } from '../../../src/ui/fields.ts';
import { FormController, type Raw, type Reading } from '../../../src/ui/form-controller.ts';
import { authentication } from '../../../src/locales/en/authentication.ts';
import { closing } from '../../../src/locales/en/closing.ts';
import { onboarding } from '../../../src/locales/en/onboarding.ts';
import { shell } from '../../../src/locales/en/shell.ts';
import { tokens } from '../../../src/ui/tokens.ts';
import { controls } from '../../../src/ui/controls-styles.ts';
import { Localizer } from '../../../src/locales/localizer.ts';

const names = ['first_name', 'last_name', 'email'];

/**
 * A form of three fields that must not be empty. `read` finds problems in another order than that of the
 * screen.
 */
class TestForm extends LitElement {
  static override readonly styles = [tokens, controls];
  readonly form = new FormController<Raw>(this, { fields: () => names, read });
  readonly view: FormView;

  constructor() {
    super();
    const localizer = new Localizer('en');
    for (const words of [shell, closing, authentication, onboarding]) localizer.add(words);
    this.view = { form: this.form, localizer };
  }

  override render(): TemplateResult {
    return html`${errorSummary(this.view)}
    ${names.map((name) => textField(this.view, { name, label: name, hint: name === 'email' ? 'For receipts.' : undefined, autocomplete: 'off', optional: name === 'last_name' }))}`;
  }
}
customElements.define('test-form', TestForm);

function read(raw: Raw): Reading<Raw> {
  const errors = [...names]
    .reverse()
    .flatMap((field): FieldError[] => (raw[field] ? [] : [{ field, code: 'required' }]));
  return errors.length ? { ok: false, errors } : { ok: true, value: raw };
}

describe('a form', () => {
  let element: TestForm;
  let form: FormController<Raw>;
  beforeEach(async () => {
    element = await fixture<TestForm>(html`<test-form></test-form>`);
    ({ form } = element);
  });
  const input = (name: string) =>
    element.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement;
  const shown = () => names.filter((name) => element.renderRoot.querySelector(`#${name}-error`));
  const type = async (name: string, value: string) => {
    input(name).focus();
    input(name).value = value;
    input(name).dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    await element.updateComplete;
  };
  const leave = async (name: string) => {
    input(name).blur();
    await element.updateComplete;
  };
  const submit = async () => {
    const value = form.submit();
    await element.updateComplete;
    await element.updateComplete;
    return value;
  };

  describe('shows that something is wrong', () => {
    it('at first nowhere', async () => {
      expect(shown()).to.deep.equal([]);
      expect(input('email').getAttribute('aria-invalid')).to.equal('false');
      await expect(element).to.be.accessible();
    });

    it('not while a field is typed in, and not when one is only passed through', async () => {
      await type('first_name', 'R');
      await type('first_name', '');
      expect(shown()).to.deep.equal([]);
      input('last_name').focus();
      input('email').focus();
      await element.updateComplete;
      expect(shown()).to.deep.equal(['first_name']);
    });

    it('once an edited field is left, and no longer when it is right', async () => {
      await type('first_name', 'R');
      await type('first_name', '');
      await leave('first_name');
      expect(shown()).to.deep.equal(['first_name']);
      await expect(element).to.be.accessible();
      await type('first_name', 'Robin');
      expect(shown()).to.deep.equal([]);
    });

    it('everywhere after a submit, with the focus on the first field of the screen', async () => {
      await type('last_name', 'Vance');
      expect(await submit()).to.equal(undefined);
      expect(shown()).to.deep.equal(['first_name', 'email']);
      expect(element.shadowRoot?.activeElement?.id).to.equal('first_name');
      await expect(element).to.be.accessible();
    });

    it('no longer when another screen begins, which keeps what was typed', async () => {
      await type('last_name', 'Vance');
      await submit();
      form.begin();
      await element.updateComplete;
      expect(shown()).to.deep.equal([]);
      expect(form.value('last_name')).to.equal('Vance');
      expect(form.summary()).to.deep.equal([]);
    });
  });

  it('gives its value when everything is right', async () => {
    form.prefill({ first_name: 'Robin', last_name: 'Vance', email: 'robin@example.com' });
    expect(await submit()).to.deep.equal({
      first_name: 'Robin',
      last_name: 'Vance',
      email: 'robin@example.com',
    });
    expect(shown()).to.deep.equal([]);
  });

  describe('refused by the server', () => {
    beforeEach(async () => {
      form.prefill({ first_name: 'Robin', last_name: 'Vance', email: 'robin@example.com' });
      await submit();
      form.refuse([
        { field: 'email', code: 'invalid-email' },
        { field: 'first_name', code: 'too-long' },
      ]);
      await element.updateComplete;
    });

    it('shows it at the fields, in the order of the screen', async () => {
      expect(form.summary().map(({ field, code }) => `${field} ${code}`)).to.deep.equal([
        'first_name too-long',
        'email invalid-email',
      ]);
      await form.focusFirstError();
      expect(element.shadowRoot?.activeElement?.id).to.equal('first_name');
      await expect(element).to.be.accessible();
    });

    it('forgets it for a field that is edited, and only for that one', async () => {
      await type('email', 'robin@example.org');
      expect(shown()).to.deep.equal(['first_name']);
    });

    it('still checks the fields itself', async () => {
      await type('email', '');
      expect(form.errorOf('email')).to.deep.equal({ field: 'email', code: 'required' });
    });

    it('forgets all of it with the next submit', async () => {
      expect(await submit()).not.to.equal(undefined);
      expect(shown()).to.deep.equal([]);
    });
  });

  describe('prefilled', () => {
    it('never overwrites what was typed, even when that was to clear the field', async () => {
      await type('first_name', 'Robin');
      form.prefill({ last_name: 'Vance', email: 'robin@example.com' });
      await element.updateComplete;
      await type('last_name', '');
      form.prefill({ first_name: 'Rob', last_name: 'Vance', email: null });
      await element.updateComplete;
      expect(names.map((name) => input(name).value)).to.deep.equal(['Robin', '', 'robin@example.com']);
    });

    it('does not count as edited: leaving it shows nothing', async () => {
      form.prefill({ first_name: 'Robin' });
      await element.updateComplete;
      input('first_name').focus();
      await leave('first_name');
      expect(shown()).to.deep.equal([]);
      form.set('email', '');
      form.leave('email');
      await element.updateComplete;
      expect(shown(), 'setting what it is already is no edit').to.deep.equal([]);
    });

    it('forgets everything with clear()', async () => {
      await type('first_name', 'Robin');
      form.clear();
      await element.updateComplete;
      expect(input('first_name').value).to.equal('');
      form.prefill({ first_name: 'Rob' });
      await element.updateComplete;
      expect(input('first_name').value).to.equal('Rob');
    });
  });

  describe('the summary', () => {
    const summary = () => element.renderRoot.querySelector('[part=summary]');

    it('is there when more than one thing is wrong, in the order of the screen', async () => {
      await submit();
      expect(summary()?.querySelector('strong')?.textContent).to.equal('3 things need your attention');
      expect([...(summary()?.querySelectorAll('a') ?? [])].map((link) => link.hash)).to.deep.equal([
        '#first_name',
        '#last_name',
        '#email',
      ]);
      await type('first_name', 'Robin');
      await type('last_name', 'Vance');
      expect(summary(), 'one thing says it itself').to.equal(null);
      expect(shown()).to.deep.equal(['email']);
    });

    it('jumps to the field without touching the address of the page', async () => {
      const before = location.href;
      await submit();
      [...(summary()?.querySelectorAll('a') ?? [])].at(-1)?.click();
      expect(element.shadowRoot?.activeElement?.id).to.equal('email');
      expect(location.href).to.equal(before);
    });

    it('is not there before a submit', async () => {
      for (const name of names) {
        await type(name, 'x');
        await type(name, '');
        await leave(name);
      }
      expect(shown()).to.deep.equal(names);
      expect(summary()).to.equal(null);
    });
  });

  describe('each field', () => {
    const describedBy = (name: string) => input(name).getAttribute('aria-describedby');

    it('is named by its label and says whether it is needed', async () => {
      expect(input('first_name').labels?.[0]?.textContent?.trim()).to.equal('first_name');
      expect(names.map((name) => input(name).ariaRequired)).to.deep.equal(['true', 'false', 'true']);
      expect(input('last_name').labels?.[0]?.textContent).to.include('(optional)');
    });

    it('is described by its hint and by its error, only while they are there', async () => {
      expect(describedBy('first_name')).to.equal(null);
      expect(describedBy('email')).to.equal('email-hint');
      await submit();
      expect(describedBy('first_name')).to.equal('first_name-error');
      expect(describedBy('email')).to.equal('email-hint email-error');
      for (const id of ['email-hint', 'email-error'])
        expect(element.renderRoot.querySelectorAll(`#${id}`)).to.have.length(1);
      await type('email', 'robin@example.com');
      expect(describedBy('email')).to.equal('email-hint');
    });

    it('takes what a password manager fills in without a word about what it did', async () => {
      input('email').value = 'robin@example.com';
      input('email').dispatchEvent(new Event('input', { bubbles: true }));
      expect(form.value('email')).to.equal('robin@example.com');
      input('first_name').value = 'Robin';
      input('first_name').dispatchEvent(new Event('change', { bubbles: true }));
      expect(form.value('first_name')).to.equal('Robin');
    });
  });
});
