/**
 * The hosted page behind a flow's `link`: our own element on our own page, under the strictest policy that it
 * can run with.
 */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { uuid, type FlowStatus } from '../../contract/flow.ts';
import { isClaimable } from '../../contract/money/payout-links.ts';
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { findFlow } from '../db/flows.ts';
import { findPayoutLink } from '../db/payout-links.ts';
import type { FlowRow } from '../db/flows.ts';
import { markOfPage } from '../http/browser.ts';
import { wordsInEach, wordsOfPage } from '../language/words.ts';
import { themeFromStyles } from '../../theme/index.ts';
import { flowLink, flowStatus } from '../flows/flow-object.ts';
import type { Deps } from '../ports/deps.ts';
import { proofOf } from '../payee/session/sessions.ts';
import { bankLinkPages } from './bank-link.ts';
import { flowPage, missingPage } from './page.ts';
import { readRelease, type Release } from './release.ts';
import { script } from './script.ts';
import { icon, stylesheet } from './stylesheet.ts';

/** Allows exactly what the element needs. docs/strict-pages.md quotes the same policy for partners' pages. */
const hostedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Adds the page, its assets and the pages of bank links. An expired or finished flow has its page as well:
 * the element says in the payee's words what became of it.
 */
export function hostedRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const { bundleDir, sandbox } = deps.config;
  const release = bundleDir === null ? null : readRelease(bundleDir);
  routes.get('/flow/:id', async (c) => {
    const id = c.req.param('id');
    const [flow, app] = await flowAndApp(deps, id);
    const words = await wordsOfPage(c);
    if (!flow || !app) return page(c, await missingPage(words), 404);
    const browser = markOfPage(deps, c);
    const base = release?.base ?? '/';
    const next = release ? filesAhead(release, words.language, firstStep(deps, browser, flow)) : [];
    const skeleton = release?.skeletons?.html[words.language] ?? '';
    // Whoever has the link may write this part of it.
    const { css } = themeFromStyles(c.req.query('styles'), ':is(:root, dots-flow)');
    const html = await flowPage(words, await wordsInEach(), {
      flowId: id,
      link: flowLink(flow, deps),
      appName: app.name,
      sandbox,
      script: `${base}dots-flow.js`,
      next: next.map((file) => base + file),
      skeleton,
      waiting: await waitingIn(deps, flow),
      contact: contactOf(app, flowStatus(flow, deps.clock.now())),
      css,
    });
    const styles = [skeleton ? release?.skeletons?.style : '', css && hashOf(css)];
    return page(c, html, 200, 'none', styles.filter(Boolean).join(' '));
  });
  bankLinkPages(routes, deps, page);
  routes.get('/hosted.css', (c) => c.body(stylesheet, 200, asset('text/css; charset=utf-8')));
  routes.get('/hosted.js', (c) => c.body(script, 200, asset('text/javascript; charset=utf-8')));
  routes.get('/hosted.svg', (c) => c.body(icon, 200, asset('image/svg+xml; charset=utf-8')));
  return routes;
}

/** Returns whom to ask where the element opens no session, and so learns nothing of the app. */
const contactOf = ({ support_email: email, support_url: url }: App, status: FlowStatus) =>
  status === 'expired' || status === 'canceled' ? { email, url } : null;

/** Returns what a payout link brings to whoever opens its flow, as long as it does. */
async function waitingIn({ db, clock }: Deps, flow: FlowRow) {
  const status = flowStatus(flow, clock.now());
  if (flow.payout_link_id === null || (status !== 'created' && status !== 'in_progress')) return null;
  const link = await findPayoutLink(db, flow.payout_link_id);
  const isThere = link && link.status !== 'funds_pending' && (isClaimable[link.status] || link.claimed);
  return isThere ? { amount: link.amount, memo: link.memo } : null;
}

/** Five minutes: the names have no hash, so a new version has to be noticed soon. */
const asset = (type: string) => ({
  'content-type': type,
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
});

/** Returns the flow, and the app whose it is. */
async function flowAndApp(deps: Deps, flowId: string): Promise<[FlowRow | null, App | null]> {
  const flow = uuid.safeParse(flowId).success ? await findFlow(deps.db, flowId) : null;
  return [flow, flow && (await findApp(deps.db, flow.app_id))];
}

/**
 * Returns the step that whoever opens the flow now will see first, if that is sure. Only who may open the
 * flow without a code is told: the names of files would give it away.
 */
function firstStep(deps: Deps, browser: Buffer, flow: FlowRow): string | undefined {
  if (!proofOf(flow, browser, deps.clock.now())) return undefined;
  return flow.plan.find(({ state }) => state === 'active')?.name;
}

/** Returns the files that the element will ask for once it runs, and once it has opened the session. */
const filesAhead = ({ filesOf }: Release, language: string, step: string | undefined): string[] => [
  ...new Set(
    [
      `locales/${language}/index.ts`,
      ...(step ? [`steps/${step}/index.ts`, `locales/${language}/${step}.ts`] : []),
    ].flatMap((source) => filesOf(`src/${source}`)),
  ),
];

/** Returns what lets a style element with this text pass the policy. */
const hashOf = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/**
 * Answers with a page. `formAction` is `self` for a page of ours that has a form; the flow's page has none,
 * so nothing on it can be sent anywhere by a form. `style` has the hashes of the `<style>`s that are in the
 * page.
 */
function page(
  c: Context,
  html: string,
  status: 200 | 404,
  formAction: 'none' | 'self' = 'none',
  style = '',
): Response {
  return c.body(html, status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': hostedPolicy
      .replace("form-action 'none'", `form-action '${formAction}'`)
      .replace("style-src 'self'", `style-src 'self' ${style}`.trim()),
    // Until a code is requested, this address alone gives the right to work on the flow. It must not travel
    // as a referrer.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    // A link that somebody published by mistake must not be found by searching.
    'x-robots-tag': 'noindex',
  });
}
