/** Sends a link to its payee, and writes down what became of it. Running it twice does no harm. */
import { isClaimable } from '../../contract/money/payout-links.ts';
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { lockFlow } from '../db/flows.ts';
import { findLinkMessage, linkMessagesOf, updateLinkMessage } from '../db/payout-link-messages.ts';
import type { LinkMessageRow } from '../db/payout-link-messages.ts';
import { findPayoutLink, lockPayoutLink, updatePayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { findUser } from '../db/users.ts';
import { flowLink } from '../flows/flow-object.ts';
import { amountIn } from '../language/amount.ts';
import { wordsFor } from '../language/words.ts';
import { linkChanged } from '../ledger/link-events.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';

/**
 * The handler of the job `deliver-payout-link`. The provider is called outside of any transaction. When this
 * process dies before the answer is noted, the next run sends it with the same reference, by which the
 * provider knows it.
 */
export async function deliverPayoutLink(deps: Deps, messageId: string): Promise<void> {
  const message = await findLinkMessage(deps.db, messageId);
  if (!message || message.done) return;
  const link = await findPayoutLink(deps.db, message.link_id);
  const app = link && (await findApp(deps.db, link.app_id));
  // The partner may have given a user another phone since.
  const user = link?.user_id ? await findUser(deps.db, link.app_id, link.user_id) : null;
  const to = link && (message.channel === 'sms' ? (user?.phone_e164 ?? link.phone_e164) : link.email);
  const sender = deps.providers.payoutLinks;
  if (!app || !link || !to || !sender) return;
  // Nobody is written to about a link that is over, or that they have claimed.
  if (!isClaimable[link.status] || link.expires_at <= deps.clock.now()) return;
  const said = await wording(deps, app, link);
  const { id: reference, channel } = message;
  const fate = await sender.send({ reference, channel, to, appName: app.name, ...said });
  await deps.db.transaction(async (tx) => {
    await lockFlow(tx, link.flow_id);
    const locked = await lockPayoutLink(tx, link.id);
    if (!locked || (await findLinkMessage(tx, messageId))?.done) return;
    await updateLinkMessage(tx, messageId, {
      ...{ done: deps.clock.now(), sent: fate !== 'undeliverable', ...said },
    });
    await note(deps, tx, locked, message, fate);
  });
}

/** Sent is what has gone one way at least; failed what could go none. */
async function note(
  deps: Deps,
  tx: Queryable,
  link: PayoutLinkRow,
  { delivery }: LinkMessageRow,
  fate: 'sent' | 'delivered' | 'undeliverable',
): Promise<void> {
  // It was claimed meanwhile, or is sent once more.
  const isAwaited = ['delivery_pending', 'sent', 'delivered'].includes(link.status);
  if (!isAwaited || delivery !== link.deliveries) return;
  const updated = deps.clock.now();
  if (fate !== 'undeliverable') {
    if (link.status === 'delivered' || link.status === fate) return;
    const sent = await updatePayoutLink(tx, link.id, { status: fate, updated });
    return linkChanged(deps, tx, sent, link.status === 'delivery_pending' ? 'payout_link.sent' : undefined);
  }
  if ((await linkMessagesOf(tx, link.id, delivery)).some(({ done, sent }) => !done || sent)) return;
  await linkChanged(deps, tx, await updatePayoutLink(tx, link.id, { status: 'delivery_failed', updated }));
}

async function wording(deps: Deps, { name: app }: App, link: PayoutLinkRow) {
  // What the payee reads is not known before they have opened the link.
  const { t, locale: language } = await wordsFor(['']);
  const amount = amountIn(language, link.amount);
  const parts = [
    t('server.payout-link.text', { app, amount }),
    link.memo && ended(t('server.payout-link.memo', { memo: link.memo })),
    link.delivery_message && ended(link.delivery_message),
    t('server.payout-link.claim', { link: flowLink({ id: link.flow_id }, deps) }),
  ];
  return {
    language,
    subject: t('server.payout-link.subject', { app, amount }),
    text: parts.filter(Boolean).join(' '),
  };
}

/** What follows is another sentence. */
const ended = (text: string): string => (/[\p{P}\p{S}]$/u.test(text) ? text : `${text}.`);
