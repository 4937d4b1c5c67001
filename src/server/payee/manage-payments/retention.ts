/** Ends sign-ins at banks that nobody ended: with each of them a provider would tell account numbers. */
import { bankLinkOf, deleteBankLink, flowsOfOldLinks } from '../../db/bank-links.ts';
import { lockFlow } from '../../db/flows.ts';
import type { Deps } from '../../ports/deps.ts';
import { keptMs } from '../../ports/retention.ts';
import { openReference } from './link.ts';

/** Sign-ins that are looked up at once. */
const bite = 1000;

/**
 * The provider is told first. When it cannot be told, the sign-in stays, and it is tried again next time;
 * the others go on.
 */
export async function removeOldLinks(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - keptMs(deps.config, 'bank_links'));
  for (;;) {
    const flowIds = await flowsOfOldLinks(deps.db, before, bite);
    let failed = 0;
    for (const flowId of flowIds) {
      try {
        await removeLink(deps, flowId);
      } catch (err) {
        failed += 1;
        deps.log.error({ err }, 'sweeping');
      }
    }
    if (flowIds.length < bite || failed > 0) return;
  }
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
