/** Prints the webhooks of a sandbox as they come, and hands them on to a server on this machine. */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { signedHeaders } from '../webhooks/sign.ts';
import { ask } from './ask-sandbox.ts';
import type { Developer, Sandbox } from './ask-sandbox.ts';

interface Message {
  readonly id: string;
  readonly created: string;
  readonly event: string;
  readonly body: string;
}

interface Wishes {
  /** Where messages are handed on to; null: they are printed alone. */
  readonly forwardTo: string | null;
  /** Empty: all. */
  readonly events: readonly string[];
}

/** As long as a server waits for a receiver. */
const answerMs = 15_000;
const comeBackMs = 1000;

/**
 * Listens until `signal` ends it. A connection that breaks is made again, and what came meanwhile is told.
 * One message is handed on after the other, in order; none comes again by itself.
 */
export async function listenToWebhooks(
  sandbox: Sandbox,
  { forwardTo, events }: Wishes,
  developer: Developer,
): Promise<void> {
  const { say, signal } = developer;
  const secret = secretOf(sandbox);
  const told = new Set<string>();
  let since = '';
  let isFirst = true;
  while (!signal?.aborted) {
    try {
      const answer = await ask(developer.fetch, sandbox, signal ? { signal } : {}, since);
      if (isFirst) {
        say(`Listening to ${sandbox.url}. End with Ctrl+C.`);
        if (forwardTo !== null) say(`Handing on to ${forwardTo}, signed with ${secret}`);
      }
      isFirst = false;
      for await (const message of messagesOf(answer, signal)) {
        since = `?since=${encodeURIComponent(message.created)}`;
        if (told.has(message.id)) continue;
        told.add(message.id);
        if (events.length > 0 && !events.includes(message.event)) continue;
        say(`${message.created}  ${message.event}  ${message.id}`);
        if (forwardTo === null) say(JSON.stringify(JSON.parse(message.body), null, 2));
        else say(`  ${await handOn(message, forwardTo, secret, developer)}`);
      }
    } catch (error) {
      if (signal?.aborted) return;
      // What is wrong from the start stays wrong.
      if (isFirst) throw error;
    }
    if (signal?.aborted) return;
    say('The connection ended. Connecting again.');
    await pause(comeBackMs, undefined, signal ? { signal } : {}).catch(() => {});
  }
}

/** Returns the same secret for the same key, so that a receiver is given it once. */
const secretOf = ({ clientId, apiKey }: Sandbox): string =>
  `whsec_${createHmac('sha256', apiKey).update(`dots-flow listen ${clientId}`).digest('base64')}`;

async function* messagesOf(answer: Response, signal?: AbortSignal): AsyncGenerator<Message> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  signal?.addEventListener('abort', () => void reader?.cancel().catch(() => {}), { once: true });
  let text = '';
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) return;
    text += read.value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield JSON.parse(data) as Message;
    }
  }
}

/** Sends it as the server would, and returns what came of it. */
async function handOn(
  { id, body }: Message,
  to: string,
  secret: string,
  { fetch }: Developer,
): Promise<string> {
  try {
    const answer = await fetch(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'dots-flow-webhooks/1',
        ...signedHeaders(secret, id, new Date(), body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    });
    await answer.body?.cancel();
    return `answered ${answer.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error && 'code' in cause ? `failed (${String(cause.code)})` : 'failed';
  }
}
