/**
 * What `manage-payments` waits for: deposits that are being sent right now, or a payee who is away at their
 * bank.
 */
import type { IsAwaited } from '../session/step.ts';

export const isAwaited: IsAwaited<'manage-payments'> = async (_deps, _tx, _context, { methods, link }) =>
  link?.phase === 'elsewhere' || methods.some(({ status }) => status === 'pending');
