/** What a call answers: the good answer, and each problem with what to do about it. */
import { problemCatalogue, type ProblemCode } from '../../contract/problems.ts';
import { problemBody } from '../../contract/input/problem-error.ts';
import { errorsOf } from './errors.ts';
import { examples } from './examples.ts';
import { reference, type Json, type JsonObject } from './json-schema.ts';
import type { Operation } from './operations/operation.ts';

const headerRef = (name: string): JsonObject => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** Headers that more than one call answers with. */
export const headers: JsonObject = {
  'X-Request-Id': {
    description: 'The id of the request, as it stands in the server’s log. Name it when you ask for help.',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'Whole seconds to wait before the call is made again, as in `retry_after` of the body.',
    schema: { type: 'integer', minimum: 1 },
  },
  'Ignored-Fields': {
    description:
      'Fields of the body that nobody knows, as paths: `colour, steps[0].size`. They were left aside. Absent when there are none.',
    schema: { type: 'string' },
  },
  'Idempotent-Replayed': {
    description: '`true`: this is the first answer to the same `Idempotency-Key` again.',
    schema: { type: 'string', enum: ['true'] },
  },
};

/** An example of each problem, which the answers name. */
export const problemExamples = (): JsonObject =>
  Object.fromEntries(
    serverProblems().map((code) => [
      code,
      { summary: problemCatalogue[code].message, value: { ...problemBody(code) } as unknown as Json },
    ]),
  );

/**
 * Returns the codes that a server can answer with. The element itself raises problems with status 0, so they
 * are no part of the API.
 */
export const serverProblems = (): ProblemCode[] =>
  (Object.keys(problemCatalogue) as ProblemCode[]).filter((code) => problemCatalogue[code].status > 0);

/** Returns the answers of a call by their status. */
export function responses(operation: Operation): JsonObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of errorsOf(operation)) {
    const { status } = problemCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return {
    [String(operation.status)]: success(operation),
    ...(operation.also && {
      [String(operation.also.status)]: { ...success(operation), description: operation.also.when },
    }),
    ...Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), refusal(status, codes)])),
    default: {
      description: 'Another problem. Codes are added over time: decide by the status where you know none.',
      content: { 'application/problem+json': { schema: problemRef, examples: namedExamples(ofAddresses) } },
    },
  };
}

/** What an address answers that is no call of this API, or not by this method. */
const ofAddresses = ['not-offered', 'method-not-allowed'] as const satisfies readonly ProblemCode[];

const namedExamples = (codes: readonly ProblemCode[]): JsonObject =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));

const problemRef = { $ref: '#/components/schemas/Problem' };
/** The statuses after which the same call may succeed later. */
const later: readonly number[] = [409, 429, 503];

/** Returns the answer of all problems that have a status. */
const refusal = (status: number, codes: readonly ProblemCode[]): JsonObject => ({
  description: codes.map((code) => `- \`${code}\`: ${problemCatalogue[code].message}`).join('\n'),
  headers: { ...headerRef('X-Request-Id'), ...(later.includes(status) ? headerRef('Retry-After') : {}) },
  content: {
    'application/problem+json': {
      schema: problemRef,
      examples: namedExamples(codes),
    },
  },
});

const binary = { schema: { type: 'string', format: 'binary' } };

function success({ id, answer, body, idempotent, security, summary }: Operation): JsonObject {
  const leavesAside = security === 'basic' && typeof body === 'object';
  const example = examples[id]?.answer;
  return {
    description: `Done: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}.`,
    headers: {
      ...headerRef('X-Request-Id'),
      ...(idempotent ? headerRef('Idempotent-Replayed') : {}),
      ...(leavesAside ? headerRef('Ignored-Fields') : {}),
    },
    ...(answer === undefined
      ? {}
      : answer === 'event-stream'
        ? { content: { 'text/event-stream': { schema: { type: 'string' } } } }
        : answer === 'pdf'
          ? { content: { 'application/pdf': binary } }
          : answer === 'csv'
            ? { content: { 'text/csv': { schema: { type: 'string' } } } }
            : {
                content: {
                  'application/json': {
                    schema: reference(answer, 'output', `${id}.answer`),
                    ...(example === undefined ? {} : { example }),
                  },
                },
              }),
  };
}
