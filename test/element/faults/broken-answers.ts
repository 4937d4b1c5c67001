/** Answers that do not come whole. */
/** An event stream never ends, so that only its first word is taken. */
export async function textOf(response: Response | null): Promise<string> {
  if (!response?.body) return '';
  if (response.headers.get('content-type') !== 'text/event-stream') return response.text();
  const reader = response.body.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  return new TextDecoder().decode(value);
}

/** Returns an answer that breaks off in its middle, or that falls silent there until `silent` is aborted. */
export function cut(text: string, answer: Response | null, silent?: AbortSignal | null): Response {
  const bytes = new TextEncoder().encode(text.slice(0, Math.floor(text.length / 2)));
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => silent?.addEventListener('abort', () => controller.error(silent.reason)),
    pull(controller) {
      if (!isSent) controller.enqueue(bytes);
      else if (!silent) controller.error(new TypeError('network error'));
      isSent = true;
    },
  });
  const { status = 200, headers } = answer ?? {};
  return new Response(status === 204 ? null : body, { status, ...(headers && { headers }) });
}
