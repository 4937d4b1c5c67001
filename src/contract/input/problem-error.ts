/**
 * Problems, as they are thrown and as they are answered: RFC 9457 plus the API's own `{success, error_code,
 * message}`.
 */
import { fieldCatalogue, problemCatalogue } from '../problems.ts';
import type { FieldCode, FieldProblem, Problem, ProblemCode } from '../problems.ts';

export interface ProblemExtra {
  /** One sentence about this very request. It must not repeat anything secret. */
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
 * Returns one entry for `errors`. `field` is a dotted path (`steps[1].redirect_url`), or the bare name of a
 * flat payee field. `wanted` is a sentence about this very field, which follows the catalogue's.
 */
export function fieldProblem(field: string, code: FieldCode, wanted = ''): FieldProblem {
  return { field, code, message: wanted ? `${fieldCatalogue[code]} ${wanted}` : fieldCatalogue[code] };
}

/** Returns an `invalid-input` about one field, whose sentence is followed by `detail`. */
export function fieldError(
  field: string,
  code: FieldCode,
  extra: Omit<ProblemExtra, 'errors'> = {},
): ProblemError {
  return new ProblemError('invalid-input', { ...extra, errors: [fieldProblem(field, code, extra.detail)] });
}

export function problemBody(code: ProblemCode, extra: ProblemExtra = {}): Problem {
  const { status, message } = problemCatalogue[code];
  return {
    // RFC 9457 §3.1.1: the type of a problem without a page of its own is `about:blank`. A stable URN says
    // more.
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
