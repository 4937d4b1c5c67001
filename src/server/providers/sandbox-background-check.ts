/** Simulated reports. The end of the Social Security number decides; see `sandbox-table.ts`. */
import type { BackgroundCheckProvider, Report } from '../ports/background-check.ts';
import { backgroundCheckEndings } from '../../contract/sandbox/table.ts';

export const createSandboxBackgroundChecks = (pendingMs: number): BackgroundCheckProvider => ({
  async order({ key, person }): Promise<Report> {
    const status = backgroundCheckEndings[person.ssn.slice(-4)] ?? 'pass';
    return { reference: `sandbox-${key}`, status, askAgainInMs: status === 'pending' ? pendingMs : null };
  },
  // Only a pending report is read again. It passes.
  async read(reference): Promise<Report> {
    return { reference, status: 'pass', askAgainInMs: null };
  },
});
