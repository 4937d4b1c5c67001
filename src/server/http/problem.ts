/** Problems as thrown inside the server and as answered: RFC 9457 plus the API's own `{success, error_code, message}`. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fieldCatalogue, problemCatalogue } from '../../contract/problems.ts';
import type { FieldCode, FieldProblem, Problem, ProblemCode } from '../../contract/problems.ts';

export interface ProblemExtra {
  /** One sentence about this very request. Must not echo anything secret. */
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** Seconds; also sent as `Retry-After`. */
  readonly retryAfter?: number;
  readonly attemptsLeft?: number;
  /** Bytes; with `upload-offset-mismatch`. */
  readonly uploadOffset?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, extra: ProblemExtra = {}) {
    super(problemCatalogue[code].message);
    this.name = 'ProblemError';
    this.code = code;
    this.extra = extra;
  }
}

/**
 * One entry for `errors`. `field` is a dotted path (`steps[1].redirect_url`), or the bare name of a flat payee field. `wanted`: a sentence
 * after the catalogue's, about this very field.
 */
export function fieldProblem(field: string, code: FieldCode, wanted = ''): FieldProblem {
  return { field, code, message: wanted ? `${fieldCatalogue[code]} ${wanted}` : fieldCatalogue[code] };
}

/** An `invalid-input` about one field. */
export function fieldError(
  field: string,
  code: FieldCode,
  extra: Omit<ProblemExtra, 'errors'> = {},
): ProblemError {
  return new ProblemError('invalid-input', { ...extra, errors: [fieldProblem(field, code)] });
}

export function problemBody(code: ProblemCode, extra: ProblemExtra = {}): Problem {
  const { status, message } = problemCatalogue[code];
  return {
    // RFC 9457 §3.1.1: without a page of its own a problem's type is `about:blank`; a stable URN says more.
    type: `urn:dots-flow:problem:${code}`,
    title: message,
    status,
    ...(extra.detail === undefined ? {} : { detail: extra.detail }),
    success: false,
    error_code: code,
    message: extra.detail ?? message,
    ...(extra.errors === undefined ? {} : { errors: [...extra.errors] }),
    ...(extra.retryAfter === undefined ? {} : { retry_after: extra.retryAfter }),
    ...(extra.attemptsLeft === undefined ? {} : { attempts_left: extra.attemptsLeft }),
    ...(extra.uploadOffset === undefined ? {} : { upload_offset: extra.uploadOffset }),
  };
}

/** The answer for a problem. Catalogue entries with status 0 are the element's own and never leave the server. */
export function problemResponse(c: Context, error: ProblemError): Response {
  const { code, extra } = error;
  const status = problemCatalogue[code].status as ContentfulStatusCode;
  return c.body(JSON.stringify(problemBody(code, extra)), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(extra.retryAfter === undefined
      ? {}
      : { 'retry-after': String(Math.max(1, Math.ceil(extra.retryAfter))) }),
    ...extra.headers,
  });
}
