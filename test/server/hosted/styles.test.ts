/** The old iframe's `?styles=` at the end of a flow's link: it sets colours and lengths, and nothing else. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createTestServer } from '../support.ts';
import { newFlow } from '../payee/payee.ts';

const server = await createTestServer();

async function opened(search: string) {
  const { id } = await newFlow(server, ['compliance']);
  const response = await server.app.request(`/flow/${id}${search}`);
  assert.equal(response.status, 200);
  const page = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  return { page, policy, css: /<style>([^]*?)<\/style>/.exec(page)?.[1] };
}
const styled = (styles: unknown) =>
  opened(`?styles=${encodeURIComponent(typeof styles === 'string' ? styles : JSON.stringify(styles))}`);

describe('the hosted page with ?styles=', () => {
  it('wears them, and the policy names just that style by its hash', async () => {
    const { css = '', policy } = await styled({
      theme: 'dark',
      variables: { backgroundColor: '#101418', primaryColor: 'rebeccapurple', tabBorderColor: '#333' },
    });
    assert.match(css, /^:is\(:root, dots-flow\) \{ color-scheme: dark; --dots-surface: #101418; /);
    assert.match(css, /--dots-accent: rebeccapurple/);
    assert.match(css, /::part\(rail\) \{ border-color: #333; \}/);
    const hash = createHash('sha256').update(css).digest('base64');
    assert.match(policy, /style-src 'self' 'sha256-[\w+/=]+'; connect-src/);
    assert.ok(policy.includes(`'sha256-${hash}'`));
    assert.doesNotMatch(policy, /unsafe/);
  });

  for (const value of [
    '</style><script>alert(1)</script>',
    'red; } body { display: none',
    'url(https://evil.example/x.png)',
    'image-set("https://evil.example/x.png" 1x)',
    'rgb(0,0,0) url(//evil.example)',
    'rgb(url(//evil.example))',
    'var(--secret)',
    'red/**/;--x:1',
    '\\75rl(//evil.example)',
    'red !important',
  ])
    it(`takes nothing from “${value}”`, async () => {
      const variables = { primaryColor: value, borderRadius: value, [value]: 'red' };
      const plain = await opened('');
      const { page, policy, css } = await styled({ theme: value, variables });
      assert.equal(css, undefined);
      assert.equal(policy, plain.policy);
      assert.doesNotMatch(page, /evil|alert|--x|secret|important|display/);
    });

  for (const search of [
    '?styles=',
    '?styles=%7B',
    '?styles=null',
    '?styles=[1]',
    '?styles=%22red%22',
    '?style=1',
  ])
    it(`is as it always is with ${search}`, async () => {
      const [plain, { css, policy }] = [await opened(''), await opened(search)];
      assert.equal(css, undefined);
      assert.equal(policy, plain.policy);
    });
});
