/** Simulated reports. The end of the Social Security number decides; see `contract/sandbox/table.ts`. */
import type { BackgroundCheckProvider, Report } from '../ports/background-check.ts';
import { backgroundVerdict } from '../../contract/sandbox/answers.ts';

export const createSandboxBackgroundChecks = (pendingMs: number): BackgroundCheckProvider => ({
  async order({ key, person }): Promise<Report> {
    const status = backgroundVerdict(person.ssn);
    return { reference: `sandbox-${key}`, status, askAgainInMs: status === 'pending' ? pendingMs : null };
  },
  // Only a pending report is read again. It passes.
  async read(reference): Promise<Report> {
    return { reference, status: 'pass', askAgainInMs: null };
  },
});
