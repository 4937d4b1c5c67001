/** All stories, each on a server of its own. Whoever adds a call tells in a story how it is made. */
import type { Example, Examples } from '../../../../src/server/docs/json-schema.ts';
import { openTestClock } from '../../../../src/server/start/test-clock.ts';
import { createHttpVerification } from '../../../../src/server/providers/http-id-verification.ts';
import { createSandboxProviders } from '../../../../src/server/providers/sandbox.ts';
import { createTestServer, publicUrl, sharedDatabase } from '../../support.ts';
import type { TestServer } from '../../support.ts';
import * as caring from './caring.ts';
import * as partner from './partner.ts';
import * as payee from './payee.ts';
import { record } from './record.ts';

const { ask: _, ...partnerStories } = partner;
const { callingBack, ...payeeStories } = payee;

/** Tells every story, and returns what was asked and answered. */
export async function tellStories(): Promise<Examples> {
  const examples: Record<string, Example> = {};
  const stories = [partnerStories, payeeStories, caring].flatMap((each) => Object.values(each));
  for (const story of stories) {
    const server = await createTestServer({
      deps: { testClock: await openTestClock(await sharedDatabase()) },
    });
    record(server, examples);
    await story(server);
  }
  const server = await withVendor();
  record(server, examples);
  await callingBack(server, vendorSecret);
  return examples;
}

const vendorSecret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

/** Returns a server whose identity checks are made by a vendor behind HTTP. */
async function withVendor(): Promise<TestServer> {
  const late: { server?: TestServer } = {};
  const now = () => late.server?.clock.now() ?? new Date();
  const clock = { now, real: now };
  const url = 'https://vendor.example/verify';
  const identity = createHttpVerification({
    url,
    secret: vendorSecret,
    publicUrl,
    clock,
    fetch: (input, init) => (late.server as TestServer).outbound.fetch(input, init),
    log: { warn: () => {} } as never,
  });
  late.server = await createTestServer({
    config: { idVerification: { url, secret: vendorSecret } },
    deps: { clock, providers: { ...createSandboxProviders({ clock }), identity } },
  });
  return late.server;
}
