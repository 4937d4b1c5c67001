/**
 * What the page heard, what the partner's server received and what the flow object says have to tell the same
 * story.
 */
import type { ApiServer } from './api-server.ts';
import type { Receiver } from './receiver.ts';
import { expect, type Heard } from './test.ts';

/** The plan of the overview's flow for a payee whom the app does not know yet. */
export const overviewPlan = ['authentication', 'onboarding', 'compliance', 'manage-payouts'];

interface Story {
  readonly api: ApiServer;
  readonly partner: Receiver;
  readonly flowId: string;
  readonly plan?: readonly string[];
  /** The server was killed on the way. What the partner took just then may come again, under the same id. */
  readonly killed?: boolean;
}

/**
 * Checks the whole story, on one page without a reload: every event in order, every webhook once, the same
 * ids, the flow completed.
 */
export async function expectWholeStory(story: Story, events: readonly Heard[]): Promise<void> {
  const { api, flowId, plan = overviewPlan } = story;
  expectEvents(plan, events);
  await expectWebhooksOnce(story, idsOf(events));

  const { body } = await api.call('GET', `/v2/flows/${flowId}`);
  expect(body['user_id']).toMatch(/^[\da-f-]{36}$/);
  expect(body['completed_steps']).toEqual(body['steps']);
  expect(body['status']).toBe('completed');
}

/** Checks that the page heard of every step once, in order, and of nothing else. */
export function expectEvents(plan: readonly string[], events: readonly Heard[]): void {
  expect(events.map(brief)).toEqual([
    'dots-ready',
    ...plan.flatMap((step) => [`dots-step-started ${step}`, `dots-step-completed ${step}`]),
    'dots-flow-completed',
  ]);
}

/**
 * Checks every step's webhook and the flow's own: none missing, none twice, with the ids that the page heard.
 */
export async function expectWebhooksOnce(
  { partner, flowId, plan = overviewPlan, killed = false }: Story,
  ids: readonly string[],
  within = 30_000,
): Promise<void> {
  const about = () => {
    const received = partner.about(flowId);
    return killed
      ? received.filter(({ id }, at) => received.findIndex((other) => other.id === id) === at)
      : received;
  };
  await expect.poll(() => about().length, { timeout: within }).toBe(plan.length + 1);
  expect(partner.refused).toEqual([]);
  const received = about();
  expect(received.map(({ payload }) => payload['step'] ?? payload.event)).toEqual([
    ...plan,
    'flow.completed',
  ]);
  expect(received.map(({ id }) => id)).toEqual(ids);
}

export const idsOf = (events: readonly Heard[]): string[] =>
  events.flatMap(({ detail }) => detail.eventId ?? []);

/**
 * Returns an event in a few words: `dots-step-started onboarding`, `dots-error network-error`, `dots-ready`.
 */
export function brief({ type, detail }: Heard): string {
  const about = type === 'dots-error' ? detail.code : detail.step;
  return about ? `${type} ${about}` : type;
}

export const named = (events: readonly Heard[], name: string): Heard[] =>
  events.filter(({ type }) => type === `dots-${name}`);
