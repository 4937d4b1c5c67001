/**
 * The whole server as a function from Request to Response. It knows no port, no environment and no signal.
 */
import { Hono } from 'hono';
import { docsRoutes } from '../docs/routes.ts';
import { bundleRoutes } from '../hosted/bundle.ts';
import { hostedRoutes } from '../hosted/routes.ts';
import { answerErrors, answerNotFound } from '../http/answer-errors.ts';
import { payeeCors } from '../http/cors.ts';
import { healthRoutes } from '../http/health.ts';
import { requestLog } from '../http/request-log.ts';
import { securityLog } from '../http/security-log.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { partnerRoutes } from '../partner/routes.ts';
import { identityCallbackRoutes } from '../payee/id-verification/vendor-callback.ts';
import { payeeRoutes } from '../payee/routes.ts';
import { steps } from '../payee/steps.ts';
import type { Deps } from '../ports/deps.ts';
import { watchRequests } from '../telemetry/requests.ts';
import { onlyThisMachine } from './exposure.ts';

/** Both spellings of the API's base path that the vendor's clients use. */
const apiBases = ['/v2', '/api/v2'] as const;

/** The paths of the API that a browser may call from another origin. */
const payeePaths = ['/session', '/session/*', '/sessions', '/flows/:id/sessions', '/handoff/sessions'];

export interface AppOptions {
  /** Adds an embedding program's own routes (the demo's page and back end). They come before ours. */
  readonly routes?: (app: Hono) => void;
}

/**
 * What an embedding program gives to `createApp`. It does not give the steps' rules, which are a part of this
 * package.
 */
export type AppDeps = Omit<Deps, 'stepRules'>;

/**
 * Returns the server. It starts nothing by itself: jobs and clean-up are `serve.ts`'s. Order matters. The log
 * and the headers are around everything, and an embedding program's routes win over ours.
 */
export function createApp(given: AppDeps, options: AppOptions = {}): Hono {
  const deps: Deps = { ...given, stepRules: steps };
  // The vendor's own samples end paths with a slash.
  const app = new Hono({ strict: false });
  app.onError(answerErrors(deps));
  app.notFound(answerNotFound(app));
  app.use(watchRequests(deps));
  app.use(requestLog(deps));
  app.use(securityLog(deps));
  app.use(securityHeaders(deps.config));
  if (deps.config.isKeyGuessable) app.use(onlyThisMachine);
  options.routes?.(app);
  app.route('/', healthRoutes(deps));
  app.route('/', docsRoutes(deps));
  app.route('/', bundleRoutes(deps.config.bundleDir, deps.config.oldBundlesDir));
  for (const base of apiBases) {
    // CORS comes before the routes, so that a preflight (OPTIONS) is answered although no route has that
    // method.
    for (const path of payeePaths) app.use(`${base}${path}`, payeeCors());
    app.route(base, payeeRoutes(deps));
    app.route(base, partnerRoutes(deps));
    app.route(base, identityCallbackRoutes(deps));
  }
  app.route('/', hostedRoutes(deps));
  return app;
}
