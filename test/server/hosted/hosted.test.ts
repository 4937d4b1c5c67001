import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestServer } from '../support.ts';
import { ask, claim, makeLink } from '../payout-links/links.ts';
import { newFlow } from '../payee/payee.ts';

describe('the hosted page', () => {
  it('runs the flow under a strict policy', async () => {
    const server = await createTestServer();
    const { id } = await newFlow(server, ['compliance']);
    const response = await server.app.request(`/flow/${id}`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
    );
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    const page = await response.text();
    assert.match(page, new RegExp(`<dots-flow flow-id="${id}" api-url="/api"\\s*>`));
    assert.match(page, /<script type="module" src="\/dots-flow\.js"><\/script>/);
    assert.match(page, /<html lang="en" dir="ltr">/);
    assert.match(page, /simulated/);
    assert.doesNotMatch(
      page,
      /style=|<style|<script(?! type="module" src="\/(?:hosted|dots-flow)\.js">)|\son\w+=/,
    );
  });

  it('does not open the flow by being looked at, as link previews do', async () => {
    const server = await createTestServer();
    const { id } = await newFlow(server, ['compliance']);
    await server.app.request(`/flow/${id}`);
    assert.deepEqual(await server.db.query('select status from flows'), [{ status: 'created' }]);
  });

  it('escapes the partner’s name, and says nothing of a sandbox outside it', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    await server.db.query(`update apps set name = '<img src=x onerror=alert(1)> & Co'`);
    const { id } = await newFlow(server, ['compliance']);
    const page = await (await server.app.request(`/flow/${id}`)).text();
    assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt; &amp; Co/);
    assert.doesNotMatch(page, /<img|simulated/);
  });

  it('says what a payout link brings, in each language, for as long as it does', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, { amount: 123_450, memo: '<b>Prize</b>' });
    const page = async () => (await server.app.request(`/flow/${made.flow_id}`)).text();
    const open = await page();
    assert.match(open, /<strong>\$1,234\.50 for you<\/strong>\s*For: &lt;b&gt;Prize&lt;\/b&gt;/);
    assert.match(open, /hidden\s*>\s*<strong>1\.234,50\s\$ für Sie<\/strong>/);
    const payee = await claim(server, made);
    assert.match(await page(), /\$1,234\.50/);
    await payee.does('/session/payout/continue');
    assert.doesNotMatch(await page(), /1,234/, 'it is done');
    const other = await makeLink(server, { amount: 432_100 });
    await ask(server, 'DELETE', `/payout-links/${other.id}`);
    assert.doesNotMatch(await (await server.app.request(`/flow/${other.flow_id}`)).text(), /4,321/);
  });

  it('says whom to ask about a flow that cannot be opened any more', async () => {
    const server = await createTestServer();
    await server.db.query(
      `update apps set support_email = 'help@juniper.example', support_url = 'https://juniper.example/help'`,
    );
    const { id } = await newFlow(server, ['compliance']);
    const page = async () => (await server.app.request(`/flow/${id}`)).text();
    // While it can, the element says so on every screen.
    assert.doesNotMatch(await page(), /juniper\.example/);
    await server.db.query(`update flows set status = 'canceled'`);
    const canceled = await page();
    assert.match(canceled, /Questions\? Ask Acme Market\./);
    assert.match(canceled, /href="https:\/\/juniper\.example\/help"/);
    assert.match(canceled, /href="mailto:help@juniper\.example"/);
  });

  it('is friendly about links that lead nowhere', async () => {
    const server = await createTestServer();
    for (const id of ['nonsense', '5f0f8f8f-0000-4000-8000-000000000000']) {
      const response = await server.app.request(`/flow/${id}`);
      assert.equal(response.status, 404);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(await response.text(), /This link does not work/);
    }
  });

  it('has a stylesheet and an icon of its own', async () => {
    const server = await createTestServer();
    for (const [path, type] of [
      ['/hosted.css', 'text/css; charset=utf-8'],
      ['/hosted.svg', 'image/svg+xml; charset=utf-8'],
    ] as const) {
      const response = await server.app.request(path);
      assert.equal(response.headers.get('content-type'), type);
    }
  });
});
