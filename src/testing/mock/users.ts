/** Payees that the mock knows. */
import type { MockUser } from './world.ts';

/** Returns a user of whom only the given is known. */
export const newUser = (
  given: Pick<MockUser, 'id' | 'created' | 'phone' | 'confirmed'> & Partial<MockUser>,
): MockUser => ({
  first_name: null,
  last_name: null,
  email: null,
  country: null,
  dateOfBirth: null,
  phoneVerified: false,
  browsers: new Set(),
  ofac: 'unflagged',
  identity: 'unverified',
  autoPayout: false,
  balance: 0,
  methods: [],
  taxForms: [],
  taxUpload: null,
  payouts: [],
  paymentMethods: [],
  checks: [],
  filledTemplates: [],
  ...given,
});
