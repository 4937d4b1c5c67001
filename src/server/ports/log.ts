/**
 * Structured logs, redacted by an allow-list. A line about a request is built from named fields
 * (`RequestLine`) and never from the request itself, so bodies, queries, tokens and codes cannot slip in. Of
 * an error only its type, code and stack frames are logged, because messages of database drivers quote the
 * values that they choked on.
 */
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: errorFields },
    mixin: traceOfLine,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Where there are traces, a line names the one that it belongs to. */
function traceOfLine(): object {
  const at = trace.getActiveSpan()?.spanContext();
  return at && isSpanContextValid(at) ? { trace_id: at.traceId, span_id: at.spanId } : {};
}

/** Ids of ours, of whoever was recognised: they open nothing, and only our database says who it is. */
export interface Who {
  readonly app?: string;
  /** Of the API key. */
  readonly key?: string;
  readonly session?: string;
}

export interface RequestLine extends Who {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern (`/v2/flows/:id`) and not the path, because paths carry ids. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: errorFields(error.cause) }),
  };
}
