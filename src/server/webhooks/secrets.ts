/** Secrets of webhook endpoints, sealed. For a day after a change the one before signs as well. */
import type { Queryable } from '../ports/database.ts';
import type { EndpointRow, SecretsRow } from '../db/webhooks.ts';
import { updateEndpoint } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

/** How long a replaced secret signs: long enough for a receiver to be changed and rolled out. */
const overlapMs = 24 * 60 * 60 * 1000;

type Owner = Pick<EndpointRow, 'id' | 'app_id'>;
const placeOf = (what: string, { id, app_id }: Owner): Place => ({ what: `${what} ${id}`, owner: app_id });
const secretPlace = (endpoint: Owner): Place => placeOf('webhook secret', endpoint);
const previousPlace = (endpoint: Owner): Place => placeOf('previous webhook secret', endpoint);
const olderPlace = (endpoint: Owner): Place => placeOf('older webhook secret', endpoint);

export const sealSecret = ({ vault }: Pick<Deps, 'vault'>, endpoint: Owner, secret: string): Buffer =>
  vault.seal(secretPlace(endpoint), secret);

/** Returns the secrets that sign now, the newest first. */
export function openSecrets(
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  endpoint: Owner & SecretsRow,
): string[] {
  const now = clock.now();
  const { previous_secret_sealed: previous, previous_secret_until: previousUntil } = endpoint;
  const { older_secret_sealed: older, older_secret_until: olderUntil } = endpoint;
  const secrets = [vault.open(secretPlace(endpoint), endpoint.secret_sealed)];
  if (previous && previousUntil && previousUntil > now)
    secrets.push(vault.open(previousPlace(endpoint), previous));
  if (older && olderUntil && olderUntil > now) secrets.push(vault.open(olderPlace(endpoint), older));
  return secrets;
}

/** Returns whether one more secret would end one before its day is over. */
export const hasOlderSecret = ({ clock }: Pick<Deps, 'clock'>, { older_secret_until: until }: EndpointRow) =>
  until !== null && until > clock.now();

/**
 * Replaces the secret. The one that it replaces signs for a day more, and so does the one before that until
 * its own day is over: whoever rotates again because the answer was lost has not changed the receiver yet.
 * The caller has locked the row.
 */
export async function replaceSecret(
  deps: Pick<Deps, 'vault' | 'clock'>,
  tx: Queryable,
  endpoint: EndpointRow,
  secret: string,
  more: Partial<EndpointRow> = {},
): Promise<EndpointRow> {
  const { vault, clock } = deps;
  const { previous_secret_sealed: previous, previous_secret_until: until } = endpoint;
  const signs = previous && until && until > clock.now();
  const replaced = vault.open(secretPlace(endpoint), endpoint.secret_sealed);
  return updateEndpoint(tx, endpoint.id, {
    ...more,
    secret_sealed: sealSecret(deps, endpoint, secret),
    previous_secret_sealed: vault.seal(previousPlace(endpoint), replaced),
    previous_secret_until: new Date(clock.now().getTime() + overlapMs),
    older_secret_sealed: signs
      ? vault.seal(olderPlace(endpoint), vault.open(previousPlace(endpoint), previous))
      : null,
    older_secret_until: signs ? until : null,
  });
}

/** Ends all secrets but the last. */
export const endPreviousSecrets = (tx: Queryable, id: string): Promise<EndpointRow> =>
  updateEndpoint(tx, id, {
    ...{ previous_secret_sealed: null, previous_secret_until: null },
    ...{ older_secret_sealed: null, older_secret_until: null },
  });
