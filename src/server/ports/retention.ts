/**
 * For how many days each kind of data is kept, where the operator may say so: `DOTS_RETENTION_<NAME>`.
 * `docs/retention.md` has them all, and with them what has a time that nobody may change.
 */
import type { AppConfig } from './deps.ts';

interface Term {
  readonly days: number;
  /** What a law or the server itself needs. */
  readonly least: number;
  readonly most: number;
  readonly what: string;
}

export const terms = {
  /** Whoever finds that a key was stolen has to see what was read with it. */
  accesses: { days: 365, least: 90, most: 3650, what: 'who read what is known of whom' },
  /** Clients repeat a request whose answer they lost, and count on a day (`docs/operations`). */
  answers: { days: 1, least: 1, most: 30, what: 'answers to requests that may be repeated' },
  /** Two years from their end: Nacha Operating Rules, subsection 2.3.2.7. */
  authorizations: { days: 731, least: 731, most: 3650, what: 'authorizations of debits that ended' },
  /** Partners reconcile by the year. The payouts themselves stay. */
  batches: { days: 365, least: 31, most: 3650, what: 'batches of payouts, with what was sent of each row' },
  /** Whoever has one may be told account numbers. A payee who left begins again. */
  bank_links: { days: 1, least: 1, most: 30, what: 'sign-ins at banks that nobody ended' },
  browsers: { days: 400, least: 1, most: 400, what: 'marks of browsers that were not seen again' },
  /** A payee who comes back to a flow is shown what was done in it. Webhooks have told the partner. */
  completions: { days: 731, least: 365, most: 3650, what: 'steps of flows that are over' },
  documents: { days: 30, least: 1, most: 365, what: 'PDF forms that nobody confirmed' },
  /** A payee may come back to a link for as long as that. */
  flows: {
    ...{ days: 365, least: 31, most: 3650 },
    what: 'flows that never got to a user, and whom unclaimed payout links were for',
  },
  /** A delivery is tried for 28 hours, and a partner needs days to notice that it failed. */
  messages: { days: 90, least: 7, most: 3650, what: 'webhook messages, their deliveries, and texts' },
  /** A bank may send a payout back for weeks, and somebody has to see where it went. */
  methods: { days: 90, least: 31, most: 3650, what: 'account numbers of removed payout methods' },
  /** At most three years: 740 ILCS 14/15(a) (Illinois, BIPA). */
  photos: { days: 30, least: 1, most: 1095, what: 'photos of IDs and faces after the verdict' },
  unsent_photos: { days: 2, least: 1, most: 30, what: 'photos that were not submitted' },
} as const satisfies Readonly<Record<string, Term>>;

export type Kind = keyof typeof terms;
export const kinds = Object.keys(terms) as Kind[];
/** Days. */
export type Retention = Readonly<Record<Kind, number>>;

export const usualRetention = Object.fromEntries(
  kinds.map((kind) => [kind, terms[kind].days]),
) as unknown as Retention;

/** The name of the setting. */
export const settingOf = (kind: Kind): string => `DOTS_RETENTION_${kind.toUpperCase()}`;

const dayMs = 24 * 60 * 60 * 1000;

/** Returns for how many milliseconds a kind of data is kept. */
export const keptMs = ({ retention }: Pick<AppConfig, 'retention'>, kind: Kind): number =>
  (retention ?? usualRetention)[kind] * dayMs;

/** Returns the moment before which a kind of data is too old. */
export const tooOld = (retention: Retention, kind: Kind, now: Date): Date =>
  new Date(now.getTime() - retention[kind] * dayMs);
