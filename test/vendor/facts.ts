/**
 * What the vendor's OpenAPI description (Send-Dots/dots-docs-v2, docs/v2.yaml) says of answers, in our own
 * words and as JSON Schema: names, types, values, formats, and what may be null. Read at f935659 (2026);
 * where the later version (31a5720, 2026-07-16) differs, that one counts. Both require next to nothing, so
 * what stands in `required` is what the vendor's own clients read.
 *
 * Statuses there, and here:
 * - a user is created with 200, later 201: 201, and 200 for one that the app knows by the phone number;
 * - a transfer is made with 200 or 201: 200; a payout with 200 or 201, later 201 alone: 201;
 * - a token is sent with 202 and refused with 400; everything else is 200. No other failure is described.
 *
 * Not to be followed: `null` unquoted in two lists of types (`w9`, `business_name`), which is no type and
 * meant as `"null"`; metadata of any kind when a user is changed, because the user that is returned has text
 * or an object.
 */
const text = { type: 'string' } as const;
const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' } as const;
/** RFC 3339, with a zone. */
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
} as const;
const email = { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+$' } as const;
const flag = { type: 'boolean' } as const;
const cents = { type: 'integer' } as const;
const oneOf = (...values: string[]) => ({ type: 'string', enum: values });
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const listOf = (items: object) => ({ type: 'array', items });
const note = { type: ['string', 'object', 'null'] } as const;

const rails = ['ach', 'paypal', 'venmo', 'cash_app', 'airtm', 'payoneer'];
const rail = oneOf(...rails, 'intl_bank');
const flowSteps = oneOf(
  'compliance',
  'id-verification',
  'background-check',
  'manage-payments',
  'manage-payouts',
  'payout',
  'redirect',
  'pdf-form-fill',
);

const method = (platforms: object) =>
  object(
    {
      id: text,
      platform: platforms,
      description: text,
      mask: text,
      handle: text,
      email: text,
      phone_number: text,
      cash_tag: text,
      account_number: text,
      routing_number: text,
      account_type: oneOf('checking', 'savings'),
      country: { type: 'string', pattern: '^[A-Z]{2}$' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      rtp_enabled: flag,
      meta: {},
    },
    ['id', 'platform'],
  );

/** The answer to adding a method. */
export const addedMethod = method(rail);
/** A method in the list of a user's methods and in the user. There an account abroad has another name. */
export const payoutMethod = method(oneOf(...rails, 'intl_transfer'));

export const user = object(
  {
    id: uuid,
    first_name: text,
    last_name: text,
    email,
    phone_number: object({ country_code: text, phone_number: text }, ['country_code', 'phone_number']),
    default_payout_method: rail,
    default_payout_method_details: payoutMethod,
    wallet: object({ amount: cents, withdrawable_amount: cents, credit_balance: cents }, [
      'amount',
      'withdrawable_amount',
      'credit_balance',
    ]),
    status: oneOf('verified', 'unverified', 'disabled', 'in_review'),
    compliance: object(
      {
        tax_id_collected: flag,
        tax_id_verification: oneOf('unsubmitted', 'pending', 'matched', 'mismatched'),
        address_collected: flag,
        date_of_birth_collected: flag,
        must_collect_1099: flag,
        '1099_collected': flag,
        w8_ben_collected: flag,
        flagged: flag,
        id_verified: flag,
        has_criminal_activity: flag,
        background_check: object({
          status: oneOf(
            'not_started',
            'started',
            'pending',
            'consider',
            'pass',
            'failed',
            'canceled',
            'expired',
            'information_mismatch',
          ),
        }),
        w9: {
          type: ['object', 'null'],
          properties: {
            entity_type: oneOf('individual', 'business'),
            business_name: { type: ['string', 'null'] },
            tax_id_collected: flag,
            address_collected: flag,
          },
        },
        flags: object(
          {
            ofac: flag,
            ofac_status: oneOf('unflagged', 'id_verification_required', 'in_review', 'flagged'),
            payout_method: flag,
            payout_method_cycle: flag,
            name_mismatch: flag,
          },
          ['ofac', 'ofac_status', 'payout_method', 'payout_method_cycle', 'name_mismatch'],
        ),
      },
      [
        'tax_id_collected',
        'tax_id_verification',
        'address_collected',
        'date_of_birth_collected',
        'must_collect_1099',
        '1099_collected',
        'w8_ben_collected',
        'flagged',
        'id_verified',
        'has_criminal_activity',
        'w9',
        'flags',
      ],
    ),
    metadata: note,
    payout_options_exclude_list: listOf(rail),
  },
  [
    'id',
    'first_name',
    'last_name',
    'email',
    'phone_number',
    'wallet',
    'status',
    'compliance',
    'metadata',
    'payout_options_exclude_list',
  ],
);

export const flow = object(
  {
    id: uuid,
    created: time,
    user_id: { ...uuid, type: ['string', 'null'] },
    steps: listOf(flowSteps),
    completed_steps: listOf(flowSteps),
    link: { type: 'string', pattern: '^https?://' },
    metadata: note,
  },
  ['id', 'created', 'user_id', 'steps', 'completed_steps', 'link', 'metadata'],
);

const transaction = object(
  {
    id: cents,
    amount: { type: 'number' },
    created: time,
    source_name: text,
    destination_name: text,
    type: oneOf('balance', 'refill', 'payout', 'payment', 'fee', 'surrogate'),
    metadata: note,
    transfer_id: uuid,
  },
  ['id', 'amount', 'created', 'type'],
);

export const transferTypes = ['refill', 'payout', 'balance', 'payment', 'settlement', 'payable'];
export const transferStatuses = [
  'created',
  'pending',
  'failed',
  'completed',
  'reversed',
  'canceled',
  'flagged',
];

export const transfer = object(
  {
    id: uuid,
    created: time,
    user_id: uuid,
    status: oneOf(...transferStatuses),
    type: oneOf(...transferTypes),
    amount: { type: 'number' },
    // Those of the vendor's platforms that are rails here.
    external_data: object({ account_id: text, external_id: text, platform: rail }),
    transactions: listOf(transaction),
    // Absent, never null, when there is no payout link.
    payout_link_id: uuid,
    metadata: note,
  },
  ['id', 'created', 'user_id', 'status', 'type', 'amount', 'external_data', 'transactions', 'metadata'],
);

/** Observed, not described: what a public client (dubinc/dub, apps/web/lib/dots, 2024) reads of a failure. */
export const failure = object({ success: { const: false }, error_code: text, message: text }, [
  'success',
  'error_code',
  'message',
]);

export const page = (item: object) => object({ data: listOf(item), has_more: flag }, ['data', 'has_more']);
export const list = listOf;

/**
 * A batch of payouts. The guide (docs/guides/batch-payouts.mdx) shows null where the description has
 * none.
 */
export const payoutBatch = object(
  {
    id: uuid,
    created: time,
    idempotency_key: uuid,
    status: oneOf('created', 'processing', 'paying_out', 'completed'),
    metadata: { type: ['string', 'object'] },
  },
  ['id', 'created', 'status'],
);

const nullable = { type: ['string', 'null'] } as const;
/** A batch with its results: all rows at once. */
export const payoutBatchResults = object(
  {
    ...payoutBatch.properties,
    items: listOf(
      object(
        {
          user_id: uuid,
          idempotency_key: uuid,
          metadata: note,
          transfer: {
            type: ['object', 'null'],
            properties: { id: uuid, status: text },
            required: ['id', 'status'],
          },
          error_code: nullable,
          error_message: nullable,
          request: object({
            user_id: uuid,
            amount: cents,
            platform: text,
            idempotency_key: uuid,
            fund: flag,
          }),
        },
        ['user_id', 'idempotency_key'],
      ),
    ),
  },
  ['id', 'created', 'status', 'items'],
);

/** Whom an app debits. Nothing is required there but, of the body, names of a person or of a business. */
export const paymentCustomer = object({
  id: uuid,
  user_id: uuid,
  email,
  country_code: text,
  phone_number: text,
  first_name: text,
  middle_name: text,
  last_name: text,
  business_name: text,
  address: object({ country: text, city: text, state: text, postcode: text, line_1: text, line_2: text }),
  metadata: { type: 'object' },
  created: time,
  updated: time,
});

/** An account of a customer. It has the shape of a payout method. */
export const paymentMethod = object(
  { id: text, platform: oneOf(...rails, 'intl_transfer'), description: text, mask: text, meta: {} },
  ['platform'],
);
