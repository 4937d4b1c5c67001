/**
 * The OpenAPI 3.1 document, made from `operations.ts` and the contract's schemas. Nothing is written down
 * twice: what validates a request also describes it. OpenAPI 3.1 takes JSON Schema as it is, which is what
 * zod makes.
 */
import { fieldCatalogue, problem, problemCatalogue } from '../../contract/problems.ts';
import { webhookPayload } from '../../contract/partner/webhooks.ts';
import { jsonSchema, reference, type Json, type JsonObject } from './json-schema.ts';
import { namedSchemas } from './named-schemas.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations.ts';
import { parameters } from './parameters.ts';

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
            : operation.answer === 'csv'
              ? { content: { 'text/csv': { schema: { type: 'string' } } } }
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
