/**
 * Starts the Flows API, its hosted pages and the demo's partner site on one port, with the built element.
 * `npm start` runs it alone, `npm run dev` behind `dev.ts`. The database is in a folder and outlives it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

const dataDir = process.env['DATA_DIR'] ?? '.data';

if (process.env['PUBLIC_URL'] === undefined && !existsSync('dist/cdn/dots-flow.js')) {
  console.error(
    '\n  The element is not built: dist/cdn is missing. `npm start` builds it; so does: npm run build\n',
  );
  process.exit(1);
}

const server = await serve({
  env: {
    DOTS_APP_NAME: 'Pomelo',
    ...process.env,
    PORT: port,
    WEBHOOK_URL: webhookUrl,
    WEBHOOK_SECRET: webhookSecret,
  },
  routes: (app) => {
    backEnd({
      api: `${origin}/api/v2`,
      clientId,
      apiKey,
      webhookSecret,
      isDeveloping: process.env['PUBLIC_URL'] !== undefined,
    })(app);
    galleryRoutes(app);
  },
}).catch((error: unknown) => {
  // For what an operator can change a sentence is enough; a stack would not help.
  console.error(error instanceof ConfigError ? error.message : error);
  if (error instanceof ConfigError && error.message.includes(join(dataDir, 'db')))
    console.error(
      `\n  What the demo keeps there is made up. To begin anew: rm -r ${dataDir}, or DATA_DIR=${dataDir}-2 npm start\n`,
    );
  process.exit(1);
});
stopOnSignals(server);

// Behind `npm run dev` payees come to another port than this one.
const url = process.env['PUBLIC_URL'] ?? server.url;
const isOwnKey = apiKey !== 'sk_sandbox_demo';
const shownKey = isOwnKey ? '(yours)' : apiKey;
const stored = process.env['DATABASE_URL'] ? 'DATABASE_URL' : `${dataDir}  (delete it to begin anew)`;
console.log(`
  dots-flow is running, in sandbox mode: nothing is sent, nobody is paid.

  Demo      ${url}/  (choose a persona and press “Run to the end”)
  Gallery   ${url}/gallery/  (every screen of the element)
  API       ${url}/api/v2  (explained at ${url}/docs)
  Key       ${clientId}:${shownKey}
  Code      123456, for every phone
  Webhooks  ${webhookUrl}
  Data      ${stored}

  One call to try:
  curl -u ${clientId}:${isOwnKey ? '$DOTS_API_KEY' : apiKey} ${url}/api/v2/flows -H 'Content-Type: application/json' -d '{"steps":["compliance","manage-payouts"]}'
`);
