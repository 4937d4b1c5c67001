/**
 * Traces, by the OpenTelemetry SDK of the program. Without one nothing is made. A span has the names that
 * metrics have, and no id, path, address or text of anybody: of an error its name alone is told, because
 * messages quote what they choked on.
 */
import { SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';

export { SpanKind };

interface About {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** What the span belongs to; absent: to whatever is going on. */
  readonly within?: Context;
}

const tracer = trace.getTracer('dots-flow');

/**
 * Runs `work` in a span, and ends the span when what it promises has come. Work that answers at once has no
 * span.
 */
export function inSpan<T>(
  { name, kind, attributes, within = context.active() }: About,
  work: (span: Span) => T,
): T {
  const span = tracer.startSpan(name, { kind, attributes }, within);
  const answer = context.with(trace.setSpan(within, span), work, undefined, span);
  // Nobody hears of a span that does not end.
  return answer instanceof Promise ? (ended(span, answer) as T) : answer;
}

async function ended<T>(span: Span, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    failed(span, error instanceof Error ? error.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}

/** `type`: the name of an error, or a status. */
export function failed(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', type);
}
