/**
 * What each call may answer when it is no success. Most of it follows from how the call is made; what only
 * this call has stands in its `errors`. Test servers refuse to answer what is not here.
 */
import { problemCatalogue, type ProblemCode } from '../../contract/problems.ts';
import type { Operation } from './operations/operation.ts';

const always = ['host-not-allowed', 'internal-error', 'service-unavailable'] as const;

const bySecurity = {
  basic: ['unauthorized', 'insufficient-scope', 'origin-not-allowed'],
  session: [
    'session-expired',
    'origin-not-allowed',
    'authentication-required',
    'flow-expired',
    'flow-canceled',
    'user-disabled',
    'step-not-current',
  ],
  none: ['no-such-resource', 'too-many-requests'],
} as const satisfies Record<Operation['security'], readonly ProblemCode[]>;

const withBody = ['invalid-json', 'invalid-input', 'payload-too-large', 'unsupported-media-type'] as const;
const withKey = ['invalid-input', 'idempotency-conflict', 'resource-busy'] as const;

/** Returns the codes of one call, by their status. */
export function errorsOf({
  security,
  path,
  query,
  method,
  body,
  idempotent,
  errors,
}: Operation): ProblemCode[] {
  const codes = new Set<ProblemCode>([
    ...always,
    ...bySecurity[security],
    // A page may begin beside something that is not in the list.
    ...(query?.some((kind) => kind === 'page' || kind === 'lines' || kind === 'results' || kind === 'methods')
      ? (['no-such-resource'] as const)
      : []),
    // Live mode does not have it.
    ...(path.startsWith('/sandbox/') ? (['no-such-resource'] as const) : []),
    ...(path.includes('{') ? (['no-such-resource', 'invalid-input'] as const) : []),
    ...(query || method === 'get' ? (['invalid-input'] as const) : []),
    ...(body ? withBody : []),
    // A key in the header is checked where there is no body, too.
    ...(idempotent ? withKey : []),
    ...(method === 'get' ? [] : (['resource-busy'] as const)),
    // Whatever a payee makes the server ask or send has a limit (docs/limits.md).
    ...(security === 'session' ? (['too-many-requests'] as const) : []),
    ...(errors ?? []),
  ]);
  return [...codes].sort((a, b) => problemCatalogue[a].status - problemCatalogue[b].status);
}
