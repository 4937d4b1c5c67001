/**
 * Prepares the chain for what is about to be removed: the record of the link goes, and another link says so.
 * It runs before the rows themselves are removed (`db/sweep.ts`), which spares what still has a record.
 */
import { keptYears } from '../../contract/partner/kept.ts';
import { eraseRecord, papersToErase } from '../db/papers.ts';
import type { Due } from '../db/papers.ts';
import { bite } from '../db/bites.ts';
import type { Deps } from '../ports/deps.ts';
import { tooOld, usualRetention } from '../ports/retention.ts';
import { linkErasure } from './chain.ts';

/** Each bite is a transaction, so that nobody who signs something waits for long. */
export async function erasePapers(
  deps: Pick<Deps, 'db' | 'vault' | 'clock' | 'newId' | 'config'>,
  size = bite / 10,
): Promise<void> {
  const due = dueAt(deps);
  for (;;) {
    const papers = await papersToErase(deps.db, due, size);
    if (papers.length === 0) return;
    await deps.db.transaction(async (tx) => {
      // Another server may be at the same papers. Whoever removes the record says so in the chain, once.
      for (const paper of papers) if (await eraseRecord(tx, paper.id)) await linkErasure(deps, tx, paper);
    });
  }
}

function dueAt({ clock, config }: Pick<Deps, 'clock' | 'config'>): Due {
  const now = clock.now();
  const before = (years: number): Date => {
    const then = new Date(now);
    then.setUTCFullYear(now.getUTCFullYear() - years);
    return then;
  };
  return {
    forms: before(keptYears.tax_forms),
    checks: before(keptYears.background_checks),
    mandates: before(keptYears.debit_authorizations),
    removed: tooOld(config.retention ?? usualRetention, 'authorizations', now),
  };
}
