/** Says for what some work was out of time, when that is why it failed. */
import { DatabaseUnavailable, type Timeout } from '../ports/database.ts';
import { NoPlace } from './shares.ts';

/** Of PostgreSQL's manual, Appendix A. */
const byCode: Readonly<Record<string, Timeout>> = { '57014': 'statement', '55P03': 'lock' };

/** `pg` says these in words alone. */
const byMessage: Readonly<Record<string, Timeout>> = {
  'timeout exceeded when trying to connect': 'connection',
  'Connection terminated due to connection timeout': 'connection',
  'Query read timeout': 'statement',
};

export function timeoutOf(error: unknown): Timeout | null {
  const cause = error instanceof DatabaseUnavailable ? error.cause : null;
  if (cause instanceof NoPlace) return 'share';
  if (!(cause instanceof Error)) return null;
  return byCode['code' in cause ? String(cause.code) : ''] ?? byMessage[cause.message] ?? null;
}
