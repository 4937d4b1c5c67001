/** Every variable of the environment that the server reads, for `dots-flow <command> --help`. */
import { sandboxCredentials } from '../contract/sandbox/credentials.ts';
import { placeBounds, placeNames, placeSetting } from './ports/places.ts';
import { kinds, settingOf, terms } from './ports/retention.ts';

/** What a setting is, and in parentheses what holds without it. */
export const settings: Readonly<Record<string, string>> = {
  DATABASE_URL: 'PostgreSQL, instead of the embedded database',
  DATABASE_LISTEN_URL: 'PostgreSQL itself, where DATABASE_URL leads to a pooler',
  DOTS_PREPARED: 'Whether PostgreSQL keeps statements: auto (default), on, or off',
  DOTS_MODE: 'sandbox (default) or live',
  DOTS_APP_NAME: 'The name that payees know you by (sandbox: Acme Market)',
  DOTS_APP_ADDRESS: 'Your postal address, for the tax forms that you request',
  DOTS_CLIENT_ID: `The app's public id (sandbox: ${sandboxCredentials.clientId})`,
  DOTS_API_KEY: `The app's secret key (sandbox: ${sandboxCredentials.apiKey})`,
  DOTS_ALLOWED_ORIGINS:
    'Origins that may embed flows, separated by commas (sandbox: http://localhost:*,http://127.0.0.1:*)',
  DOTS_SUPPORT_EMAIL: 'Address that payees may write to',
  DOTS_SUPPORT_URL: 'Page that helps payees',
  DOTS_PRIVACY_URL: 'Your privacy policy',
  DOTS_TERMS_URL: 'Your terms',
  DOTS_ENCRYPTION_KEYS: '32 bytes in base64 each, separated by commas; the first seals, all open',
  DOTS_CLIENT_STEPS:
    'Steps of flows made with the client id alone, or all, or none (live: authentication,onboarding,compliance,manage-payouts,redirect)',
  DOTS_CODE_COUNTRIES:
    'Countries whose numbers get codes, like US,CA,MX, or all (wherever payees can be paid)',
  DOTS_KNOWN_AFTER_DAYS: 'Days after which something known is asked for beside the code (90)',
  DOTS_WITHHOLDING:
    'deduct: what tax law wants withheld of payouts is kept back; report: you are told it (sandbox: report; live: choose)',
  DOTS_PAYOUT_METHOD_WAIT:
    'Hours in which nothing goes to a new payout method, 0 to 168 (sandbox: 0, live: 24)',
  ...Object.fromEntries(
    kinds.map((kind) => {
      const { days, least, most, what } = terms[kind];
      return [settingOf(kind), `Days for which are kept: ${what}, ${least} to ${most} (${days})`];
    }),
  ),
  ...Object.fromEntries(
    placeNames.map((place) => {
      const { what, usual, least, most } = placeBounds[place];
      return [placeSetting(place), `${what}, at one time, ${least} to ${most} (${usual})`];
    }),
  ),
  DOTS_PRIVATE_WEBHOOKS: 'true: a sandbox may send webhooks into its own network (false)',
  DOTS_JOBS: 'on, or off: serve leaves the jobs to dots-flow work (on)',
  DOTS_LEAVE_SECONDS:
    'How long serve goes on after SIGTERM, until balancers have seen it (PostgreSQL: 5, else 0)',
  METRICS_PORT: 'Port with /metrics for Prometheus, of serve and of work; without it there is none',
  METRICS_HOST: 'Address of that port (127.0.0.1)',
  DOTS_OLD_BUNDLES: 'Folder with copies of the dist/cdn of other versions, for pages that name theirs',
  DOTS_TRUSTED_PROXIES: 'Reverse proxies in front whose X-Forwarded-For is believed (0)',
  PUBLIC_URL: 'Origin under which payees reach the server (http://localhost:<port>)',
  WEBHOOK_URL: 'One webhook endpoint, made at start; with WEBHOOK_SECRET (whsec_…)',
  ID_VERIFICATION_URL: 'A vendor that verifies identities; with ID_VERIFICATION_SECRET (whsec_…)',
  SANDBOX_PENDING_SECONDS: 'How long the sandbox takes over what is pending or in review (5 to 10)',
  LOG_LEVEL: 'fatal, error, warn, info (default), debug, trace or silent',
};
