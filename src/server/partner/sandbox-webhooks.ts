/**
 * `/sandbox/webhooks`: webhooks for a developer's machine, which has no public URL. `GET` streams the app's
 * messages as they are written, `POST` sends a sample of an event. `dots-flow listen` and `dots-flow trigger`
 * call them.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { momentOf } from '../../contract/forms/moments.ts';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import { listenQuery, triggerWebhookInput } from '../../contract/partner/webhook-calls.ts';
import { readQuery } from './queries.ts';
import { messagesSince } from '../db/message-feed.ts';
import type { FeedMessage } from '../db/message-feed.ts';
import { onChanged } from '../db/signals.ts';
import { createAlarm } from '../http/alarm.ts';
import { idempotent } from '../http/idempotent.ts';
import type { Deps } from '../ports/deps.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';
import { samplePayload } from '../webhooks/samples.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readFields } from './requests.ts';

/** How often it looks by itself: another process may have written a message, and its signal got lost. */
const lookMs = 2000;
/** A transaction that began earlier may be committed later, by no more than that. */
const lateMs = 60_000;
const mostAtOnce = 100;

export function sandboxWebhookRoutes(deps: Deps): Hono<PartnerEnv> {
  // Payloads are about people, and some have ids of flows.
  const partner = authenticatePartner(deps, 'settings', 'secret');
  return new Hono<PartnerEnv>()
    .get('/sandbox/webhooks', partner, (c) => {
      const { since } = readQuery(c, listenQuery);
      return stream(c, deps, since === undefined ? deps.clock.now() : momentOf(since));
    })
    .post('/sandbox/webhooks', partner, async (c) => {
      const { event } = await readFields(c, triggerWebhookInput);
      const appId = c.get('partner').id;
      return idempotent(c, deps, appId, async (tx) => {
        const id = newMessageId(deps.newId);
        const payload = samplePayload(event, { newId: deps.newId, now: deps.clock.now() });
        const endpoints = await appendMessage(tx, deps, { id, appId, payload });
        return { status: 202, body: { id, event, endpoints } };
      });
    });
}

function stream(c: Context<PartnerEnv>, deps: Deps, since: Date): Response {
  // nginx would otherwise hold events back until its buffer is full.
  c.header('x-accel-buffering', 'no');
  const appId = c.get('partner').id;
  const response = streamSSE(c, (to) =>
    push(deps, appId, since, to).catch((err: unknown) => deps.log.error({ err }, 'webhook stream failed')),
  );
  // Hono says `no-cache`, by which a cache may keep what it must not keep.
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** Writes messages until the reader leaves. It begins with a comment, so that a reader knows it listens. */
async function push(deps: Deps, appId: string, since: Date, to: SSEStreamingApi): Promise<void> {
  const alarm = createAlarm();
  const seen = new Map<string, Date>();
  let from = since;
  const look = () => messagesSince(deps.db, appId, from, [...seen.keys()], mostAtOnce);
  to.onAbort(alarm.ring);
  const endings = [onChanged(appId, alarm.ring)];
  const timer = setInterval(() => {
    void to.write(': still here\n\n');
    alarm.ring();
  }, lookMs);
  endings.push(() => clearInterval(timer));
  const tell = async (messages: readonly FeedMessage[]) => {
    for (const { id, created, event, body } of messages) {
      seen.set(id, created);
      await to.writeSSE({ event: 'webhook', id, data: JSON.stringify({ id, created, event, body }) });
      from = new Date(Math.max(from.getTime(), created.getTime() - lateMs));
    }
    for (const [id, created] of seen) if (created < from) seen.delete(id);
  };
  try {
    await to.write(': listening\n\n');
    while (!to.aborted) {
      const messages = await look();
      await tell(messages);
      if (messages.length < mostAtOnce) await alarm.rung();
    }
  } finally {
    for (const end of endings) end();
  }
}
