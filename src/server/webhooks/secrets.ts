/** Secrets of webhook endpoints, sealed. For a day after a change the one before signs as well. */
import type { Queryable } from '../ports/database.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import { updateEndpoint } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

/** How long both secrets sign: long enough for a receiver to be changed and rolled out. */
const overlapMs = 24 * 60 * 60 * 1000;

type Owner = Pick<EndpointRow, 'id' | 'app_id'>;
const placeOf = (what: string, { id, app_id }: Owner): Place => ({ what: `${what} ${id}`, owner: app_id });
const previousPlace = (endpoint: Owner): Place => placeOf('previous webhook secret', endpoint);
const secretPlace = (endpoint: Owner): Place => placeOf('webhook secret', endpoint);

export const sealSecret = ({ vault }: Pick<Deps, 'vault'>, endpoint: Owner, secret: string): Buffer =>
  vault.seal(secretPlace(endpoint), secret);

/** Returns the secrets that sign now, the newest first. */
export function openSecrets(
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  endpoint: Owner & Pick<EndpointRow, 'secret_sealed' | 'previous_secret_sealed' | 'previous_secret_until'>,
): string[] {
  const { secret_sealed, previous_secret_sealed: previous, previous_secret_until: until } = endpoint;
  const newest = vault.open(secretPlace(endpoint), secret_sealed);
  return previous && until && until > clock.now()
    ? [newest, vault.open(previousPlace(endpoint), previous)]
    : [newest];
}

/**
 * Replaces the secret. The one that it replaces signs for a day more, the one before that no longer. The
 * caller has locked the row.
 */
export async function replaceSecret(
  deps: Pick<Deps, 'vault' | 'clock'>,
  tx: Queryable,
  endpoint: EndpointRow,
  secret: string,
  more: Partial<EndpointRow> = {},
): Promise<EndpointRow> {
  const replaced = deps.vault.open(secretPlace(endpoint), endpoint.secret_sealed);
  return updateEndpoint(tx, endpoint.id, {
    ...more,
    secret_sealed: sealSecret(deps, endpoint, secret),
    previous_secret_sealed: deps.vault.seal(previousPlace(endpoint), replaced),
    previous_secret_until: new Date(deps.clock.now().getTime() + overlapMs),
  });
}

/** Ends the secret before the last one. */
export const endPreviousSecret = (tx: Queryable, id: string): Promise<EndpointRow> =>
  updateEndpoint(tx, id, { previous_secret_sealed: null, previous_secret_until: null });
