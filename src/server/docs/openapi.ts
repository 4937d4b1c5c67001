/**
 * The OpenAPI 3.1 document, made from `operations.ts` and the contract's schemas. Nothing is written down
 * twice: what validates a request also describes it. OpenAPI 3.1 takes JSON Schema as it is, which is what
 * zod makes.
 */
import { fieldCatalogue, problem } from '../../contract/problems.ts';
import { apiVersion, webhookPayload } from '../../contract/partner/webhooks.ts';
import { jsonSchema, reference, type Json, type JsonObject } from './json-schema.ts';
import { namedSchemas } from './named-schemas.ts';
import type { Operation } from './operations/operation.ts';
import { samples } from './samples.ts';
import { operations } from './operations.ts';
import { examples } from './examples.ts';
import { overview, tags } from './overview.ts';
import { parameters } from './parameters.ts';
import { headers, problemExamples, responses, serverProblems } from './responses.ts';
import { ioOf } from './roots.ts';

/**
 * Returns the document for a server at `serverUrl` (an origin without a path). Outside of sandbox mode the
 * calls that only a sandbox has are left out, so a generated client does not have them.
 */
export function openApiDocument(serverUrl: string, mode: { readonly sandbox: boolean }): JsonObject {
  // The stories that made the examples asked a server at this address.
  return JSON.parse(
    JSON.stringify(documentOf(serverUrl, mode)).replaceAll('http://localhost:4400', serverUrl),
  ) as JsonObject;
}

function documentOf(serverUrl: string, { sandbox }: { readonly sandbox: boolean }): JsonObject {
  const served = operations.filter((operation) => sandbox || !operation.sandboxOnly);
  // OpenAPI groups by path, and a path has several methods.
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of served) {
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation, serverUrl);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Flows API',
      version: apiVersion,
      description: overview,
      contact: { name: 'Documentation', url: `${serverUrl}/docs` },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Both bases are served. The first one is what generated clients use.
    servers: [{ url: `${serverUrl}/v2` }, { url: `${serverUrl}/api/v2` }],
    // In the order in which the operations first name them. Readers show the groups in this order.
    tags: [...new Set(served.map((operation) => operation.tag))].map((name) => ({
      name,
      description: tags[name],
    })),
    paths,
    // Webhooks are calls in the other direction: the partner's server answers them.
    webhooks: {
      message: {
        post: {
          operationId: 'receiveWebhook',
          summary: 'A webhook message',
          description: 'What your server is sent, signed by the Standard Webhooks scheme.',
          tags: ['Webhook endpoints'],
          security: [],
          requestBody: {
            content: { 'application/json': { schema: jsonSchema(webhookPayload, 'output', 'Webhook') } },
          },
          responses: {
            '200': { description: 'Any 2xx within 15 seconds.' },
            '4XX': { description: 'Anything else: the message comes again later.' },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: '`client_id:api_key`' },
        session: { type: 'http', scheme: 'bearer', description: 'The token of a payee session.' },
      },
      headers,
      examples: problemExamples(),
      schemas: {
        ...Object.fromEntries(
          [...namedSchemas].map(([schema, name]) => [name, jsonSchema(schema, ioOf(name), name)]),
        ),
        Problem: {
          ...jsonSchema(problem, 'output', 'Problem'),
          description: `\`error_code\` is one of: ${serverProblems().join(', ')}. A field's \`code\` is one of: ${Object.keys(fieldCatalogue).join(', ')}.`,
        },
      },
    },
  };
}

/** Returns one call. */
function operationObject(operation: Operation, serverUrl: string): Json {
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    // Linters ask for one. The page leaves out what its heading says.
    description: operation.description ?? `${operation.summary}.`,
    ...(operation.deprecated ? { deprecated: true } : {}),
    // An empty list says that no credentials are needed. An absent one would mean that nothing is said.
    security: operation.security === 'none' ? [] : [{ [operation.security]: [] }],
    parameters: parameters(operation),
    ...(operation.body
      ? {
          requestBody: {
            required: !operation.isBodyOptional,
            content: requestContent(operation.body, operation.id),
          },
        }
      : {}),
    responses: responses(operation),
    'x-codeSamples': samples(operation, serverUrl),
  };
}

/**
 * Returns the kinds of body that the call takes: a piece of a picture, a file by itself or in a form, or
 * JSON.
 */
function requestContent(body: NonNullable<Operation['body']>, id: string): JsonObject {
  if (body === 'bytes')
    return { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const example = examples[id]?.body;
  if (body !== 'pdf')
    return {
      'application/json': {
        schema: reference(body, 'input', `${id}.body`),
        ...(example === undefined ? {} : { example }),
      },
    };
  return {
    'application/pdf': { schema: { type: 'string', format: 'binary' } },
    'multipart/form-data': { schema: pdfForm },
  };
}

/** The form with a PDF in it, and what could be changed of the template afterwards as well. */
const pdfForm: Json = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'The PDF with its form.' },
    name: { type: 'string', description: 'What the template is called; the name of the file when absent.' },
    date_format: { type: 'string', description: 'How the form writes dates.' },
    fields: {
      type: 'string',
      description: 'As JSON: by the name of each field, its label, hint, prefill and whether it is required.',
    },
  },
};
