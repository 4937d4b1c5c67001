/** A call of the API as data, with the very schemas that validate it. */
import type { $ZodType } from 'zod/v4/core';
import type { ProblemCode } from '../../../contract/problems.ts';
import { snapshot } from '../../../contract/steps/session.ts';

export interface Operation {
  /** The `operationId`. Generated clients name a method by it, so it never changes. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{parameters}`, below `/v2`. */
  readonly path: string;
  readonly tag:
    | 'Flows'
    | 'Users'
    | 'Screening'
    | 'Transfers'
    | 'Payout batches'
    | 'Payments'
    | 'Payout links'
    | 'Taxes'
    | 'Apps'
    | 'Webhook endpoints'
    | 'API keys'
    | 'PDF forms'
    | 'Sandbox'
    | 'Payee session';
  readonly summary: string;
  readonly description?: string;
  /**
   * `basic`: a partner's key. `session`: a payee's token. `none`: the call that gives a token, and the
   * vendor's callback, which is signed.
   */
  readonly security: 'basic' | 'session' | 'none';
  /**
   * `bytes` is a piece of a picture, with the header `Upload-Offset`. `pdf` is the bytes of a PDF, or a form
   * with one in it.
   */
  readonly body?: $ZodType | 'bytes' | 'pdf';
  /** The call may come without its body. */
  readonly isBodyOptional?: boolean;
  /** The kinds of query parameters. `queryParameters` of `openapi.ts` has them. */
  readonly query?: readonly (
    | 'page'
    | 'flows'
    | 'users'
    | 'transfers'
    | 'lang'
    | 'name'
    | 'deliveries'
    | 'listen'
    | 'lines'
    | 'results'
    | 'methods'
    | 'links'
    | 'taxes'
    | 'returns'
    | 'matches'
    | 'upload'
  )[];
  /** The call takes the header `Idempotency-Key`. Reads and calls that are harmless when repeated do not. */
  readonly idempotent?: boolean;
  readonly status: number;
  /** Other good answers with the same body, and what each says. */
  readonly also?: Readonly<Record<number, string>>;
  /** What can go wrong with this call beside what `errors.ts` knows of all that are made like it. */
  readonly errors?: readonly ProblemCode[];
  /** Absent when the answer has no body. */
  readonly answer?: $ZodType | 'event-stream' | 'pdf' | 'csv';
  /** The call stays for clients that have it. New ones use another. */
  readonly deprecated?: boolean;
  /** Live mode does not have the call. */
  readonly sandboxOnly?: boolean;
}

/**
 * Most calls of a payee's session have this in common: they change something and return where the flow stands
 * now.
 */
export const change = {
  security: 'session',
  tag: 'Payee session',
  idempotent: true,
  status: 200,
  answer: snapshot,
} as const;
