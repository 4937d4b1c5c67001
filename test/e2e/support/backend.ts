/**
 * What a journey runs on: the started server, or the mock of `dots-flow/testing` behind the same page. A spec
 * says `for (const name of backendNames)` and takes the fixture `on`.
 */
import { createMockApi, type MockFlowInput } from '../../../src/testing/index.ts';
import { agreementPdf } from '../../support/pdf-forms.ts';
import { templateOf } from '../../support/pdf-template.ts';
import type { ApiServer } from './api-server.ts';
import { uploadTemplate } from './pdf-form-fill.ts';
import type { Receiver } from './receiver.ts';
import { expectEvents, expectWebhooksOnce, expectWholeStory, idsOf, overviewPlan } from './story.ts';
import { expect, type Heard, type Page } from './test.ts';

export const backendNames = ['server', 'mock'] as const;
export type BackendName = (typeof backendNames)[number];

export interface Backend {
  /** Makes a flow. `link` is a page that runs it. */
  createFlow(body?: MockFlowInput): Promise<{ readonly id: string; readonly link: string }>;
  /** Returns the flow object. */
  flow(id: string): Promise<Readonly<Record<string, unknown>>>;
  /** Adds Robin Example in the US, whose phone is confirmed and whose profile is complete. */
  createKnownUser(phone: string): Promise<string>;
  /** Pays the payee of a flow. */
  fund(flowId: string, cents: number): Promise<void>;
  /** Gives it the PDF form of `agreementPdf`. Returns the id. */
  createPdfTemplate(): Promise<string>;
  /** Checks that every webhook of the flow came once, with the ids that the page heard. */
  expectWebhooks(flowId: string, events: readonly Heard[]): Promise<void>;
  /** Checks that events, webhooks and the flow object tell the same story. */
  expectStory(flowId: string, events: readonly Heard[], plan?: readonly string[]): Promise<void>;
}

export const serverBackend = (api: ApiServer, partner: Receiver): Backend => ({
  createFlow: (body) => api.createFlow(body),
  flow: async (id) => (await api.call('GET', `/v2/flows/${id}`)).body,
  createKnownUser: (phone) => api.createKnownUser(phone),
  fund: (flowId, cents) => api.fund(flowId, cents),
  createPdfTemplate: () => uploadTemplate(api.url),
  expectWebhooks: (flowId, events) => expectWebhooksOnce({ api, partner, flowId }, idsOf(events)),
  expectStory: (flowId, events, plan = overviewPlan) =>
    expectWholeStory({ api, partner, flowId, plan }, events),
});

/** The script comes from the server. Every call of the page's goes to the mock. */
export async function mockBackend(api: ApiServer, partner: Receiver, page: Page): Promise<Backend> {
  const mock = createMockApi();
  await page.route(`${api.url}/api/v2/**`, mock.route);
  partner.embed(
    `document.querySelector('dots-flow').setAttribute('flow-id', new URLSearchParams(location.search).get('flow'));`,
  );
  return {
    async createFlow(body = { steps: ['compliance', 'manage-payouts'] }) {
      const { id } = mock.createFlow(body);
      return { id, link: `${partner.origin}/?flow=${id}` };
    },
    flow: async (id) => ({ ...mock.flow(id) }),
    createKnownUser: async (phone) =>
      mock.createUser({ phone_number: `+1${phone}`, first_name: 'Robin', email: 'robin@example.com' }),
    fund: async (flowId, cents) => mock.fund(mock.flow(flowId).user_id ?? '', cents),
    createPdfTemplate: async () =>
      mock.createPdfTemplate(await templateOf('Contractor agreement', await agreementPdf())),
    async expectWebhooks(_, events) {
      expect(idsOf(events)).toEqual(mock.webhooks.map(({ id }) => id));
    },
    async expectStory(flowId, events, plan = overviewPlan) {
      expectEvents(plan, events);
      expect(idsOf(events)).toEqual(mock.webhooks.map(({ id }) => id));
      const { steps, completed_steps: completed, status } = mock.flow(flowId);
      expect([completed, status]).toEqual([steps, 'completed']);
    },
  };
}
