/**
 * One line of the log for whatever concerns security: who came in, who was refused and why, what a partner
 * changed. A line names ids of ours that open nothing: of the app, the API key, the session. It has no phone,
 * name, address, path, code or token.
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { FieldCode, ProblemCode } from '../../contract/problems.ts';
import type { ProblemError } from '../../contract/input/problem-error.ts';
import type { Deps } from '../ports/deps.ts';
import { routeOf, whoAsks } from './request-log.ts';

/** Problems that say more than a mistake does. */
const refusals: Readonly<Partial<Record<ProblemCode | FieldCode, string>>> = {
  unauthorized: 'key-refused',
  'insufficient-scope': 'scope-refused',
  'origin-not-allowed': 'page-refused',
  'host-not-allowed': 'page-refused',
  'unknown-client-id': 'page-refused',
  'user-id-not-allowed': 'page-refused',
  'force-not-allowed': 'page-refused',
  'redirect-origin-not-allowed': 'page-refused',
  'step-not-for-clients': 'page-refused',
  'session-expired': 'session-refused',
  'authentication-required': 'session-refused',
  'handoff-expired': 'session-refused',
  'wrong-code': 'sign-in-refused',
  'code-expired': 'sign-in-refused',
  'no-code-sent': 'sign-in-refused',
  'wrong-answer': 'sign-in-refused',
  'wrong-token': 'sign-in-refused',
  'too-many-attempts': 'sign-in-refused',
  'too-many-requests': 'limit-reached',
  'idempotency-conflict': 'repeat-refused',
};

/** Refusals that payees meet every day: a page was left open, a code mistyped. */
const ordinary: readonly string[] = ['session-refused', 'sign-in-refused'];

/** Calls of partners that change who may do what, or give much away. */
const changes: Readonly<Record<string, string>> = {
  'POST /api-keys': 'api-key-made',
  'DELETE /api-keys/:id': 'api-key-revoked',
  'POST /webhook-endpoints': 'webhook-endpoint-made',
  'DELETE /webhook-endpoints/:id': 'webhook-endpoint-removed',
  'PATCH /webhook-endpoints/:id': 'webhook-endpoint-changed',
  'POST /webhook-endpoints/:id/rotate-secret': 'webhook-secret-rotated',
  'DELETE /webhook-endpoints/:id/previous-secret': 'webhook-secret-ended',
  'POST /users/:id/disable': 'user-disabled',
  'POST /users/:id/enable': 'user-enabled',
  'POST /users/:id/end-sessions': 'user-sessions-ended',
  'POST /users/:id/vouch': 'user-vouched-for',
  'PUT /users/:id/phone': 'user-phone-changed',
  'PUT /users/:id/payout-methods': 'user-payout-method-added',
  'GET /users/:id/export': 'user-exported',
  'DELETE /users/:id': 'user-deleted',
};

export function securityLog(deps: Pick<Deps, 'log'>) {
  return createMiddleware(async (c, next) => {
    await next();
    const { code, extra } = (c.get('problem' as never) as ProblemError | undefined) ?? {};
    const reason = [...(extra?.errors ?? []).map((error) => error.code), code].find(
      (one) => one !== undefined && one in refusals,
    );
    const route = routeOf(c);
    const change = c.res.ok && changes[`${c.req.method} ${route.replace(/^(?:\/api)?\/v2/, '')}`];
    const requestId: unknown = c.get('requestId' as never);
    const about = { requestId, method: c.req.method, route, ...whoAsks(c) };
    if (reason !== undefined) {
      const event = refusals[reason];
      deps.log[event && ordinary.includes(event) ? 'info' : 'warn']({ event, reason, ...about }, 'security');
    }
    if (reason === undefined && change) deps.log.info({ event: change, ...about }, 'security');
  });
}

export type SecurityEvent = 'signed-in' | 'known-asked' | 'signed-out' | 'token-reused';

/** For what no answer tells. Call it once the change is committed. */
export function noteSecurity(
  { log }: Pick<Deps, 'log'>,
  event: SecurityEvent,
  session: string,
  reason?: 'code' | 'partner' | 'known browser',
): void {
  const line = { event, ...(reason && { reason }), session };
  log[event === 'token-reused' ? 'warn' : 'info'](line, 'security');
}

/** Remembers the problem that is answered, for the log. */
export const noteProblem = (c: Context, problem: ProblemError): void => c.set('problem', problem);
