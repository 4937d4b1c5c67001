/** A call of the API as data, with the very schemas that validate it. */
import type { $ZodType } from 'zod/v4/core';
import { snapshot } from '../../../contract/steps/session.ts';

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{parameters}`, below `/v2`. */
  readonly path: string;
  readonly tag:
    'Flows' | 'Users' | 'Transfers' | 'Webhook endpoints' | 'PDF forms' | 'Sandbox' | 'Payee session';
  readonly summary: string;
  readonly description?: string;
  readonly security: 'basic' | 'session' | 'none';
  /**
   * `bytes` is a piece of a picture, with the header `Upload-Offset`. `pdf` is the bytes of a PDF, or a form
   * with one in it.
   */
  readonly body?: $ZodType | 'bytes' | 'pdf';
  readonly query?: readonly ('page' | 'status' | 'transfers')[];
  readonly idempotent?: boolean;
  readonly status: number;
  /** Absent when the answer has no body. */
  readonly answer?: $ZodType | 'event-stream' | 'pdf';
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
