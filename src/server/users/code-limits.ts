/**
 * How many codes may be sent. Real texts cost money and annoy people. The sandbox sends none, and test suites
 * ask for many.
 */
import type { Limit } from '../http/rate-limit.ts';

interface CodeLimits {
  readonly perPhone: Limit;
  readonly perAddress: Limit;
}

const windowSeconds = 3600;
const live: CodeLimits = {
  perPhone: { points: 5, windowSeconds },
  perAddress: { points: 20, windowSeconds },
};
const sandbox: CodeLimits = {
  perPhone: { points: 1_000, windowSeconds },
  perAddress: { points: 10_000, windowSeconds },
};

export const codeLimits = (isSandbox: boolean): CodeLimits => (isSandbox ? sandbox : live);

/** How many flows one address may make with a client id alone. */
export const clientFlowLimit = (isSandbox: boolean): Limit => ({
  points: isSandbox ? 10_000 : 30,
  windowSeconds,
});
