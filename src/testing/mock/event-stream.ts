/** The event stream: a snapshot at once, and one after each change. */
import type { World } from './world.ts';

/** Milliseconds. The longest time between two looks at the clock. */
const longestWait = 1_000;

export const eventOf = (snapshot: unknown): string =>
  `event: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`;

/** Returns the stream of `next()`. It ends when `next` throws, because the session is over. */
export function eventStream(
  world: World,
  next: () => unknown,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let sent = '';
      let isOver = false;
      const unsubscribe = world.onChange(look);
      stop = () => {
        isOver = true;
        clearTimeout(timer);
        unsubscribe();
      };
      signal.addEventListener('abort', () => {
        stop();
        controller.error(signal.reason);
      });
      function look(): void {
        try {
          const event = eventOf(next());
          // What was due by now has changed the world, so there was a look within this one.
          if (isOver) return;
          if (event !== sent) controller.enqueue(encoder.encode((sent = event)));
        } catch {
          if (isOver) return;
          stop();
          controller.close();
          return;
        }
        clearTimeout(timer);
        timer = setTimeout(look, Math.min(longestWait, (world.nextDue() ?? longestWait) + 1));
      }
      look();
    },
    cancel: () => stop(),
  });
}
