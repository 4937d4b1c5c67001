/**
 * Starts the Flows API, its hosted pages and the demo's partner site on one port. `npm start` serves the
 * built element. `npm run dev` gives `--source`: the element comes from src/, and `tsx watch` starts all of
 * this again when a file that it has loaded changes. The database is in a folder and outlives that.
 */
import { randomBytes } from 'node:crypto';
import { ConfigError } from '../src/server/start/config.ts';
import { serve } from '../src/server/start/serve.ts';
import { stopOnSignals } from '../src/server/start/stop-on-signals.ts';
import { backEnd } from './back-end.ts';

const port = process.env['PORT'] ?? '4400';
const origin = `http://localhost:${port}`;
const clientId = process.env['DOTS_CLIENT_ID'] ?? 'pk_sandbox_demo';
const apiKey = process.env['DOTS_API_KEY'] ?? 'sk_sandbox_demo';
// The demo receives its own webhooks unless somebody wants them elsewhere.
const webhookUrl = process.env['WEBHOOK_URL'] ?? `${origin}/demo/webhooks`;
const webhookSecret = process.env['WEBHOOK_SECRET'] ?? `whsec_${randomBytes(24).toString('base64')}`;

const source = process.argv.includes('--source') ? await import('./from-source.ts') : null;
let endSource = async () => {};

const server = await serve({
  env: {
    DOTS_APP_NAME: 'Juniper',
    // Otherwise the log has a line for each of a page's sixty modules.
    ...(source && { LOG_LEVEL: 'warn' }),
    ...process.env,
    PORT: port,
    WEBHOOK_URL: webhookUrl,
    WEBHOOK_SECRET: webhookSecret,
  },
  routes: (app, _deps, httpServer) => {
    backEnd({ api: `${origin}/api/v2`, clientId, apiKey, webhookSecret })(app);
    if (source) endSource = source.fromSource(app, httpServer);
  },
}).catch((error: unknown) => {
  // For a port in use a sentence is enough; a stack would not help.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
stopOnSignals({ close: () => endSource().then(() => server.close()) });

console.log(
  `
  dots-flow is running, in sandbox mode: nothing is sent, nobody is paid.

  Demo      ${server.url}/
  API       ${server.url}/api/v2   (docs: ${server.url}/docs)
  Key       ${clientId}:${apiKey === 'sk_sandbox_demo' ? apiKey : '(yours)'}
  Code      123456

  curl -u ${clientId}:$DOTS_API_KEY ${server.url}/api/v2/flows -H 'Content-Type: application/json' -d '{"steps":["compliance","manage-payouts"]}'
`.replace('$DOTS_API_KEY', apiKey === 'sk_sandbox_demo' ? apiKey : '$DOTS_API_KEY'),
);
