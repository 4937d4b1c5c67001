/** The parameters of an operation: in the path, in the query and in headers. */
import type { $ZodType } from 'zod/v4/core';
import { monthPattern } from '../../contract/money/apps.ts';
import { transactionPageQuery, transferQuery } from '../../contract/money/transfers.ts';
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
    schema:
      // All other ids are UUIDs.
      otherInPath[name] ?? { type: 'string', format: 'uuid' },
  }));
  const query = (operation.query ?? []).flatMap((kind) => queryParameters[kind]);
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
/** As `userStatuses` of the contract, which is not a schema of its own. */
const statusParameter: Json = {
  name: 'status',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['verified', 'unverified', 'in_review', 'disabled'] },
};

/** Returns one query parameter for each field of a schema of filters. */
function filters(schema: $ZodType): Json[] {
  const properties = jsonSchema(schema, 'input')['properties'] as JsonObject;
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: 'query',
    required: false,
    schema: value,
  }));
}

const queryParameters: Readonly<Record<NonNullable<Operation['query']>[number], readonly Json[]>> = {
  page: pageParameters,
  status: [statusParameter],
  transfers: filters(transferQuery),
  lines: filters(transactionPageQuery),
};
