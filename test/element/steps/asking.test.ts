/**
 * What every screen does that asks something of the server: while it is asked, when the network fails, and
 * when the server refuses and trying again would not change that.
 */
import { expect } from '@open-wc/testing';
import { identityFields } from '../../../src/contract/steps/background-check.ts';
import type { BankLink, PaymentMethod } from '../../../src/contract/steps/manage-payments.ts';
import type { IdVerificationRequirement } from '../../../src/contract/steps/id-verification.ts';
import type { PayoutMethod } from '../../../src/contract/bank/payout-methods.ts';
import type { Requirement } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { manifest } from '../../../src/steps/manifest.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { snapshotAt } from '../../support/snapshots.ts';
import { eventually } from '../eventually.ts';
import { choose, fill, fillAll, find, has, mountStep, press, settled, submit, walk } from '../support.ts';

type Step = Requirement['step'];

interface Screen {
  /** What is required, on top of the step’s ordinary requirement. */
  readonly more?: object;
  /** Fills in whatever is needed to go on. */
  readonly prepare?: (element: StepElement) => Promise<void>;
  /** The quiet control that asks. Without it, the main button does. */
  readonly quiet?: string;
}

/* what the screens are shown with */

const id = '00000000-0000-4000-8000-000000000001';
const bank: PayoutMethod = {
  id,
  platform: 'ach',
  masked: '••• 6789',
  bank_name: 'Test Bank',
  account_type: 'checking',
  is_default: true,
};
const money = { balance: 1_234_50, methods: [bank] };
const rail = {
  platform: 'ach',
  arrives_in: { from: 1440, to: 7200 },
  fee: 0,
  minimum: 100,
  maximum: 1_000_00,
};
const terms = { amount: 120_00, fee: 0, net: 120_00, method: bank, arrives_in: rail.arrives_in };
const made = (status: string, again: boolean) => ({
  ...money,
  payout: { ...terms, status, history: [], again },
});

const mandate = { version: '2026-11-22', text: ['I authorize Acme to debit my account.'] };
const account: PaymentMethod = {
  id,
  masked: '••• 6789',
  bank_name: 'Test Bank',
  account_type: 'checking',
  status: 'verified',
  failure: null,
  is_default: true,
  deposits: null,
  mandate: { ...mandate, accepted: '2026-03-02T09:00:00.000Z' },
};
const sent: PaymentMethod = {
  ...account,
  status: 'sent',
  is_default: false,
  deposits: { expected: '2026-03-04T09:00:00.000Z', tries_left: 3 },
};
const link: BankLink = {
  institution: { id: 'sandbox-lantern', name: 'Lantern National Bank' },
  phase: 'accounts',
  url: null,
  question: null,
  accounts: [{ id: 'checking', name: 'Everyday Checking', masked: '••• 4442', account_type: 'checking' }],
  failure: null,
  simulated: true,
};

const photo: Partial<IdVerificationRequirement> = {
  phase: 'selfie',
  document: { country: 'US', document_type: 'passport' },
  needs: [],
};
const devices = { state: 'opened', code: '4271', expires_in: null } as const;

const address = { line_1: '12 Elm Street', city: 'Oakland', state: 'CA', postcode: '94607' };
const person = { first_name: 'Ada', last_name: 'Example', date_of_birth: '1/31/1990' };
const abroad = {
  line_1: 'Hauptstraße 1',
  postcode: '50667',
  city: 'Köln',
  country: 'DE',
  citizenship_country: 'DE',
  place_of_work: 'outside',
  foreign_tax_id: '86 095 742 719',
  date_of_birth: '1/31/1990',
};
const { citizenship_country: _, date_of_birth: __, ...home } = abroad;
const seat = { ...home, foreign_tax_id: 'DE136695976' };
const company = {
  business_name: 'Example GmbH',
  incorporation_country: 'DE',
  chapter3_status: 'corporation',
  chapter4_status: 'active_nffe',
};

const filling = (values: Readonly<Record<string, string>>) => (element: StepElement) =>
  fillAll(element, values);

async function signing(element: StepElement): Promise<void> {
  await fill(element, { signature: 'Ada Example' });
  await choose(element, 'consent');
}

