/**
 * The simulated world outside. It is deterministic and offline, and `sandbox-table.ts` alone decides how it
 * behaves.
 */
import type { Clock } from '../ports/clock.ts';
import { bankName } from './bank-names.ts';
import type { Providers } from '../ports/providers.ts';
import { createSandboxPayouts } from './sandbox-payouts.ts';
import { createSandboxBackgroundChecks } from './sandbox-background-check.ts';
import { createSandboxBankLinks, createSandboxDeposits } from './sandbox-bank-link.ts';
import { createSandboxVerification } from './sandbox-id-verification.ts';
import {
  backgroundCheckPendingMs,
  badAccounts,
  callableEndings,
  identityReviewMs,
  phoneEndings,
  sandboxCode,
  screenedNames,
  testBank,
  tinEndings,
  tinPendingMs,
} from '../../contract/sandbox/table.ts';

export interface SandboxWorld {
  readonly clock: Pick<Clock, 'now'>;
  /** How long a number, a report or a review stays pending. Null: as long as the table says. */
  readonly pendingMs?: number | null;
}

export function createSandboxProviders(world: SandboxWorld): Providers {
  const pendingMs = (usual: number) => world.pendingMs ?? usual;
  return {
    codes: {
      async check(phone, channel) {
        const ending = phone.slice(-4);
        if (channel === 'voice' && callableEndings.includes(ending)) return null;
        return phoneEndings[ending] ?? null;
      },
      newCode: () => sandboxCode,
      async send() {
        // Nothing is sent: everybody who integrates knows the code.
      },
    },
    tins: {
      async match({ tin, attempt }) {
        const verdict = tinEndings[tin.slice(-4)];
        if (verdict === 'mismatched') return { status: 'mismatched' };
        return verdict === 'pending' && attempt === 1
          ? { status: 'pending', retryInMs: pendingMs(tinPendingMs) }
          : { status: 'matched' };
      },
    },
    banks: {
      nameOf: (routingNumber) =>
        routingNumber === testBank.routingNumber ? testBank.name : bankName(routingNumber),
      async check(_routingNumber, accountNumber) {
        return badAccounts[accountNumber] ?? null;
      },
    },
    screening: {
      async screen({ last }) {
        const name = last.trim().toLowerCase();
        // Somebody may be called Constructor, so the properties that every object has must not count.
        return (Object.hasOwn(screenedNames, name) && screenedNames[name]) || 'unflagged';
      },
    },
    payouts: createSandboxPayouts(world),
    backgroundChecks: createSandboxBackgroundChecks(pendingMs(backgroundCheckPendingMs)),
    bankLinks: createSandboxBankLinks(),
    microDeposits: createSandboxDeposits(world.clock),
    identity: createSandboxVerification(pendingMs(identityReviewMs)),
  };
}
