/** What the command `dots-flow` says of itself. The packages of the server need not be there. */
import { sandboxCredentials } from '../contract/sandbox/credentials.ts';
import { placeBounds, placeNames, placeSetting } from './ports/places.ts';
import { kinds, settingOf, terms } from './ports/retention.ts';

const retention = kinds
  .map((kind) => {
    const { days, least, most, what } = terms[kind];
    return `  ${settingOf(kind)}  Days for which are kept: ${what}, ${least} to ${most} (${days})`;
  })
  .join('\n');
const places = placeNames
  .map((place) => {
    const { what, usual, least, most } = placeBounds[place];
    return `  ${placeSetting(place)}  ${what}, at one time, ${least} to ${most} (${usual})`;
  })
  .join('\n');

export const help = `Usage: dots-flow serve [options]
       dots-flow work [options]
       dots-flow reseal [options]
       dots-flow backup <file> [options]
       dots-flow refill <dollars> --reference <text> [--out] [options]
       dots-flow verify-papers [--head <place>:<hash>] [options]
       dots-flow listen [--url <server>] [--forward-to <url>] [--events <a,b>]
       dots-flow trigger <event> [--url <server>]

serve starts the Flows API with its hosted page. Without any settings: sandbox mode, an embedded database in .data, port 4400.

work runs the jobs (webhooks, payouts, checks, cleaning up) of servers that do not, on the same PostgreSQL with the same settings. On its port it has /healthz and /readyz alone.

reseal seals everything in the database under the first of DOTS_ENCRYPTION_KEYS, so that the others may go. On PostgreSQL servers may run meanwhile; an embedded database belongs to one process, so stop the server first.

backup writes the embedded database to a new file, a tar of its folder, whether its server runs or not. Copying the folder of a server that runs makes no backup.

refill books money that your bank has received for the app's wallet, like 25000.00, or with --out money that has left it. The reference is the payment's name at the bank: the same one is booked once. On PostgreSQL servers may run meanwhile; an embedded database belongs to one process, so stop the server first.

verify-papers compares everything that was signed (tax forms and their PDFs, authorizations, PDF forms) with the chain of hashes that was made when it was signed, and names what was changed, added or removed since. It prints the head of the chain: note it elsewhere, and with --head a later run finds as well what was cut off at the end. On PostgreSQL servers may run meanwhile; an embedded database belongs to one process, so stop the server first.

listen prints the webhooks of a sandbox as they come, on a machine that has no public URL. With --forward-to it hands each on, signed with a secret that it prints and that stays the same. trigger has a sandbox send a sample of an event. Both ask the server at --url (PUBLIC_URL, http://localhost:4400) with DOTS_CLIENT_ID and DOTS_API_KEY.

Options (each wins over the environment variable in parentheses)
  --port <n>        Port; 0 takes any that is free (PORT, 4400; of work: WORK_PORT, 4401)
  --host <address>  Address to listen on (HOST, 127.0.0.1)
  --data-dir <dir>  Folder of the embedded database and the sandbox's encryption key (DATA_DIR, .data)
  --reference <text>  Of refill: the name of the payment, at most 200 characters
  --out             Of refill: the money has left the wallet, or came in by mistake
  --no-jobs         serve only answers requests, and runs no jobs (DOTS_JOBS=off)
  --head <place>:<hash>  Of verify-papers: the head that an earlier run printed
  -h, --help        This text

Environment
  DATABASE_URL           PostgreSQL, instead of the embedded database
  DATABASE_LISTEN_URL    PostgreSQL itself, where DATABASE_URL leads to a pooler
  DOTS_PREPARED          Whether PostgreSQL keeps statements: auto (default), on, or off
  DOTS_MODE              sandbox (default) or live
  DOTS_APP_NAME          The name that payees know you by (sandbox: Acme Market)
  DOTS_APP_ADDRESS       Your postal address, for the tax forms that you request
  DOTS_CLIENT_ID         The app's public id (sandbox: ${sandboxCredentials.clientId})
  DOTS_API_KEY           The app's secret key (sandbox: ${sandboxCredentials.apiKey})
  DOTS_ALLOWED_ORIGINS   Origins that may embed flows, separated by commas (sandbox: http://localhost:*,http://127.0.0.1:*)
  DOTS_SUPPORT_EMAIL     Address that payees may write to
  DOTS_SUPPORT_URL       Page that helps payees
  DOTS_PRIVACY_URL       Your privacy policy
  DOTS_TERMS_URL         Your terms
  DOTS_ENCRYPTION_KEYS   32 bytes in base64 each, separated by commas; the first seals, all open
  DOTS_CLIENT_STEPS      Steps of flows made with the client id alone, or all, or none (live: authentication,onboarding,compliance,manage-payouts,redirect)
  DOTS_CODE_COUNTRIES    Countries whose numbers get codes, like US,CA,MX, or all (wherever payees can be paid)
  DOTS_KNOWN_AFTER_DAYS  Days after which something known is asked for beside the code (90)
  DOTS_WITHHOLDING       deduct: what tax law wants withheld of payouts is kept back; report: you are told it (sandbox: report; live: choose)
  DOTS_PAYOUT_METHOD_WAIT  Hours in which nothing goes to a new payout method, 0 to 168 (sandbox: 0, live: 24)
${retention}
${places}
  DOTS_PRIVATE_WEBHOOKS  true: a sandbox may send webhooks into its own network (false)
  DOTS_JOBS              on, or off: serve leaves the jobs to dots-flow work (on)
  DOTS_LEAVE_SECONDS     How long serve goes on after SIGTERM, until balancers have seen it (PostgreSQL: 5, else 0)
  METRICS_PORT           Port with /metrics for Prometheus, of serve and of work; without it there is none
  METRICS_HOST           Address of that port (127.0.0.1)
  DOTS_OLD_BUNDLES       Folder with copies of the dist/cdn of other versions, for pages that name theirs
  DOTS_TRUSTED_PROXIES   Reverse proxies in front whose X-Forwarded-For is believed (0)
  PUBLIC_URL             Origin under which payees reach the server (http://localhost:<port>)
  WEBHOOK_URL            One webhook endpoint, made at start; with WEBHOOK_SECRET (whsec_…)
  ID_VERIFICATION_URL    A vendor that verifies identities; with ID_VERIFICATION_SECRET (whsec_…)
  SANDBOX_PENDING_SECONDS  How long the sandbox takes over what is pending or in review (5 to 10)
  LOG_LEVEL              fatal, error, warn, info (default), debug, trace or silent
`;
