/** What the page teaches works: its five calls are taken from it and made, as curl and as TypeScript. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { createPartnerClient } from '../../../src/partner/index.ts';
import type { PartnerClientOptions } from '../../../src/partner/index.ts';
import { webhookEventNames } from '../../../src/contract/partner/webhooks.ts';
import { openFlow } from '../payee/payee.ts';
import { apiKey, clientId, createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';

const unescape = (html: string) =>
  html.replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)));

/** Returns what stands in the blocks of code of a section of the page. */
async function blocks(server: TestServer, id: string): Promise<string[]> {
  const html = await (await server.app.request('/docs')).text();
  const section = html.split(`<section id="guide-${id}">`)[1]?.split('</section>')[0] ?? assert.fail(id);
  return [...section.matchAll(/<pre>(.*?)<\/pre>/gs)].map(([, code = '']) => unescape(code));
}

/** The payee opens the link, confirms the phone and says where the money goes. */
async function finishes(server: TestServer, flowId: string): Promise<void> {
  const payee = await openFlow(server, flowId);
  await payee.authenticates(null);
  await payee.does('/session/payout-methods', {
    platform: 'ach',
    routing_number: '110000000',
    account_number: '000123456789',
    account_type: 'checking',
  });
  await payee.does('/session/manage-payouts');
}

async function onlyPayout(server: TestServer): Promise<void> {
  const list = await server.asPartner('GET', '/v2/transfers');
  const { data } = (await list.json()) as { data: { type: string; amount: number }[] };
  assert.deepEqual(
    data.filter(({ type }) => type === 'payout').map(({ amount }) => amount),
    [12_500],
  );
}

describe('getting started', () => {
  test('pays a user out by five calls of curl', async () => {
    const server = await createTestServer();
    const calls = (await blocks(server, 'start')).filter((code) => code.startsWith('curl '));
    assert.equal(calls.length, 5);
    const known: Record<string, string> = { CLIENT_ID: clientId, API_KEY: apiKey };
    const answers: { id: string; status: string }[] = [];
    for (const [index, written] of calls.entries()) {
      known['KEY'] = `call-${index}`;
      assert.ok(
        written.split('\n').every((line) => line.length <= 160),
        written,
      );
      const curl = written
        .replace(/ \\\n\s*/g, ' ')
        // A shell replaces nothing between single quotes, so each name stands outside of them.
        .replace(/'\$([A-Z_]+)'/g, (_, name: string) => known[name] ?? assert.fail(name))
        .replace(
          /\$([A-Z_]+)(?=[^']*(?:'[^']*'[^']*)*$)/g,
          (_, name: string) => known[name] ?? assert.fail(name),
        );
      assert.doesNotMatch(curl, /\$/);
      const [, url = ''] = /^curl (\S+)/.exec(curl) ?? [];
      assert.ok(url.startsWith(`${publicUrl}/v2/`), url);
      const [, user = ''] = / -u "([^"]+)"/.exec(curl) ?? [];
      const [, body] = / -d '([^']+)'/.exec(curl) ?? [];
      const headers = [...curl.matchAll(/ -H (['"])(.*?): (.*?)\1/g)].map(([, , name = '', value = '']) => [
        name,
        value,
      ]);
      const answer = await server.app.request(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(user).toString('base64')}`,
          ...(Object.fromEntries(headers) as Record<string, string>),
        },
        ...(body === undefined ? {} : { body }),
      });
      const made = (await answer.json()) as { id: string; status: string };
      assert.ok(answer.ok, `${curl}: ${JSON.stringify(made)}`);
      answers.push(made);
      if (index === 1) known['USER_ID'] = made.id;
      if (index === 2) {
        known['FLOW_ID'] = made.id;
        await finishes(server, made.id);
      }
    }
    assert.equal(answers[3]?.status, 'completed');
    await onlyPayout(server);
  });

  test('pays a user out by five calls of TypeScript', async () => {
    const server = await createTestServer();
    const code = (await blocks(server, 'start')).filter((block) => /\bconst\b/.test(block));
    assert.equal(code.length, 6);
    const [setup = '', ...calls] = code;
    const body = [setup.replace(/^import .*$/m, ''), ...calls].join('\nawait step();\n');
    const { outputText } = ts.transpileModule(`export default async () => {${body}}`, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
    });
    const said: unknown[] = [];
    let steps = 0;
    const run = compileFunction(
      `return (${outputText.replace('export default', '').replace(/;\s*$/, '')})()`,
      ['createPartnerClient', 'process', 'console', 'step'],
    ) as (...given: unknown[]) => Promise<void>;
    await run(
      (options: PartnerClientOptions) =>
        createPartnerClient({
          ...options,
          fetch: async (url, init) => server.app.fetch(new Request(url, init)),
        }),
      { env: { CLIENT_ID: clientId, API_KEY: apiKey } },
      { log: (value: unknown) => void said.push(value) },
      async () => {
        steps += 1;
        if (steps === 4) await finishes(server, String(said[1]).split('/').at(-1) ?? '');
      },
    );
    assert.equal(said[2], 'completed');
    assert.match(String(said[0]), /^whsec_/);
    await onlyPayout(server);
  });
});

describe('the page', () => {
  test('shows the payload of every event, the sandbox’s values and every error', async () => {
    const server = await createTestServer();
    const html = await (await server.app.request('/docs')).text();
    for (const name of webhookEventNames) assert.ok(html.includes(`<h3><code>${name}</code></h3>`), name);
    assert.equal((await blocks(server, 'events')).length, webhookEventNames.length);
    for (const value of ['123456', '110000000', '000111111116', 'Sanctioned', 'payout-method-waiting'])
      assert.ok(html.includes(`<code>${value}</code>`), value);
  });

  test('says of a value that may be null that it may', async () => {
    const server = await createTestServer();
    const html = await (await server.app.request('/docs')).text();
    assert.doesNotMatch(html, /\[object|,null|undefined/);
    assert.match(html, /string \(date-time\) or null/);
  });

  test('does not teach the sandbox’s values where there is none', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    const html = await (await server.app.request('/docs')).text();
    assert.doesNotMatch(html, /guide-sandbox/);
  });
});
