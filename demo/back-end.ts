/**
 * The demo's own back end: what a partner writes. It holds the API key, creates flows, and receives and
 * verifies webhooks. It talks to the Flows API over HTTP like anybody else.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { verifyWebhook, type WebhookPayload } from '../src/webhooks/index.ts';
import { agreement, agreementFields } from './agreement.ts';
import { bundlePage, policy, type PageFile } from './bundle.ts';

export interface BackEndOptions {
  /** Base of the Flows API, e.g. `http://localhost:4400/api/v2`. */
  readonly api: string;
  readonly clientId: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** Somebody works on the page: each request of it gets what is in the files then. */
  readonly isDeveloping: boolean;
}

/** The bare page of each brand: what a partner writes, and nothing around it. */
const brandFiles: Readonly<Record<string, string>> = {
  '/demo/brands': 'brands/index.html',
  '/demo/brands/page.js': 'brands/page.js',
  '/demo/brands/page.css': 'brands/page.css',
  '/demo/brands/halyard.css': 'brands/halyard.css',
  '/demo/brands/pomelo.css': 'brands/pomelo.css',
  '/demo/brands/northgate.css': 'brands/northgate.css',
};
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
};

/**
 * What a maker has sold, in cents. It is paid as soon as the flow has a user, so that the step `payout` has
 * something to pay out.
 */
const sales = 300_00;

/** Whom the page says that the app knows. */
interface KnownUser {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  /** In international form. */
  readonly phone: string;
}

/** The API takes the calling code apart from the number. These are those of the page's payees. */
function splitPhone(phone: string): { country_code: string; phone_number: string } {
  const [, code = '', number = ''] = /^\+(1|49|55|81|91)(\d+)$/.exec(phone) ?? [];
  return { country_code: code, phone_number: number };
}

interface HeardWebhook {
  readonly id: string;
  readonly [field: string]: unknown;
}

export function backEnd(options: BackEndOptions): (app: Hono) => void {
  const { api, clientId, apiKey, webhookSecret } = options;
  const authorization = `Basic ${Buffer.from(`${clientId}:${apiKey}`).toString('base64')}`;
  const listeners = new Set<(webhook: HeardWebhook) => void>();
  /** Delivery is at least once. A second copy of an id is acknowledged and ignored. */
  const seen = new Set<string>();

  /**
   * Flows made here whose payee is still to be paid. Nobody promised anything to those made with the client
   * id alone.
   */
  const unpaid = new Set<string>();
  let template: Promise<string> | undefined;
  let page: Promise<Map<string, PageFile>> | undefined;

  const call = (path: string, body: unknown): Promise<Response> =>
    fetch(api + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return (app) => {
    const send = (c: Context, { type, content }: PageFile) => {
      const isZipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
      return c.body(isZipped ? Uint8Array.from(gzipSync(content)) : content, 200, {
        'content-type': `${type}; charset=utf-8`,
        ...(isZipped && { 'content-encoding': 'gzip' }),
        vary: 'accept-encoding',
        'content-security-policy': policy,
        'cache-control': 'no-cache',
      });
    };
    for (const [path, file] of Object.entries(brandFiles))
      app.get(path, async (c) => {
        const type = types[file.split('.').at(-1) ?? ''] ?? 'text/plain';
        return send(c, { type, content: Uint8Array.from(await readFile(new URL(file, import.meta.url))) });
      });

    app.get('/', async (c) => {
      // Made anew when somebody works on it, and otherwise once.
      page = options.isDeveloping || !page ? bundlePage() : page;
      const index = (await page).get('index.html');
      const text = new TextDecoder().decode(index?.content);
      // The page behind a server says so; without one it runs on the mock.
      const served = new TextEncoder().encode(text.replace('<html ', '<html data-api="server" '));
      return send(c, { type: 'text/html', content: Uint8Array.from(served) });
    });
    app.get('/:file{demo/[\\w.-]+\\.(?:js|css|svg)|thanks\\.html}', async (c, next) => {
      const file = (await (page ??= bundlePage())).get(c.req.param('file'));
      return file ? send(c, file) : next();
    });

    app.get('/demo/settings', async (c) => {
      template ??= uploadAgreement();
      template.catch(() => (template = undefined));
      return c.json({ client_id: clientId, template_id: await template });
    });

    app.post('/demo/flows', async (c) => {
      const { steps, user: known } = await c.req.json<{ steps: unknown; user?: KnownUser | null }>();
      const user = known ? await createUser(known) : undefined;
      const answer = await call('/flows', {
        steps,
        ...(user && { user_id: user }),
        metadata: { made_by: 'demo' },
      });
      const flow = (await answer.json()) as { id?: string };
      if (flow.id && user) await pay(user, flow.id);
      else if (flow.id) unpaid.add(flow.id);
      return Response.json(flow, { status: answer.status });
    });

    app.post('/demo/clock', async (c) => {
      const answer = await call('/sandbox/clock', await c.req.json());
      return Response.json(await answer.json(), { status: answer.status });
    });

    app.post('/demo/webhooks', async (c) => {
      const body = await c.req.text();
      let payload: WebhookPayload;
      try {
        payload = verifyWebhook(body, c.req.header(), webhookSecret);
      } catch {
        return c.json({ message: 'The signature is wrong.' }, 401);
      }
      const id = c.req.header('webhook-id') ?? '';
      if (!seen.has(id)) for (const tell of listeners) tell({ id, ...payload });
      seen.add(id);
      if (payload.event === 'flow.updated' && payload.user_id && unpaid.has(payload.flow_id)) {
        // When this fails, the webhook fails too, and comes again.
        await pay(payload.user_id, payload.flow_id);
        unpaid.delete(payload.flow_id);
      }
      return c.body(null, 204);
    });

    app.get('/demo/webhooks', (c) =>
      streamSSE(c, async (stream) => {
        const tell = (webhook: HeardWebhook) =>
          void stream.writeSSE({ event: 'webhook', data: JSON.stringify(webhook) });
        listeners.add(tell);
        stream.onAbort(() => void listeners.delete(tell));
        while (!stream.aborted) {
          await stream.writeSSE({ event: 'alive', data: '' });
          await stream.sleep(15_000);
        }
      }),
    );
  };

  /** A negative amount goes from the app to the user. The key makes a repeated webhook pay once. */
  async function pay(user_id: string, idempotency_key: string): Promise<void> {
    const answer = await call('/transfers', { user_id, amount: -sales, idempotency_key });
    if (!answer.ok) throw new Error(`Paying the maker was answered with ${answer.status}.`);
  }

  async function uploadAgreement(): Promise<string> {
    const body = new FormData();
    body.set('file', new Blob([await agreement()], { type: 'application/pdf' }), 'Maker agreement.pdf');
    body.set('fields', JSON.stringify(agreementFields));
    const answer = await fetch(`${api}/pdf-templates`, { method: 'POST', headers: { authorization }, body });
    if (!answer.ok) throw new Error(`Uploading the agreement was answered with ${answer.status}.`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Creates a payee, so that the app knows them already. */
  async function createUser({ phone, ...person }: KnownUser): Promise<string | undefined> {
    const answer = await call('/users', { ...person, ...splitPhone(phone) });
    const { id } = (await answer.json()) as { id?: string };
    // Without a confirmed phone, the flow would ask for a code first. The sandbox's code is always the same.
    await call(`/users/${id}/send-verification-token`, {});
    await call(`/users/${id}/verify`, { token: '123456' });
    return id;
  }
}
