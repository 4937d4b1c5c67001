/**
 * The simulated world outside. It is deterministic and offline. `contract/sandbox/table.ts` alone decides
 * how it behaves.
 */
import type { Clock } from '../ports/clock.ts';
import type { Providers } from '../ports/providers.ts';
import { createSandboxPayouts } from './sandbox-payouts.ts';
import { createSandboxDebits } from './sandbox-debits.ts';
import { createSandboxFunding } from './sandbox-funding.ts';
import { createSandboxBackgroundChecks } from './sandbox-background-check.ts';
import { createSandboxBankLinks, createSandboxDeposits } from './sandbox-bank-link.ts';
import { createSandboxVerification } from './sandbox-id-verification.ts';
import { bankNameAbroad } from '../../contract/bank/banks-abroad.ts';
import {
  bankNameOf,
  bankRefusal,
  codeRefusal,
  entriesOf,
  messageFate,
  tinVerdict,
} from '../../contract/sandbox/answers.ts';
import {
  backgroundCheckPendingMs,
  identityReviewMs,
  sandboxCode,
  tinPendingMs,
} from '../../contract/sandbox/table.ts';

export interface SandboxWorld {
  readonly clock: Pick<Clock, 'now'>;
  /** What was put on the simulated list; absent: nothing can be. */
  readonly list?: () => Promise<{ readonly version: string; readonly names: readonly string[] } | null>;
  /** How long a number, a report or a review stays pending. Null: as long as the table says. */
  readonly pendingMs?: number | null;
}

export function createSandboxProviders(world: SandboxWorld): Providers {
  const pendingMs = (usual: number) => world.pendingMs ?? usual;
  return {
    codes: {
      check: async (phone, channel) => codeRefusal(phone, channel),
      newCode: () => sandboxCode,
      async send() {
        // Nothing is sent: everybody who integrates knows the code.
      },
    },
    tins: {
      async match({ tin, attempt }) {
        const verdict = tinVerdict(tin);
        if (verdict !== 'pending') return { status: verdict };
        return attempt === 1
          ? { status: 'pending', retryInMs: pendingMs(tinPendingMs) }
          : { status: 'matched' };
      },
    },
    banks: {
      nameOf: bankNameOf,
      nameAbroad: bankNameAbroad,
      check: async (_routingNumber, accountNumber) => bankRefusal(accountNumber),
    },
    screening: {
      screen: async (name) => entriesOf(name, (await world.list?.())?.names),
      listVersion: async () => (await world.list?.())?.version ?? null,
    },
    payouts: createSandboxPayouts(world),
    funding: { ...createSandboxFunding(world), ...createSandboxDebits(world) },
    backgroundChecks: createSandboxBackgroundChecks(pendingMs(backgroundCheckPendingMs)),
    bankLinks: createSandboxBankLinks(),
    microDeposits: createSandboxDeposits(world.clock),
    identity: createSandboxVerification(pendingMs(identityReviewMs)),
    notifications: {
      async send() {
        // Nothing is sent: `GET /v2/sandbox/messages` lists what would have been.
      },
    },
    payoutLinks: { send: async ({ channel, to }) => messageFate(channel, to) },
  };
}
