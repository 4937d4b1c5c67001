/** `/sandbox/clock`: reads the sandbox's time, and advances it. Live mode does not have it. */
import { Hono } from 'hono';
import { momentOf } from '../../contract/forms/moments.ts';
import { advanceClockInput, later } from '../../contract/partner/test-clock.ts';
import type { AdvanceClockInput, TestClockObject } from '../../contract/partner/test-clock.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { fieldError } from '../../contract/input/problem-error.ts';
import type { TestClock } from '../ports/clock.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readFields } from './requests.ts';

/** Far enough for everything that ages here, and near enough for years to keep four digits. */
const latest = new Date('2100-01-01T00:00:00Z');

export function testClockRoutes(deps: Deps, clock: TestClock): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings');

  return new Hono<PartnerEnv>()
    .get('/sandbox/clock', partner, async (c) => {
      // Another process may have advanced the clock within the last second.
      await clock.refresh(deps.db);
      return c.json(clockObject(clock.now(), clock.ahead()), 200, { 'cache-control': 'no-store' });
    })
    .post('/sandbox/clock', partner, async (c) => {
      const input = await readFields(c, advanceClockInput);
      const field = fieldOf(input);
      return idempotent(c, deps, c.get('partner').id, async (tx) => {
        const made = await clock.advance(tx, (now) => {
          const then = targetOf(input, now);
          if (!(then < latest)) throw fieldError(field, 'invalid-date');
          return then;
        });
        // The clock never goes back, because nothing that has a date may come to lie in the future. Rows are
        // ordered by their dates, and a session would live longer than it may.
        if (!made) throw fieldError(field, 'date-in-past');
        await deps.jobs.hasten(tx, made.by);
        // The answer is stored with the new time. Otherwise it could be too old right away, and a repeated
        // call would advance twice.
        return { status: 200, body: clockObject(made.now, made.ahead), at: made.now };
      });
    });
}

const clockObject = (now: Date, aheadMs: number): TestClockObject => ({
  now: now.toISOString(),
  ahead: aheadMs / 1000,
});

/**
 * Returns the field that says how far to go, for the problems that follow. Exactly one of the two must be
 * given.
 */
function fieldOf({ advance, to }: AdvanceClockInput): 'advance' | 'to' {
  if (advance === undefined && to === undefined) throw fieldError('advance', 'required');
  if (advance !== undefined && to !== undefined) throw fieldError('to', 'unknown');
  return advance === undefined ? 'to' : 'advance';
}

/** A bare number is seconds; a text is an ISO 8601 duration. */
function targetOf({ advance, to }: AdvanceClockInput, now: Date): Date {
  if (to !== undefined) return momentOf(to);
  return typeof advance === 'number' ? new Date(now.getTime() + advance * 1000) : later(now, advance ?? '');
}
