/**
 * Signing in at a bank: the payee begins, answers, comes back, or gives up. What the bank knows stays with
 * the provider until the payee agrees.
 */
import type { Context } from 'hono';
import { beginLinkInput, linkAnswerInput, lookAtLinkInput } from '../../../contract/steps/manage-payments.ts';
import type { Institution } from '../../../contract/steps/manage-payments.ts';
import { bankLinkOf, deleteBankLink, insertBankLink, setBankLinkState } from '../../db/bank-links.ts';
import type { BankLinkRow } from '../../db/bank-links.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { askOutside } from '../../http/ask-outside.ts';
import { origin } from '../../http/client.ts';
import { readJson } from '../../http/body.ts';
import { charge } from '../../http/limits.ts';
import { wordsOfRequest } from '../../language/words.ts';
import { wholeName } from '../../../contract/forms/names.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import type { BankLinkProvider } from '../../ports/bank-link.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Place } from '../../ports/vault.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { loadContext, signedIn } from '../session/context.ts';
import { requirePayee } from '../session/sessions.ts';
import type { PayeeWork } from '../session/step.ts';
import { isLastTry, takeCode } from './return.ts';
import { changePayments } from './submit.ts';

/** Returns the provider's handle, with which account numbers could be asked for. */
export const openReference = (
  deps: Pick<Deps, 'vault'>,
  link: Pick<BankLinkRow, 'id' | 'flow_id' | 'reference_sealed'>,
): string => deps.vault.open(linkPlace(link), link.reference_sealed);

const linkPlace = ({ id, flow_id }: Pick<BankLinkRow, 'id' | 'flow_id'>): Place => ({
  what: `bank link ${id}`,
  owner: flow_id,
});

/**
 * Returns banks for what was typed, or none where banks cannot be connected. The query is cut, because it
 * goes to the provider as it is.
 */
export async function searchInstitutions(c: Context, deps: Deps): Promise<Response> {
  await chargeLookUp(deps, await requirePayee(deps, c));
  const institutions: readonly Institution[] =
    (await deps.providers.bankLinks?.search((c.req.query('q') ?? '').slice(0, 100))) ?? [];
  c.header('cache-control', 'no-store');
  return c.json({ institutions });
}

/** Nobody is charged who may not ask: a stranger who has the link must not use up the payee's. */
async function chargeLookUp(deps: Deps, { authenticated, flow_id: flow }: SessionRow): Promise<void> {
  if (authenticated) await charge(deps, 'bank look-up', { flow });
}

/** Begins a sign-in, and ends the one before it: a flow has one at most. */
export async function beginLink(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const raw = await readJson(c);
  const payee = signedIn(await loadContext(deps.db, session, { lock: false }));
  if (payee && (await willAsk(() => parseInput(beginLinkInput, raw) !== null)))
    await chargeUser(deps, 'bank sign-in', payee);
  return changePayments(deps, async (tx, { flow }, user) => {
    const { institution_id } = parseInput(beginLinkInput, raw);
    const { locale: language } = await wordsOfRequest(c);
    const payee = wholeName(user);
    const { id, begun } = await askOutside(`sign-in of ${payee} at ${institution_id}`, async () => {
      const linkId = deps.newId();
      const returnUrl = `${deps.config.publicUrl}/bank-link/${linkId}/return?lang=${language}`;
      const asked = { linkId, institutionId: institution_id, returnUrl, language, payee };
      return { id: linkId, begun: await providerOf(deps).begin(asked) };
    });
    if (!begun) throw fieldError('institution_id', 'invalid-choice');
    await giveUp(deps, tx, flow.id);
    await insertBankLink(tx, {
      id,
      flow_id: flow.id,
      created: deps.clock.now(),
      institution_id: begun.institution.id,
      institution_name: begun.institution.name,
      reference_sealed: deps.vault.seal(linkPlace({ id, flow_id: flow.id }), begun.reference),
      state: begun.state,
      origin: origin(c),
    });
  });
}

/** Passes on the answer to a question of a simulated bank. A real bank asks on its own page. */
export async function answerLink(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  await chargeLookUp(deps, session);
  return changePayments(deps, async (tx, { flow }) => {
    const { answer } = parseInput(linkAnswerInput, await readJson(c));
    const link = await bankLinkOf(tx, flow.id);
    if (link?.state.phase !== 'question') throw new ProblemError('no-bank-link');
    const state = await askOutside(`answer ${answer} in ${link.id}`, () =>
      providerOf(deps).answer(openReference(deps, link), answer),
    );
    if (!state) throw fieldError('answer', 'wrong-answer');
    await setBankLinkState(tx, link.id, state);
  });
}

/**
 * The payee is back from the bank, with the code of the page to which it sent them. Without the code the bank
 * may only have refused.
 */
export async function lookAtLink(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  await chargeLookUp(deps, session);
  return changePayments(deps, async (tx, { flow }) => {
    const { bank_code: code } = parseInput(lookAtLinkInput, await readJson(c));
    const link = await bankLinkOf(tx, flow.id);
    if (!link) throw new ProblemError('no-bank-link');
    if (code === undefined) return refreshLink(deps, tx, link);
    const problem = await takeCode(deps, tx, link, code);
    if (problem && isLastTry(link)) await giveUp(deps, tx, flow.id);
    return problem;
  });
}

export function cancelLink(_c: Context, deps: Deps): PayeeWork {
  return changePayments(deps, (tx, { flow }) => giveUp(deps, tx, flow.id));
}

/** Asks the provider whether the sign-in has failed, and stores that. */
async function refreshLink(deps: Deps, tx: Queryable, link: BankLinkRow): Promise<void> {
  if (link.state.phase !== 'elsewhere') return;
  const state = await askOutside(`state of ${link.id}`, () =>
    providerOf(deps).look(openReference(deps, link)),
  );
  if (state.phase === 'failed') await setBankLinkState(tx, link.id, state);
}

/** Ends the flow's sign-in, if there is one. The provider gives back what it was allowed to see. */
async function giveUp(deps: Deps, tx: Queryable, flowId: string): Promise<void> {
  const link = await bankLinkOf(tx, flowId);
  if (!link) return;
  await endSignIn(deps, link);
  await deleteBankLink(tx, flowId);
}

/** Tells the provider, before the link is forgotten: with an open sign-in it would tell account numbers. */
export const endSignIn = (deps: Deps, link: BankLinkRow): Promise<void> =>
  askOutside(`end of ${link.id}`, () => providerOf(deps).end(openReference(deps, link)));

function providerOf(deps: Deps): BankLinkProvider {
  if (!deps.providers.bankLinks)
    throw new ProblemError('no-bank-link', { detail: 'This server cannot connect banks by signing in.' });
  return deps.providers.bankLinks;
}
