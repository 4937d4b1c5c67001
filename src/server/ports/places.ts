/**
 * How much may be under way at one time. Each is a setting, `DOTS_PLACES_…`; `docs/limits.md` says when to
 * change them.
 */
interface Bounds {
  readonly what: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

export const placeBounds = {
  connections: {
    // One app, and each kind of job, gets at most half of them.
    what: 'Connections of a process to PostgreSQL',
    usual: 10,
    least: 2,
    most: 500,
  },
  deliveries: {
    // They mostly wait for somebody's server.
    what: 'Attempts at webhooks, of a process',
    usual: 100,
    least: 1,
    most: 1_000,
  },
  deliveries_per_app: {
    what: 'Attempts at webhooks of one app, on all machines',
    usual: 20,
    least: 1,
    most: 1_000,
  },
  deliveries_per_endpoint: {
    what: 'Attempts at webhooks of one endpoint, on all machines',
    usual: 5,
    least: 1,
    most: 1_000,
  },
  money: { what: 'Payouts and deposits that a process moves', usual: 20, least: 1, most: 500 },
  jobs: { what: 'Whatever else a process does later: checks, texts, emails', usual: 20, least: 1, most: 500 },
} as const satisfies Readonly<Record<string, Bounds>>;

export type Place = keyof typeof placeBounds;
export type Places = Readonly<Record<Place, number>>;

export const placeNames = Object.keys(placeBounds) as Place[];
export const placeSetting = (place: Place): string => `DOTS_PLACES_${place.toUpperCase()}`;

export const usualPlaces = Object.fromEntries(
  placeNames.map((place) => [place, placeBounds[place].usual]),
) as Places;
