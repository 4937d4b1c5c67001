/**
 * The OpenAPI 3.1 document, made from `operations.ts` and the contract's schemas. Nothing is written down
 * twice: what validates a request also describes it. OpenAPI 3.1 takes JSON Schema as it is, which is what
 * zod makes.
 */
import { toJSONSchema } from 'zod/v4/core';
import type { $ZodType } from 'zod/v4/core';
import { fieldCatalogue, problem, problemCatalogue } from '../../contract/problems.ts';
import { transferQuery } from '../../contract/money/transfers.ts';
import { webhookPayload } from '../../contract/partner/webhooks.ts';
import { namedSchemas } from './named-schemas.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations.ts';

/** What `JSON.stringify` can write. The document is data, and `page.ts` reads it as data too. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Returns the document for a server at `serverUrl` (an origin without a path). Outside of sandbox mode the
 * calls that only a sandbox has are left out, so a generated client does not have them.
 */
export function openApiDocument(serverUrl: string, { sandbox }: { readonly sandbox: boolean }): JsonObject {
  const served = operations.filter((operation) => sandbox || !operation.sandboxOnly);
  // OpenAPI groups by path, and a path has several methods.
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of served) {
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Flows API',
      version: '2',
      description:
        'Onboard payees, let them manage where they are paid, and hear of every step by webhook. Every call is served below `/v2` and `/api/v2`. What goes wrong is answered as `application/problem+json`.',
    },
    // Both bases are served. The first one is what generated clients use.
    servers: [{ url: `${serverUrl}/v2` }, { url: `${serverUrl}/api/v2` }],
    // In the order in which the operations first name them. Readers show the groups in this order.
    tags: [...new Set(served.map((operation) => operation.tag))].map((name) => ({ name })),
    paths,
    // Webhooks are calls in the other direction: the partner's server answers them.
    webhooks: {
      message: {
        post: {
          summary: 'A webhook message',
          requestBody: { content: { 'application/json': { schema: jsonSchema(webhookPayload, 'output') } } },
          responses: { '200': { description: 'Any 2xx within 15 seconds.' } },
        },
      },
    },
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: '`client_id:api_key`' },
        session: { type: 'http', scheme: 'bearer', description: 'The token of a payee session.' },
      },
      schemas: {
        // Schemas named `Create…` are bodies of requests. They are described as they are sent, before parsing
        // changes anything.
        ...Object.fromEntries(
          [...namedSchemas].map(([schema, name]) => [
            name,
            jsonSchema(schema, name.startsWith('Create') ? 'input' : 'output'),
          ]),
        ),
        Problem: {
          ...jsonSchema(problem, 'output'),
          description: `\`error_code\` is one of: ${serverProblems().join(', ')}. A field's \`code\` is one of: ${Object.keys(fieldCatalogue).join(', ')}.`,
        },
      },
    },
  };
}

/**
 * Returns the codes that a server can answer with. The element itself raises problems with status 0, so they
 * are no part of the API.
 */
const serverProblems = () =>
  Object.entries(problemCatalogue).flatMap(([code, entry]) => (entry.status > 0 ? [code] : []));

/**
 * Returns one call. Every call may fail with a Problem, whose codes are too many to be listed by status:
 * `default` stands for all of them.
 */
function operationObject(operation: Operation): Json {
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(operation.deprecated ? { deprecated: true } : {}),
    // An empty list says that no credentials are needed. An absent one would mean that nothing is said.
    security: operation.security === 'none' ? [] : [{ [operation.security]: [] }],
    parameters: parameters(operation),
    ...(operation.body ? { requestBody: { required: true, content: requestContent(operation.body) } } : {}),
    responses: {
      [String(operation.status)]: {
        description: 'Done.',
        ...(operation.answer === undefined
          ? {}
          : operation.answer === 'event-stream'
            ? { content: { 'text/event-stream': { schema: { type: 'string' } } } }
            : operation.answer === 'pdf'
              ? { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }
              : { content: { 'application/json': { schema: reference(operation.answer, 'output') } } }),
      },
      default: {
        description: 'What went wrong.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/**
 * Returns the kinds of body that the call takes: a piece of a picture, a file by itself or in a form, or
 * JSON.
 */
function requestContent(body: NonNullable<Operation['body']>): JsonObject {
  if (body === 'bytes')
    return { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } };
  if (body !== 'pdf') return { 'application/json': { schema: reference(body, 'input') } };
  const file = { type: 'string', format: 'binary' };
  const words = { type: 'string' };
  return {
    'application/pdf': { schema: file },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file, name: words, date_format: words, fields: words },
      },
    },
  };
}

/**
 * Returns the parameters in the path, the query and the headers. Those in the path are read from the path
 * itself, so none can be forgotten.
 */
function parameters(operation: Operation): Json[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema:
      // All ids are UUIDs. A routing number is the only other thing in a path.
      name === 'routing_number'
        ? { type: 'string', pattern: '^[0-9]{9}$' }
        : { type: 'string', format: 'uuid' },
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
};

function reference(schema: $ZodType, io: 'input' | 'output'): Json {
  const name = namedSchemas.get(schema);
  return name === undefined ? jsonSchema(schema, io) : { $ref: `#/components/schemas/${name}` };
}

/**
 * Returns a zod schema as JSON Schema. `io` decides between what is sent and what comes out of parsing. What
 * JSON Schema cannot say (a check in code) is left out, so a client may pass it and still be refused.
 */
function jsonSchema(schema: $ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // A named schema inside another one becomes a reference to it.
    override({ zodSchema, jsonSchema: made }) {
      const name = zodSchema === schema ? undefined : namedSchemas.get(zodSchema);
      if (name === undefined) return;
      for (const key of Object.keys(made)) Reflect.deleteProperty(made, key);
      made.$ref = `#/components/schemas/${name}`;
    },
  });
  return plain(rest) as JsonObject;
}

/** Returns the schema without what only zod's own tools use (`~standard`). */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key.startsWith('~') ? [] : [[key, plain(inner)]])),
  );
}