/** Goes through the pages of a tax form, up to its button that files it. */
const answering = (values: Readonly<Record<string, string>>) => async (element: StepElement) => {
  await walk(element, values);
  while (!find(element, 'button[type="submit"]').textContent.includes('Certify')) await submit(element);
};
const signed = { signature: 'Ada Example', consent: 'true' };

const linked = (control: string) => (element: StepElement) =>
  eventually(() => element.renderRoot.querySelector(control), 'the screens of the bank are loaded');

const screens: Readonly<Partial<Record<Step, Readonly<Record<string, Screen>>>>> = {
  compliance: {
    'form W-9': { prepare: answering({ ...person, ...address, tin: '412557890' }) },
    'form W-8BEN': {
      more: { form: 'w8ben', country: 'DE', prefill: { first_name: 'Ada', last_name: 'Example' } },
      prepare: answering({ ...abroad, ...signed }),
    },
    'form W-8BEN-E': {
      more: { form: 'w8bene', country: 'DE', prefill: { first_name: 'Ada', last_name: 'Example' } },
      prepare: answering({ ...company, ...seat, ...signed, status_certified: 'true', capacity: 'true' }),
    },
    'the number is being checked': { more: { tax_id_verification: 'pending', masked_tin: '••• 7890' } },
  },
  'background-check': {
    details: {
      more: { phase: 'details', fields: identityFields },
      prepare: filling({ ...person, ...address, ssn: '412557890' }),
    },
    'details that matched nobody': {
      more: {
        phase: 'details',
        fields: identityFields,
        status: 'information_mismatch',
        masked_ssn: '••• 7890',
      },
      prepare: filling({ ...person, ...address, ssn: '412557890' }),
    },
    disclosure: {},
    authorization: { more: { phase: 'authorization', state_notice: 'CA' }, prepare: signing },
    review: { more: { phase: 'review', status: 'pending' } },
    reported: { more: { phase: 'reported', status: 'consider' } },
    'stopped, going on': { more: { phase: 'stopped', status: 'expired' }, quiet: 'Continue without a check' },
    unavailable: { more: { phase: 'unavailable', unavailable: 'age' } },
  },
  'pdf-form-fill': {
    fill: {
      more: {
        fields: [
          {
            id: 'f1',
            type: 'text',
            label: 'Name',
            hint: null,
            required: true,
            options: [],
            max_length: null,
            secret: false,
            page: 1,
          },
        ],
      },
      prepare: filling({ f1: 'Ada Example' }),
    },
    confirm: { more: { phase: 'confirm' }, prepare: (element) => choose(element, 'consent') },
    sign: { more: { phase: 'confirm', signature: true }, prepare: signing },
  },
  'id-verification': {
    choose: { prepare: (element) => choose(element, 'document_type', 'passport') },
    send: { more: photo },
    rejected: { more: { ...photo, phase: 'rejected', rejection: 'glare', tries_left: 2 } },
    away: {
      more: { ...photo, handoff: { ...devices, role: 'starter', holds: false } },
      quiet: 'Go on here instead',
    },
    canceled: { more: { ...photo, handoff: { ...devices, state: 'canceled', role: 'phone', holds: false } } },
  },
  payout: {
    amount: { more: { ...money, rails: [rail] }, prepare: filling({ amount: '120' }) },
    'amount, not now': { more: money, quiet: 'Not now' },
    'a method that is added': {
      more: { ...money, rails: [{ ...rail, platform: 'paypal' }] },
      prepare: async (element) => {
        await press(element, 'Add another way');
        await fill(element, { email: 'ada@example.com' });
      },
    },
    review: { more: { ...money, review: { id, ...terms } } },
    'made, and to be gone on from': { more: made('pending', false) },
    'came back': { more: made('failed', true) },
    'came back, going on': { more: made('failed', true), quiet: 'Continue without withdrawing' },
    empty: { more: { balance: 0 } },
  },
  'manage-payments': {
    manual: {
      more: { linking: false },
      prepare: async (element) => {
        await fill(element, { routing_number: '021000021', account_number: '000987654321' });
        await choose(element, 'account_type', 'checking');
        await choose(element, 'consent');
      },
    },
    'not now': { quiet: 'I’ll do this later' },
    'the bank’s accounts': {
      more: { link },
      prepare: async (element) => {
        await linked('[name="account_id"]')(element);
        await choose(element, 'account_id', 'checking');
        await choose(element, 'consent');
      },
    },
    'the bank’s question': {
      more: { link: { ...link, phase: 'question', question: 'What is the code?', accounts: [] } },
      prepare: async (element) => {
        await linked('[name="answer"]')(element);
        await fill(element, { answer: '000000' });
      },
    },
    'the bank’s own page': {
      more: { link: { ...link, phase: 'elsewhere', url: 'https://bank.example/', accounts: [] } },
      prepare: linked('a.button'),
      quiet: 'I’m done there',
    },
    'a bank that cannot be reached': {
      more: { link: { ...link, phase: 'failed', failure: 'institution-down', accounts: [] } },
      prepare: linked('button.button'),
    },
    'a bank that is left': {
      more: { link: { ...link, phase: 'failed', failure: 'locked', accounts: [] } },
      prepare: linked('button.button'),
    },
    deposits: {
      more: { methods: [sent] },
      prepare: async (element) => {
        await press(element, 'Confirm deposits');
        await fill(element, { amount_1: '12', amount_2: '45' });
      },
    },
    list: { more: { methods: [account] } },
    abroad: { more: { in_us: false } },
  },
};

