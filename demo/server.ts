/**
 * Starts the Flows API, its hosted pages and the demo's partner site on one port, with the built element.
 * `npm start` runs it alone, `npm run dev` behind `dev.ts`. The database is in a folder and outlives it.
 */
import { randomBytes } from 'node:crypto';
import { ConfigError } from '../src/server/start/known.ts';
import { serve } from '../src/server/start/serve.ts';
import { stopOnSignals } from '../src/server/start/stop-on-signals.ts';
import { backEnd } from './back-end.ts';
import { galleryRoutes } from './gallery/routes.ts';

const port = process.env['PORT'] ?? '4400';
const origin = `http://localhost:${port}`;
const clientId = process.env['DOTS_CLIENT_ID'] ?? 'pk_sandbox_demo';
const apiKey = process.env['DOTS_API_KEY'] ?? 'sk_sandbox_demo';
// The demo receives its own webhooks unless somebody wants them elsewhere.
const webhookUrl = process.env['WEBHOOK_URL'] ?? `${origin}/demo/webhooks`;
const webhookSecret = process.env['WEBHOOK_SECRET'] ?? `whsec_${randomBytes(24).toString('base64')}`;

const server = await serve({
  env: {
    DOTS_APP_NAME: 'Juniper',
    ...process.env,
    PORT: port,
    WEBHOOK_URL: webhookUrl,
    WEBHOOK_SECRET: webhookSecret,
  },
  routes: (app) => {
    backEnd({ api: `${origin}/api/v2`, clientId, apiKey, webhookSecret })(app);
    galleryRoutes(app);
  },
}).catch((error: unknown) => {
  // For a port in use a sentence is enough; a stack would not help.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
stopOnSignals(server);

// Behind `npm run dev` payees come to another port than this one.
const url = process.env['PUBLIC_URL'] ?? server.url;
console.log(
  `
  dots-flow is running, in sandbox mode: nothing is sent, nobody is paid.

  Demo      ${url}/
  Gallery   ${url}/gallery/
  API       ${url}/api/v2   (docs: ${url}/docs)
  Key       ${clientId}:${apiKey === 'sk_sandbox_demo' ? apiKey : '(yours)'}
  Code      123456

  curl -u ${clientId}:$DOTS_API_KEY ${url}/api/v2/flows -H 'Content-Type: application/json' -d '{"steps":["compliance","manage-payouts"]}'
`.replace('$DOTS_API_KEY', apiKey === 'sk_sandbox_demo' ? apiKey : '$DOTS_API_KEY'),
);
