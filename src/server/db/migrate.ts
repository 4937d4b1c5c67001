/**
 * Numbered, forward-only migrations. A number is claimed before its script runs, in the same transaction. Of
 * two processes that start together, the second waits for the first and then finds the number taken.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isTransactionConflict, type Database } from '../ports/database.ts';
import { timeoutOf } from './timeouts.ts';
import init from './migrations/001-init.ts';
import ledger from './migrations/002-ledger.ts';
import backgroundChecks from './migrations/003-background-checks.ts';
import paymentMethods from './migrations/004-payment-methods.ts';
import partnerUsers from './migrations/005-partner-users.ts';
import idVerification from './migrations/006-id-verification.ts';
import documents from './migrations/007-documents.ts';
import payoutDraft from './migrations/008-payout-draft.ts';
import taxFormPdf from './migrations/009-tax-form-pdf.ts';
import testClock from './migrations/010-test-clock.ts';
import sealingKey from './migrations/011-sealing-key.ts';
import cameBack from './migrations/012-came-back.ts';
import help from './migrations/013-help.ts';
import payoutFailures from './migrations/014-payout-failures.ts';
import drafts from './migrations/015-drafts.ts';
import revisits from './migrations/016-revisits.ts';
import notifications from './migrations/017-notifications.ts';
import databaseMode from './migrations/018-database-mode.ts';
import sealedAnswers from './migrations/019-sealed-answers.ts';
import apiKeys from './migrations/020-api-keys.ts';
import disabledUsers from './migrations/021-disabled-users.ts';
import payoutsOfFlows from './migrations/022-payouts-of-flows.ts';
import browsers from './migrations/023-browsers.ts';
import knownBrowsers from './migrations/024-known-browsers.ts';
import replacedTokens from './migrations/025-replaced-tokens.ts';
import knownMethods from './migrations/026-known-methods.ts';
import bankReturns from './migrations/027-bank-returns.ts';
import proofs from './migrations/028-proofs.ts';
import closedApps from './migrations/029-closed-apps.ts';
import deliveries from './migrations/030-deliveries.ts';
import takesRenewed from './migrations/031-takes-renewed.ts';
import rejectedSide from './migrations/032-rejected-side.ts';
import readiness from './migrations/033-readiness.ts';
import fingerprintKey from './migrations/034-fingerprint-key.ts';
import accesses from './migrations/035-accesses.ts';
import growth from './migrations/036-growth.ts';
import webhookCare from './migrations/037-webhook-care.ts';
import appWallet from './migrations/038-app-wallet.ts';
import meaningHash from './migrations/039-meaning-hash.ts';
import payoutLinks from './migrations/040-payout-links.ts';
import payoutBatches from './migrations/041-payout-batches.ts';
import payments from './migrations/042-payments.ts';
import linksToldApart from './migrations/043-links-told-apart.ts';
import withholding from './migrations/044-withholding.ts';
import formChanges from './migrations/045-form-changes.ts';
import bNotices from './migrations/046-b-notices.ts';
import papers from './migrations/047-papers.ts';
import taxFormsTold from './migrations/048-tax-forms-told.ts';
import taxReturns from './migrations/049-tax-returns.ts';
import screening from './migrations/050-screening.ts';
import openEnds from './migrations/051-open-ends.ts';
import taxUploads from './migrations/052-tax-uploads.ts';
import remitted from './migrations/053-remitted.ts';
import uploadsBeside from './migrations/054-uploads-beside.ts';
import adjustments from './migrations/055-adjustments.ts';
import olderSecret from './migrations/056-older-secret.ts';
import missedSince from './migrations/057-missed-since.ts';

/**
 * The number of a script is its place in this list, counted from 1. Never edit a released script; add
 * another.
 */
export const migrations: readonly string[] = [
  init,
  ledger,
  backgroundChecks,
  paymentMethods,
  partnerUsers,
  idVerification,
  documents,
  payoutDraft,
  taxFormPdf,
  testClock,
  sealingKey,
  cameBack,
  help,
  payoutFailures,
  drafts,
  revisits,
  notifications,
  databaseMode,
  sealedAnswers,
  apiKeys,
  disabledUsers,
  payoutsOfFlows,
  browsers,
  knownBrowsers,
  replacedTokens,
  knownMethods,
  bankReturns,
  proofs,
  closedApps,
  deliveries,
  takesRenewed,
  rejectedSide,
  readiness,
  fingerprintKey,
  accesses,
  growth,
  webhookCare,
  appWallet,
  meaningHash,
  payoutLinks,
  payoutBatches,
  payments,
  linksToldApart,
  withholding,
  formChanges,
  bNotices,
  papers,
  taxFormsTold,
  taxReturns,
  screening,
  openEnds,
  taxUploads,
  remitted,
  uploadsBeside,
  adjustments,
  olderSecret,
  missedSince,
];

/**
 * Keeps two processes from both creating the book-keeping table: in PostgreSQL even `create table if not
 * exists` races. The schema is a part of the name, because each test file has one of its own.
 */
const lock = `select pg_advisory_xact_lock(hashtextextended('dots-flow migrations ' || current_schema(), 0))`;

/** A large table takes its time, and so does another process that came first. */
const unlimited = 'set local statement_timeout = 0; set local lock_timeout = 0';

/**
 * While a change of a table waits for somebody who reads it, a backup for example, everybody else waits
 * behind it. So it waits for less long than they have patience (`pg.ts`), and comes back after them.
 */
const brief = 'set local statement_timeout = 0; set local lock_timeout = 1000';
const comeBackMs = 1000;

const bookkeeping = `create table if not exists dots_migrations (
  number integer primary key,
  applied timestamptz not null default now()
)`;

/**
 * Brings the database up to date and returns the numbers that it applied. Throws when a newer version has
 * changed the database.
 */
export async function migrate(db: Database, scripts: readonly string[] = migrations): Promise<number[]> {
  await db.transaction(async (tx) => {
    await tx.script(unlimited);
    await tx.query(lock);
    await tx.query(bookkeeping);
  });
  const [newest] = await db.query<{ number: number | null }>(
    'select max(number) as number from dots_migrations',
  );
  if ((newest?.number ?? 0) > scripts.length) {
    throw new Error(
      `The database is at migration ${newest?.number}, this version knows ${scripts.length}. Run the newer version.`,
    );
  }
  // Each script has a transaction of its own. A server that is killed in between goes on at its next start
  // with the script that was under way.
  const applied: number[] = [];
  for (const [index, script] of scripts.entries()) {
    const number = index + 1;
    const done = await insist(() =>
      db.transaction(async (tx) => {
        await tx.script(brief);
        const claimed = await tx.query(
          'insert into dots_migrations (number) values ($1) on conflict do nothing returning number',
          [number],
        );
        if (claimed.length === 0) return false;
        await tx.script(script);
        return true;
      }),
    );
    if (done) applied.push(number);
  }
  return applied;
}

/** Runs `work` until it got its locks. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (timeoutOf(error) !== 'lock' && !isTransactionConflict(error)) throw error;
    }
    await sleep(comeBackMs);
  }
}
