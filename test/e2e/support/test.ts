/**
 * Playwright's `test` with a Flows API, a partner's back end, and a page that remembers every event it hears.
 */
import { test as base, expect, type Page } from '@playwright/test';
import { ApiServer } from './api-server.ts';
import { mockBackend, serverBackend, type Backend, type BackendName } from './backend.ts';
import { Receiver, webhookSecret } from './receiver.ts';

export interface Heard {
  readonly type: string;
  readonly detail: {
    readonly eventId?: string;
    readonly step?: string;
    readonly flowId?: string;
    readonly code?: string;
    readonly [field: string]: unknown;
  };
}

interface TestFixtures {
  /** Returns what the journey runs on. */
  readonly on: (name: BackendName) => Promise<Backend>;
  readonly heard: () => Promise<Heard[]>;
}

interface WorkerFixtures {
  readonly partner: Receiver;
  readonly api: ApiServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  partner: [
    // Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const partner = await Receiver.start();
      await use(partner);
      await partner.close();
    },
    { scope: 'worker' },
  ],
  api: [
    async ({ partner }, use) => {
      const api = await ApiServer.start({
        WEBHOOK_URL: `${partner.origin}/webhooks`,
        WEBHOOK_SECRET: webhookSecret,
      });
      partner.api = api.url;
      await use(api);
      await api.remove();
    },
    // A partner's page has its script from there, also in a journey that does not name it.
    { scope: 'worker', auto: true },
  ],
  on: async ({ api, partner, page }, use) => {
    await use(async (name) =>
      name === 'mock' ? mockBackend(api, partner, page) : serverBackend(api, partner),
    );
  },
  heard: async ({ page }, use) => {
    const events: Heard[] = [];
    const violations: string[] = [];
    await page.exposeFunction('__heard', (event: Heard) => void events.push(event));
    await page.exposeFunction('__violated', (what: string) => void violations.push(what));
    page.on('pageerror', (error) => violations.push(`page error: ${error.message}`));
    await page.addInitScript(() => {
      const tell = (globalThis as unknown as { __heard: (event: unknown) => void }).__heard;
      const violated = (globalThis as unknown as { __violated: (what: string) => void }).__violated;
      for (const name of [
        'ready',
        'step-started',
        'step-completed',
        'flow-completed',
        'redirect',
        'flow-expired',
        'exit',
        'error',
      ])
        document.addEventListener(`dots-${name}`, (event) =>
          tell({ type: event.type, detail: (event as CustomEvent<unknown>).detail }),
        );
      document.addEventListener('securitypolicyviolation', (event) =>
        violated(
          `${event.violatedDirective}: ${event.blockedURI} in ${event.sourceFile || 'the page'}:${event.lineNumber} ${document.querySelector('dots-flow')?.state.name ?? ''}`,
        ),
      );
    });
    await use(async () => {
      // A round trip through the page brings in what it has told already.
      await page.evaluate(() => undefined);
      return events;
    });
    expect(violations, 'policy violations and page errors').toEqual([]);
  },
});

export { expect, type Page };
