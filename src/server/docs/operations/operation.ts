/** A call of the API as data, with the very schemas that validate. */
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
  /** `bytes`: a piece of a picture, with the header `Upload-Offset`; `pdf`: the bytes of a PDF, or a form with one in it. */
  readonly body?: $ZodType | 'bytes' | 'pdf';
  readonly query?: readonly ('page' | 'status' | 'transfers')[];
  readonly idempotent?: boolean;
  readonly status: number;
  /** Absent: no body. */
  readonly answer?: $ZodType | 'event-stream' | 'pdf';
  readonly deprecated?: boolean;
  /** Not there in live mode. */
  readonly sandboxOnly?: boolean;
}

/** What most calls of a payee's session have in common: they change something, and answer where the flow stands now. */
export const change = {
  security: 'session',
  tag: 'Payee session',
  idempotent: true,
  status: 200,
  answer: snapshot,
} as const;
