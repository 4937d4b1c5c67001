/** What payees go through here: the whole way of one in the US and of one in Germany, and its parts. */
import type { MockApi, MockFlowInput } from '../../../src/testing/index.ts';

export interface Journey {
  readonly steps: (api: MockApi) => MockFlowInput['steps'];
  /** The payee as the app knows them; absent: nobody knows them yet. */
  readonly user?: { readonly country: string; readonly phone_number: string };
  readonly country: 'US' | 'DE';
}

const back = { name: 'redirect', redirect_url: 'https://app.example/done' };

const pdfForm = (api: MockApi) => ({
  name: 'pdf-form-fill',
  template_id: api.createPdfTemplate({
    name: 'Contractor agreement',
    fields: [
      {
        id: 'f1',
        name: 'name',
        type: 'text',
        label: 'Your name',
        hint: null,
        required: true,
        options: [],
        max_length: null,
        secret: false,
        page: 1,
        prefill: null,
      },
    ],
  }),
});

const american = { country: 'US', phone_number: '+14155550100' };
const german = { country: 'DE', phone_number: '+4915112345678' };

/** Whole ways, on which random faults happen. */
export const wholeJourneys = {
  us: {
    country: 'US',
    steps: (api) => [
      'compliance',
      'id-verification',
      'background-check',
      'manage-payments',
      pdfForm(api),
      'manage-payouts',
      'payout',
      back,
    ],
  },
  de: {
    country: 'DE',
    steps: (api) => ['compliance', 'id-verification', pdfForm(api), 'manage-payouts', 'payout', back],
  },
} as const satisfies Record<string, Journey>;

/** Parts of them, each with every call of its step, so that a fault of each call takes a moment. */
export const partJourneys = {
  'sign-in': { country: 'US', steps: () => [back] },
  'tax-us': { country: 'US', user: american, steps: () => ['compliance', back] },
  'tax-de': { country: 'DE', user: german, steps: () => ['compliance', back] },
  identity: { country: 'US', user: american, steps: () => ['id-verification', back] },
  check: { country: 'US', user: american, steps: () => ['background-check', back] },
  payments: { country: 'US', user: american, steps: () => ['manage-payments', back] },
  pdf: { country: 'US', user: american, steps: (api) => [pdfForm(api), back] },
  'payout-us': { country: 'US', user: american, steps: () => ['manage-payouts', 'payout', back] },
  'payout-de': { country: 'DE', user: german, steps: () => ['manage-payouts', 'payout', back] },
} as const satisfies Record<string, Journey>;

export const journeys: Readonly<Record<string, Journey>> = { ...wholeJourneys, ...partJourneys };
