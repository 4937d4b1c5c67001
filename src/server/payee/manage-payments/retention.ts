/** Ends sign-ins at banks that nobody ended: with each of them a provider would tell account numbers. */
import { oneByOne } from '../../db/bites.ts';
import { bankLinkOf, deleteBankLink, flowsOfOldLinks } from '../../db/bank-links.ts';
import { lockFlow } from '../../db/flows.ts';
import type { Deps } from '../../ports/deps.ts';
import { keptMs } from '../../ports/retention.ts';
import { openReference } from './link.ts';

/**
 * The provider is told first. When it cannot be told, the sign-in stays, and it is tried again next time;
 * the others go on.
 */
export async function removeOldLinks(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - keptMs(deps.config, 'bank_links'));
  await oneByOne(
    deps,
    (count) => flowsOfOldLinks(deps.db, before, count),
    (flowId) => removeLink(deps, flowId),
  );
}

async function removeLink(deps: Deps, flowId: string): Promise<void> {
  const link = await bankLinkOf(deps.db, flowId);
  if (link) await deps.providers.bankLinks?.end(openReference(deps, link));
  await deps.db.transaction(async (tx) => {
    await lockFlow(tx, flowId);
    // The payee may have begun another meanwhile.
    if ((await bankLinkOf(tx, flowId))?.id === link?.id) await deleteBankLink(tx, flowId);
  });
}
