/**
 * Somebody begins to sign in at a bank, and sends the bank's address to somebody else, who signs in. Their
 * accounts must not get to the one who began: the page to which the bank sends them has a code, and without
 * it the sign-in does not go on.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import type { BankLinkProvider } from '../../../src/server/ports/bank-link.ts';
import { createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced } from './payee.ts';
import type { Payee } from './payee.ts';

const link = '/session/bank-link';
const look = `${link}/look`;

/** A bank as those of live servers: it sends whoever has signed in back with a secret of its own. */
async function arrived() {
  const first = await createTestServer();
  const { bankLinks } = first.deps.providers;
  assert.ok(bankLinks);
  let returnUrl = '';
  const state = { signedIn: false };
  const accounts = [{ id: 'savings', name: 'Savings', masked: '••• 1', account_type: 'savings' as const }];
  const bank: BankLinkProvider = {
    ...bankLinks,
    simulated: false,
    begin: async (subject) => {
      ({ returnUrl } = subject);
      state.signedIn = false;
      return {
        institution: { id: 'bank', name: 'Bank' },
        reference: 'reference',
        state: { phase: 'elsewhere', url: 'https://bank.example/' },
      };
    },
    look: async () =>
      state.signedIn ? { phase: 'accounts', accounts } : { phase: 'elsewhere', url: 'https://bank.example/' },
  };
  const providers = { ...first.deps.providers, bankLinks: bank };
  const server = await createTestServer({ deps: { ...first.deps, providers } });
  const payee = await introduced(server, ['manage-payments']);
  await payee.does(link, { institution_id: 'bank' });
  /** What the browser of whoever signed in gets to see. */
  const comesBack = async (brings = '&code=secret-of-the-bank') => {
    const { pathname, search } = new URL(returnUrl + brings);
    const page = await server.app.request(pathname + search);
    assert.equal(page.status, 200);
    return page.text();
  };
  return { clock: first.clock, payee, state, comesBack };
}

const phase = ({ seen }: Payee) => (seen.current as RequirementOf<'manage-payments'>).link?.phase;
const codeOf = (page: string): string => /data-code="(\d{6})"/.exec(page)?.[1] ?? '';
const errorsOf = (problem: Awaited<ReturnType<Payee['refused']>>) =>
  problem.errors?.map(({ field, code }) => `${field}:${code}`) ?? problem.error_code;
const reads = async (payee: Payee) => payee.call('GET', '/session').then(({ body }) => (payee.seen = body));

describe('whoever began a sign-in that another has done', () => {
  test('learns nothing of it', async () => {
    const { payee, state, comesBack } = await arrived();
    state.signedIn = true;
    await comesBack();
    await reads(payee);
    assert.equal(phase(payee), 'elsewhere', 'their accounts are shown');
    await payee.does(look);
    assert.equal(phase(payee), 'elsewhere', 'asking is enough');
    for (const wrong of ['000000', '111111'])
      assert.deepEqual(errorsOf(await payee.refused(look, { bank_code: wrong })), ['bank_code:wrong-code']);
    assert.equal(
      (
        await payee.refused('/session/payment-methods', {
          source: 'link',
          account_id: 'savings',
          consent: true,
          mandate_version: (payee.seen.current as RequirementOf<'manage-payments'>).mandate.version,
        })
      ).error_code,
      'no-bank-link',
    );
  });

  test('does not get the code from the page either', async () => {
    const { state, comesBack } = await arrived();
    assert.equal(codeOf(await comesBack('')), '', 'before anybody signed in');
    assert.equal(codeOf(await comesBack('&code=guessed')), '', 'before anybody signed in');
    state.signedIn = true;
    assert.equal(codeOf(await comesBack('')), '', 'without what the bank brings');
    const code = codeOf(await comesBack());
    assert.match(code, /^\d{6}$/);
    assert.equal(codeOf(await comesBack()), code, 'a reload');
    assert.equal(codeOf(await comesBack('&code=guessed')), '', 'afterwards');
  });

  test('may guess five times', async () => {
    const { payee, state, comesBack } = await arrived();
    state.signedIn = true;
    const code = codeOf(await comesBack());
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) await payee.refused(look, { bank_code: wrong });
    assert.equal((await payee.refused(look, { bank_code: code })).error_code, 'no-bank-link');
    await reads(payee);
    assert.equal(phase(payee), undefined);
  });
});

describe('the one who signed in', () => {
  test('goes on with the code, however often it is said', async () => {
    const { payee, state, comesBack } = await arrived();
    assert.deepEqual(errorsOf(await payee.refused(look, { bank_code: '123456' })), ['bank_code:wrong-code']);
    state.signedIn = true;
    const page = await comesBack();
    assert.match(page, new RegExp(`data-to="${publicUrl}"`), 'it is told to the window that began alone');
    const code = codeOf(page);
    await payee.does(look, { bank_code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    assert.equal(phase(payee), 'accounts');
    await payee.does(look, { bank_code: code });
    assert.equal(phase(payee), 'accounts');
  });

  test('has ten minutes', async () => {
    const { clock, payee, state, comesBack } = await arrived();
    state.signedIn = true;
    const code = codeOf(await comesBack());
    clock.advance(10 * 60_000);
    assert.deepEqual(errorsOf(await payee.refused(look, { bank_code: code })), ['bank_code:wrong-code']);
  });
});

describe('at a bank of the sandbox', () => {
  const begun = async (): Promise<{ server: TestServer; payee: Payee; path: string }> => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payments']);
    await payee.does(link, { institution_id: 'sandbox-meadow' });
    const { url } = (payee.seen.current as RequirementOf<'manage-payments'>).link ?? {};
    return { server, payee, path: new URL(url ?? '').pathname };
  };
  const answers = async (server: TestServer, path: string, answer: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await server.app.request(path, { method: 'POST', headers, body: `answer=${answer}` });
    assert.equal(sent.status, 303);
    const page = await server.app.request(sent.headers.get('location') ?? '');
    return page.text();
  };

  test('the code is that of all texts', async () => {
    const { server, payee, path } = await begun();
    assert.equal(codeOf(await answers(server, path, 'agree')), '123456');
    await payee.does(look);
    assert.equal(phase(payee), 'elsewhere');
    await payee.does(look, { bank_code: '123456' });
    assert.equal(phase(payee), 'accounts');
  });

  test('who agrees to nothing needs none', async () => {
    const { server, payee, path } = await begun();
    assert.equal(codeOf(await answers(server, path, 'decline')), '');
    await reads(payee);
    assert.equal(phase(payee), 'failed');
  });

  test('nobody is listened to for long', async () => {
    const { server, path } = await begun();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `answer=agree&more=${'a'.repeat(100_000)}`;
    const sent = await server.app.request(path, { method: 'POST', headers, body });
    assert.equal(sent.status, 413);
    const nowhere = '/bank-link/00000000-0000-4000-8000-000000000000/sandbox';
    assert.equal((await server.app.request(nowhere, { method: 'POST', headers, body })).status, 413);
  });

  test('the page alone is no sign-in', async () => {
    const { server, path } = await begun();
    await answers(server, path, 'agree');
    for (const guess of ['', '?code=guess'])
      assert.equal(
        codeOf(await (await server.app.request(path.replace('sandbox', 'return') + guess)).text()),
        '',
      );
  });
});
