/**
 * The element's way to the network, with what can go wrong on it. It lies over `fetch` of the page as well as
 * over the mock, so that a fault is the same on both.
 */
import type { Choice } from './state.ts';

export interface Conditions {
  readonly fault: Choice<'fault'>;
  /** No event comes over the stream. */
  readonly muted: boolean;
  /** The company that the page belongs to. The server has one app; the page plays three. */
  readonly company: string;
}

const slowMs = 2_500;

/** What a server answers under each of the faults that are answers. */
const answers = {
  busy: { status: 429, code: 'too-many-requests', message: 'Too many requests. Wait a moment.' },
  down: { status: 503, code: 'service-unavailable', message: 'The server cannot answer right now.' },
} as const;

const noNetwork = () => new TypeError('Failed to fetch');

/** `look` is asked at each call, so that a switch counts at once. */
export const faultyFetch =
  (real: typeof fetch, look: () => Conditions): typeof fetch =>
  async (input, init) => {
    const { fault } = look();
    const request = new Request(input, init);
    const stream = request.url.includes('/session/events');
    if (fault === 'offline') throw noNetwork();
    if (fault === 'slow' && !stream) await pause(slowMs, request.signal);
    if ((fault === 'busy' || fault === 'down') && !stream) return refusal(fault);
    const answer = await real(request);
    // The server has done what it was asked; the page does not hear of it.
    if (fault === 'lost' && request.method !== 'GET') throw noNetwork();
    return renamed(answer, look, stream);
  };

function refusal(fault: keyof typeof answers): Response {
  const { status, code, message } = answers[fault];
  const body = {
    type: `urn:dots-flow:problem:${code}`,
    title: message,
    status,
    success: false,
    code,
    error_code: code,
    message,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
  });
}

/**
 * Puts the page's company where the app's name stands, line by line, because streams do not end. A stream
 * that is muted is open and says nothing, as behind a proxy that keeps answers back.
 */
function renamed(answer: Response, look: () => Conditions, isStream: boolean): Response {
  if (!answer.body || !/json|event-stream/.test(answer.headers.get('content-type') ?? '')) return answer;
  let rest = '';
  const named = () => `"app_name":${JSON.stringify(look().company)}`;
  const rename = (text: string) => text.replace(/"app_name":"[^"]*"/, named);
  const renaming = new TransformStream<string, string>({
    transform(text, controller) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (isStream && look().muted) return;
      for (const line of lines) controller.enqueue(`${rename(line)}\n`);
    },
    flush: (controller) => controller.enqueue(rename(rest)),
  });
  const body = answer.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(renaming)
    .pipeThrough(new TextEncoderStream());
  return new Response(body, { status: answer.status, headers: answer.headers });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
