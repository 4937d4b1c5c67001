/**
 * The page to which a payee comes back after signing in at their bank; and, in the sandbox, the page that
 * stands for the bank.
 */
import type { Context, Hono } from 'hono';
import { uuid } from '../../contract/flow.ts';
import { findBankLink } from '../db/bank-links.ts';
import type { BankLinkRow } from '../db/bank-links.ts';
import { lockFlow, updateFlow } from '../db/flows.ts';
import { readText } from '../http/body.ts';
import { charge } from '../http/limits.ts';
import { wordsOfPage } from '../language/words.ts';
import type { Deps } from '../ports/deps.ts';
import { flowChanged } from '../db/signals.ts';
import { openReference } from '../payee/manage-payments/link.ts';
import { storeReturn } from '../payee/manage-payments/return.ts';
import type { BankLinkProvider, LinkState } from '../ports/bank-link.ts';
import { backScript } from './script.ts';
import { backPage, missingPage, simulatedBankPage } from './page.ts';

/** How `routes.ts` answers with a page. `formAction` is `self` where the page has a form of its own. */
type Respond = (c: Context, html: string, status: 200 | 404, formAction?: 'self') => Response;

/**
 * Adds the pages. They need no session: they show nothing about the payee, and the link's id is known only to
 * the payee's browser and the bank. A provider that cannot connect banks needs no pages.
 */
export function bankLinkPages(routes: Hono, deps: Deps, respond: Respond): void {
  const provider = deps.providers.bankLinks;
  if (!provider) return;

  routes.get('/bank-link/:id/return', async (c) => {
    const link = await linkOf(c, deps);
    const brought = broughtBy(c);
    const cameBack = provider.simulated ? link && brought === proofOf(deps, link) : brought !== '';
    const isAsked = link?.state.phase === 'elsewhere' && cameBack;
    if (isAsked) await charge(deps, 'bank look-up', { flow: link.flow_id });
    const code = isAsked
      ? await advanceLink(deps, link, brought, await provider.look(openReference(deps, link), brought))
      : null;
    // The answer is the same when the link is gone: the account was taken, or the payee gave up in the other
    // window.
    return respond(
      c,
      await backPage(await wordsOfPage(c), code === null ? null : { code, origin: link?.origin ?? '' }),
      200,
    );
  });
  routes.get('/bank-link.js', (c) =>
    c.body(backScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    }),
  );

  if (provider.simulated) simulatedBank(routes, deps, provider, respond);
}

/**
 * Adds the sandbox's stand-in for a bank. It exists only for a simulated provider, so no live server has a
 * page that claims to be a bank.
 */
function simulatedBank(routes: Hono, deps: Deps, provider: BankLinkProvider, respond: Respond): void {
  routes.get('/bank-link/:id/sandbox', async (c) => {
    const link = await linkOf(c, deps);
    const words = await wordsOfPage(c);
    return link?.state.phase === 'elsewhere'
      ? respond(c, await simulatedBankPage(words, link.institution_name), 200, 'self')
      : respond(c, await missingPage(words), 404);
  });
  routes.post('/bank-link/:id/sandbox', async (c) => {
    const link = await linkOf(c, deps);
    // A body that is no form agrees to nothing.
    const form = new URLSearchParams(await readText(c));
    const answer = form.get('answer') === 'agree' ? 'agree' : 'decline';
    if (link?.state.phase === 'elsewhere') await provider.answer(openReference(deps, link), answer);
    // 303 makes the browser fetch the next page with GET, so a reload does not send the form again. The
    // search part carries the language on.
    const { pathname, search } = new URL(c.req.url);
    const proof = link ? `${search ? '&' : '?'}${proofOf(deps, link)}` : '';
    return c.redirect(pathname.replace(/sandbox$/, 'return') + search + proof, 303);
  });
}

/**
 * Stores how the link goes on. The provider was asked before the transaction, because a slow bank must not
 * keep the flow's row locked. The payee's other window learns of a refusal from its event stream. Returns the
 * code for that window.
 */
async function advanceLink(
  deps: Deps,
  { id, flow_id }: BankLinkRow,
  brought: string,
  state: LinkState,
): Promise<string | null> {
  return deps.db.transaction(async (tx) => {
    await lockFlow(tx, flow_id);
    const link = await findBankLink(tx, id);
    const code = link && (await storeReturn(deps, tx, link, state, brought));
    await updateFlow(tx, flow_id, { updated: deps.clock.now() });
    flowChanged(tx, flow_id);
    return code;
  });
}

/** Returns what the bank added to the address that it was given. */
function broughtBy(c: Context): string {
  const query = new URL(c.req.url).searchParams;
  query.delete('lang');
  return query.toString();
}

/** Returns what the simulated bank sends back with whoever has answered there, as a real one does. */
const proofOf = (deps: Deps, { id }: BankLinkRow): string =>
  `code=${deps.vault.fingerprint('simulated bank', id).toString('hex')}`;

async function linkOf(c: Context, deps: Deps): Promise<BankLinkRow | null> {
  const id = c.req.param('id') ?? '';
  return uuid.safeParse(id).success ? findBankLink(deps.db, id) : null;
}
