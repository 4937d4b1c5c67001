/** All stories, each on a server of its own. Whoever adds a call tells in a story how it is made. */
import type { Example, Examples, Json } from '../../../../src/server/docs/json-schema.ts';
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
const { keepingBack, ...caringStories } = caring;

interface Told {
  readonly examples: Examples;
  /** The payload of each event, by its name. */
  readonly events: Readonly<Record<string, Json>>;
}

/** Tells every story, and returns what was asked, answered and sent. */
export async function tellStories(): Promise<Told> {
  const examples: Record<string, Example> = {};
  const events: Record<string, Json> = {};
  const tell = async (server: TestServer, story: (server: TestServer) => Promise<void>) => {
    const steady = record(server, examples);
    await story(server);
    const sent = await server.db.query<{ event: string; payload: Json }>(
      'select event, payload from webhook_messages order by created, event',
    );
    for (const { event, payload } of sent) events[event] ??= steady(payload) as Json;
  };
  const stories = [partnerStories, payeeStories, caringStories].flatMap((each) => Object.values(each));
  for (const story of stories) {
    const testClock = await openTestClock(await sharedDatabase(), () => began);
    await tell(await createTestServer({ deps: { testClock } }), story);
  }
  await tell(await createTestServer({ config: { withholding: 'deduct' } }), keepingBack);
  await tell(await withVendor(), (server) => callingBack(server, vendorSecret));
  return { examples, events };
}

/** What a sandbox's clock says of the time is compared, so it stands still. */
const began = new Date('2026-06-01T12:00:00Z');

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