for (const [step, named] of Object.entries(screens) as [Step, Readonly<Record<string, Screen>>][])
  for (const [name, { more, prepare, quiet }] of Object.entries(named)) {
    const ordinary = snapshotAt({ at: step, steps: [step] }).current as Requirement;
    const requirement = { ...ordinary, ...more };

    /** Puts the screen up, fills it in, and asks once. */
    const ask = async () => {
      const mounted = await mountStep((await manifest[step]()).default, requirement);
      await prepare?.(mounted.element);
      await settled(mounted.element);
      const again = () => (quiet ? press(mounted.element, quiet) : submit(mounted.element));
      const typed = valuesOf(mounted.element);
      await again();
      expect(mounted.sent).to.have.length(1);
      return { ...mounted, again, typed };
    };

    describe(`${step}, asking the server: ${name}`, () => {
      it('says that it is at work, and asks once however often it is pressed', async () => {
        const { element, sent, again, typed } = await ask();
        // Rows that submit have a name; the main button has none.
        const button = element.renderRoot.querySelector('button[type="submit"]:not([name])');
        if (button) {
          const states = ['aria-disabled', 'aria-busy'].map((name) => button.getAttribute(name));
          expect(states).to.deep.equal(['true', quiet ? 'false' : 'true']);
          expect(button.textContent?.includes('Working on it')).to.equal(!quiet);
        } else expect(quiet).not.to.equal(undefined);
        await expect(element).to.be.accessible();
        await again();
        await again();
        expect(sent).to.have.length(1);
        expect(valuesOf(element)).to.deep.equal(typed);
      });

      it('keeps what was typed when the network fails, says so, and asks the same again', async () => {
        const { element, sent, refuse, again, typed } = await ask();
        await refuse(flowProblem('network-error'));
        expect(find(element, '[part="failure"][role="alert"]').textContent).to.include(
          'We could not reach the server',
        );
        expect(valuesOf(element)).to.deep.equal(typed);
        expect(has(element, '[aria-busy="true"], form [aria-disabled="true"]')).to.equal(false);
        await expect(element).to.be.accessible();
        await again();
        expect(has(element, '[part="failure"]')).to.equal(false);
        expect(sent).to.have.length(2);
        expect(sent[1]).to.deep.equal(sent[0]);
      });

      it('keeps what was typed when the answer is no, and says why', async () => {
        const { element, refuse, typed } = await ask();
        await refuse(flowProblem('step-not-current'));
        expect(find(element, '[part="failure"][role="alert"]').textContent).to.include(
          'This step has moved on',
        );
        expect(valuesOf(element)).to.deep.equal(typed);
        await expect(element).to.be.accessible();
      });
    });
  }

/** Returns everything that is typed, chosen and ticked. */
function valuesOf(element: StepElement): Record<string, string> {
  const controls = element.renderRoot.querySelectorAll<
    HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
  >('input, select, textarea');
  const values: Record<string, string> = {};
  for (const one of controls) {
    const { name, value } = one;
    if (!(one instanceof HTMLInputElement) || !/checkbox|radio/.test(one.type)) values[name] = value;
    else if (one.checked) values[name] = value;
  }
  return values;
}
