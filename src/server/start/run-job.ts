/**
 * Hands a job to the part of the server that does it. Jobs run at least once, so each must tolerate being run
 * again.
 */
import { advancePayout } from '../ledger/advance-payout.ts';
import { advanceRefill } from '../ledger/advance-refill.ts';
import { autoPayout } from '../ledger/auto-payout.ts';
import { payBatches } from '../ledger/batches.ts';
import { runBackgroundCheck } from '../payee/background-check/run.ts';
import { sendNotification } from '../notifications/send.ts';
import { checkTin } from '../payee/compliance/check-tin.ts';
import { checkId } from '../payee/id-verification/check-id.ts';
import { sendDeposits } from '../payee/manage-payments/send-deposits.ts';
import { advancePayoutLink } from '../payout-links/advance.ts';
import { deliverPayoutLink } from '../payout-links/deliver.ts';
import { screenAgain } from '../screening/lists.ts';
import type { Deps } from '../ports/deps.ts';
import type { Job } from '../ports/queue.ts';
import { printTaxForm } from '../tax/document/print-form.ts';

/** Resolves when the job is done. When it rejects, the queue runs it again, up to ten times. */
export async function runJob(deps: Deps, job: Job): Promise<void> {
  switch (job.kind) {
    case 'deliver-webhook':
      return;
    case 'check-tin':
      return checkTin(deps, job.taxFormId);
    case 'advance-payout':
      return advancePayout(deps, job.transferId);
    case 'advance-payout-link':
      return advancePayoutLink(deps, job.transferId);
    case 'deliver-payout-link':
      return deliverPayoutLink(deps, job.messageId);
    case 'advance-refill':
      return advanceRefill(deps, job.transferId);
    case 'pay-batches':
      return payBatches(deps, job.appId);
    case 'auto-payout':
      return autoPayout(deps, job.userId, job.cause);
    case 'background-check':
      return runBackgroundCheck(deps, job.checkId);
    case 'send-deposits':
      return sendDeposits(deps, job.paymentMethodId);
    case 'send-notification':
      return sendNotification(deps, job.notificationId);
    case 'check-id':
      return checkId(deps, job);
    case 'screen-again':
      return screenAgain(deps, job.version);
    case 'print-tax-form':
      return printTaxForm(deps, job.taxFormId);
    default:
      job satisfies never;
  }
}
