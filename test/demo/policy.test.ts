/** The demo proves the policy that docs/strict-pages.md asks pages to set: it allows nothing beyond it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { policy } from '../../demo/bundle.ts';
import { createTestServer } from '../server/support.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/strict-pages.md'), 'utf8');
const documented = /^default-src 'none';[^`]+/m.exec(guide)?.[0] ?? '';

/** The sources of each directive. The Flows API of the guide is another origin, which is allowed as well. */
function directives(text: string): Map<string, Set<string>> {
  const parts = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.map(([name = '', ...sources]) => [name, new Set(sources)]));
}

/** What is not about loading: it only forbids. */
const harmless = ['form-action', 'frame-ancestors'];

function beyond(text: string): string[] {
  const allowed = directives(documented);
  return [...directives(text)].flatMap(([name, sources]) => {
    const known = allowed.get(name);
    if (!known) return harmless.includes(name) ? [] : [name];
    return [...sources].filter((source) => !known.has(source)).map((source) => `${name} ${source}`);
  });
}

test('the demo allows no more than the documented policy, and asks for trusted types', () => {
  assert.ok(documented.includes('require-trusted-types-for'), documented);
  assert.deepEqual(beyond(policy), []);
  assert.ok(directives(policy).has('require-trusted-types-for'));
});

test('so does the page behind a link', async () => {
  const { app, asPartner } = await createTestServer();
  const { id } = (await (await asPartner('POST', '/v2/flows', { steps: ['compliance'] })).json()) as {
    id: string;
  };
  const { headers } = await app.request(`/flow/${id}`);
  assert.deepEqual(beyond(headers.get('content-security-policy') ?? 'none at all'), []);
});
