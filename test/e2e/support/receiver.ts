/**
 * A partner's back end. It receives webhooks, verifies each with two independent libraries, and serves the
 * partner's page.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

export const webhookSecret = 'whsec_ZTJlLXRlc3RzLXNpZ24td2l0aC10aGlzLWtleS0x';

export interface Received {
  readonly id: string;
  readonly payload: { readonly event: string; readonly flow_id?: string; readonly [field: string]: unknown };
}

export class Receiver {
  readonly received: Received[] = [];
  /** Requests that one of the two libraries refused. It must stay empty. */
  readonly refused: string[] = [];
  /** What becomes of a webhook: it is taken, refused with 503, or never answered. */
  webhooks: 'take' | 'refuse' | 'ignore' = 'take';
  #page = '';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      void receiver.#answer(request).then((answer) => {
        if (!answer) return;
        const { status, type, body } = answer;
        response.writeHead(status, { 'content-type': type, 'content-security-policy': receiver.policy });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  /**
   * The header that docs/strict-pages.md gives to partners, word by word. `api` is set once the Flows API
   * runs.
   */
  api = '';
  get policy(): string {
    const guide = readFileSync(new URL('../../../docs/strict-pages.md', import.meta.url), 'utf8');
    const policy = /^default-src 'none';[^`]+/m.exec(guide)?.[0] ?? '';
    return policy
      .trim()
      .replace(/\s+/g, ' ')
      .replaceAll('https://pay.example', this.api)
      .replace(/(?:script|style)-src 'self'/g, (directive) => `${directive} ${this.#hash}`.trim())
      .concat(this.#copies > 1 ? " 'allow-duplicates'" : '');
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Returns the messages about one flow in the order of their sequence, the flow's own completion last. */
  about(flowId: string): Received[] {
    return this.received
      .filter(({ payload }) => payload.flow_id === flowId)
      .sort((a, b) => order(a) - order(b));
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage): Promise<Answer | null> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/notes.js') return { status: 200, type: 'text/javascript', body: notes };
    if (pathname === '/page.js') return { status: 200, type: 'text/javascript', body: this.#script };
    if (pathname === '/thanks')
      return { status: 200, type: 'text/html', body: '<!doctype html><title>Thanks</title>' };
    if (pathname === '/flows') return this.#createFlow();
    if (pathname === '/webhooks') return this.#webhook(request);
    return pathname === '/favicon.ico'
      ? { status: 204, type: 'image/x-icon', body: '' }
      : { status: 200, type: 'text/html', body: this.#page };
  }

  /** What a partner's back end does for the page: it alone holds the API key. */
  async #createFlow(): Promise<Answer> {
    const answer = await fetch(`${this.api}/v2/flows`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ steps: ['compliance', 'manage-payouts'] }),
    });
    return { status: answer.status, type: 'application/json', body: await answer.text() };
  }

  async #webhook(request: IncomingMessage): Promise<Answer | null> {
    if (this.webhooks === 'ignore') return null;
    if (this.webhooks === 'refuse') return { status: 503, type: 'text/plain', body: 'not now' };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    try {
      const payload = new StandardWebhook(webhookSecret).verify(body, headers) as Received['payload'];
      new SvixWebhook(webhookSecret).verify(body, headers);
      this.received.push({ id: headers['webhook-id'] ?? '', payload });
      return { status: 204, type: 'text/plain', body: '' };
    } catch (error) {
      this.refused.push(String(error));
      return { status: 401, type: 'text/plain', body: 'refused' };
    }
  }

  #script = '';
  /** What the page adds for an inline script or style of its own. */
  #hash = '';
  /**
   * How many scripts bring their own copy of Lit. docs/strict-pages.md says what several need.
   */
  #copies = 1;

  /**
   * Puts the element on the partner's page. `script` runs as the page's own module. `from` is where the
   * element comes from. `hash` lets an inline script or style of the markup pass.
   */
  embed(
    script: string,
    { markup = '<dots-flow></dots-flow>', from = [`${this.api}/dots-flow.js`], hash = '' } = {},
  ): void {
    this.#script = script;
    this.#hash = hash;
    this.#copies = new Set(from).size;
    const scripts = from.map((url) => `<script type="module" src="${url}"></script>`).join('');
    this.#page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><script src="/notes.js"></script>${scripts}<body><main><h1>Partner</h1>${markup}</main><aside></aside><script type="module" src="/page.js"></script></body></html>`;
  }
}

/** Notes what goes wrong on the page, from the first moment on, for engines that tell no driver of it. */
const notes = `globalThis.troubles = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
  troubles.push('violation of ' + violatedDirective + ': ' + blockedURI + ' in ' + sourceFile);
});
addEventListener('error', ({ message }) => void troubles.push(message));
addEventListener('unhandledrejection', ({ reason }) => void troubles.push(String(reason)));`;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function order({ payload }: Received): number {
  return typeof payload['sequence'] === 'number' ? payload['sequence'] : Number.MAX_SAFE_INTEGER;
}
