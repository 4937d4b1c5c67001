/**
 * Reads server-sent events over fetch, because `EventSource` cannot send the Authorization header (WHATWG
 * HTML §9.2).
 */
/** One event. `data` is the parsed JSON. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

/**
 * Yields the events of `response` as they arrive. Ends with the stream; an event that is not JSON is passed
 * over. Throws what reading throws, also when `signal` aborts. `onBytes` is called whenever anything arrives:
 * a heartbeat is no event.
 */
export async function* readEvents(
  response: Response,
  signal: AbortSignal,
  onBytes: () => void,
): AsyncGenerator<StreamEvent> {
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream(), { signal }).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const parsed = parseBlock(block);
        if (parsed) yield parsed;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block: string): StreamEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  if (!data.length) return null;
  try {
    return { event, data: JSON.parse(data.join('\n')) as unknown };
  } catch {
    return null;
  }
}
