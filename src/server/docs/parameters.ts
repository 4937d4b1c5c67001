/** The parameters of an operation: in the path, in the query and in headers. */
import type { $ZodType } from 'zod/v4/core';
import { flowQuery } from '../../contract/flow.ts';
import { batchResultsQuery } from '../../contract/money/payout-batches.ts';
import { paymentMethodQuery } from '../../contract/money/payments.ts';
import { transferQuery } from '../../contract/money/transfer-query.ts';
import { payoutLinkQuery } from '../../contract/money/payout-links.ts';
import { taxReturnFileQuery } from '../../contract/money/tax-returns.ts';
import { taxPeriodQuery } from '../../contract/money/tax-totals.ts';
import { monthPattern } from '../../contract/money/apps.ts';
import { transactionPageQuery } from '../../contract/money/transactions.ts';
import { screeningQuery } from '../../contract/partner/screening.ts';
import { uploadQuery } from '../../contract/steps/compliance-uploads.ts';
import { userQuery } from '../../contract/partner/users.ts';
import { deliveryQuery, listenQuery } from '../../contract/partner/webhook-calls.ts';
import { examples } from './examples.ts';
import { jsonSchema, type Json, type JsonObject } from './json-schema.ts';
import type { Operation } from './operations/operation.ts';

/**
 * Returns the parameters in the path, the query and the headers. Those in the path are read from the path
 * itself, so none can be forgotten.
 */
export function parameters(operation: Operation): Json[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: pathWords[name] ?? 'The id of the object.',
    ...exampleOf(operation, 'path', name),
    schema:
      // All other ids are UUIDs.
      otherInPath[name] ?? { type: 'string', format: 'uuid' },
  }));
  const query = (operation.query ?? [])
    .flatMap((kind) => queryParameters[kind])
    .map((parameter) => ({
      ...(parameter as JsonObject),
      ...exampleOf(operation, 'query', (parameter as JsonObject)['name'] as string),
    }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Up to 255 visible characters, kept for 24 hours. The same key with the same body returns the first answer again; with another body, 409.',
    schema: { type: 'string', maxLength: 255 },
  };
  return [
    ...inPath,
    ...query,
    ...(operation.idempotent ? [key] : []),
    ...(operation.body === 'bytes' ? [uploadOffset] : []),
  ];
}

/** What stands in a path, where it is not the id of what the call is about. */
const pathWords: Readonly<Record<string, string>> = {
  routing_number: 'The ABA routing number: nine digits.',
  form_id: 'The id of the tax form.',
  return_id: 'The id of the run of returns.',
  month: 'A month: `2026-11`.',
  transaction_id: 'The id of the line.',
  delivery_id: 'The id of the delivery.',
  document_id: 'The id of the document.',
};

/** Returns what the parameter was in the example of the call. */
function exampleOf({ id }: Operation, where: 'path' | 'query', name: string): JsonObject {
  const example = examples[id]?.[where]?.[name];
  if (example === undefined) return {};
  return { example: /^\d{1,4}$/.test(example) ? Number(example) : example };
}

const otherInPath: Readonly<Record<string, Json>> = {
  routing_number: { type: 'string', pattern: '^[0-9]{9}$' },
  month: { type: 'string', pattern: monthPattern.source },
  transaction_id: { type: 'integer', minimum: 1 },
};

const uploadOffset: Json = {
  name: 'Upload-Offset',
  in: 'header',
  required: true,
  description: 'How many bytes of the upload the server has: where this piece begins.',
  schema: { type: 'integer', minimum: 0 },
};
/** The id of an object of the list. The page begins beside it (`db/pages.ts`). */
const cursor = { type: 'string', format: 'uuid' };
const pageParameters: Json[] = [
  {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'How many objects a page has.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  },
  {
    name: 'starting_after',
    in: 'query',
    required: false,
    description: 'Objects older than this one.',
    schema: cursor,
  },
  {
    name: 'ending_before',
    in: 'query',
    required: false,
    description: 'Objects newer than this one.',
    schema: cursor,
  },
];
const text = (name: string, description: string): Json[] => [
  { name, in: 'query', required: false, description, schema: { type: 'string' } },
];

/** Returns one query parameter for each field of a schema of filters, which `roots.ts` has under this key. */
function filters(schema: $ZodType, key: string): Json[] {
  const properties = jsonSchema(schema, 'input', key)['properties'] as JsonObject;
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: 'query',
    required: false,
    // A reader shows what stands beside the schema, and a generator what stands in it.
    description: (value as JsonObject)['description'] ?? '',
    schema: value,
  }));
}

const queryParameters: Readonly<Record<NonNullable<Operation['query']>[number], readonly Json[]>> = {
  page: pageParameters,
  flows: filters(flowQuery, 'flowQuery'),
  users: filters(userQuery, 'userQuery'),
  lang: text('lang', 'The language of the message, as in BCP 47: `de`. `Accept-Language` says it too.'),
  name: text('name', 'The name of the template. Without it that of the file is taken.'),
  transfers: filters(transferQuery, 'transferQuery'),
  deliveries: filters(deliveryQuery, 'deliveryQuery'),
  listen: filters(listenQuery, 'listenQuery'),
  upload: filters(uploadQuery, 'uploadQuery'),
  matches: filters(screeningQuery, 'screeningQuery'),
  links: filters(payoutLinkQuery, 'payoutLinkQuery'),
  lines: filters(transactionPageQuery, 'transactionPageQuery'),
  results: filters(batchResultsQuery, 'batchResultsQuery'),
  methods: filters(paymentMethodQuery, 'paymentMethodQuery'),
  taxes: filters(taxPeriodQuery, 'taxPeriodQuery'),
  returns: filters(taxReturnFileQuery, 'taxReturnFileQuery'),
};
