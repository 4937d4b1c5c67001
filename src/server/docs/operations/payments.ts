/** Debits of accounts that users have connected, and whom they are taken from. */
import {
  createPaymentInput,
  customerPaymentMethod,
  detachPaymentMethodInput,
} from '../../../contract/money/payments.ts';
import { createPaymentCustomerInput, paymentCustomer } from '../../../contract/partner/payment-customers.ts';
import { transfer } from '../../../contract/money/transfers.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const customerPage = pageOf(paymentCustomer);
const methodPage = pageOf(customerPaymentMethod);
const common = { tag: 'Payments', security: 'basic', status: 200 } as const;

export const paymentOperations: readonly Operation[] = [
  {
    ...common,
    id: 'createPaymentCustomer',
    errors: ['no-such-resource', 'payment-customer-exists', 'too-many-requests'],
    method: 'post',
    path: '/payment-customers',
    summary: 'Create a payment customer',
    description:
      'A customer is one of your users: name them in `user_id`, or give `email`, `country_code` and `phone_number`. By an unknown phone number a user is made; the number is one of the United States, where the accounts are. A user is one customer: the same call answers the first one again, and with other details it is 409 `payment-customer-exists`. An email address may be that of several. Then create a flow with this `user_id` and the step `manage-payments`, in which the customer connects a bank account and authorizes debits; of a business begin it with `onboarding`, for the name of whoever signs.',
    body: createPaymentCustomerInput,
    idempotent: true,
    answer: paymentCustomer,
  },
  {
    ...common,
    id: 'listPaymentCustomers',
    method: 'get',
    path: '/payment-customers',
    summary: 'List payment customers, newest first',
    description:
      'Those of deleted users are gone with them. The bank accounts of one are in `GET /payment-methods`, with its `customer_id`.',
    query: ['page'],
    answer: customerPage,
  },
  {
    ...common,
    id: 'getPaymentCustomer',
    method: 'get',
    path: '/payment-customers/{id}',
    summary: 'Retrieve a payment customer',
    description:
      'What you have said of them. To have them connect an account, create a flow with their `user_id` and the step `manage-payments`; then `POST /payments` debits it.',
    answer: paymentCustomer,
  },
  {
    ...common,
    id: 'listPaymentMethods',
    errors: ['no-such-resource'],
    method: 'get',
    path: '/payment-methods',
    summary: 'List the bank accounts that a customer has connected',
    description: 'Of `customer_id`, or of `user_id`. Those that were removed are left out.',
    query: ['methods'],
    answer: methodPage,
  },
  {
    ...common,
    id: 'getPaymentMethod',
    method: 'get',
    path: '/payment-methods/{id}',
    summary: 'Retrieve a bank account and what its owner agreed to',
    description:
      'Also when it was removed: its status is `removed`, and `authorization` is what a bank may want to see.',
    answer: customerPaymentMethod,
  },
  {
    ...common,
    id: 'detachPaymentMethod',
    method: 'post',
    path: '/payment-methods/{id}/detach',
    summary: 'Remove a bank account, and end its authorization',
    description:
      'For a customer who writes to you that they revoke it. Debits that are not with the bank yet fail on their day; cancel them to end them at once. Removing it again returns the same.',
    body: detachPaymentMethodInput,
    isBodyOptional: true,
    idempotent: true,
    answer: customerPaymentMethod,
  },
  {
    ...common,
    id: 'createPayment',
    errors: [
      'invalid-transaction',
      'no-such-resource',
      'not-offered',
      'payment-method-unverified',
      'user-info-missing',
    ],
    method: 'post',
    path: '/payments',
    summary: 'Debit a customer’s bank account',
    description:
      'Answers with a transfer of type `payment`. Its money is in the app’s wallet when it is `completed`; until then nothing is booked. A debit that the bank refuses becomes `failed`; one that comes back after it was paid becomes `reversed`, and is taken from the wallet again as soon as the wallet covers it. `return_code` has the code of the network. After `R02` and other codes about the account its status is `failed`; after `R05`, `R07`, `R10`, `R11` and `R29` the account is removed, because its owner did not authorize it: `payment_method.updated` tells both. After `R01` and `R09` the money may be asked for again by a new payment, twice within 180 days. Debit only what the customer owes you, and tell them amount and date before, as the authorization promises. Money goes back by `POST /payouts` with `fund: true`. Numbers of accounts (`ach_info`) are not taken. Where no bank that debits is connected this is 404 `not-offered`. In sandbox mode a debit completes after 3 seconds; amounts ending in .13 (`R01`) and .17 (`R03`) fail after 2, and amounts ending in .14 (`R02`), .15 (`R10`) and .16 (`R29`) come back after 6.',
    body: createPaymentInput,
    idempotent: true,
    status: 201,
    answer: transfer,
  },
  {
    ...common,
    id: 'cancelPayment',
    errors: ['invalid-transaction'],
    method: 'post',
    path: '/payments/{id}/cancel',
    summary: 'Cancel a payment that is not with the bank yet',
    description: 'While it is `created`: with `debit_on`, until that day. Canceling again returns the same.',
    idempotent: true,
    answer: transfer,
  },
];
