/** How a developer's commands call a sandbox. */
import { sandboxCredentials } from '../../contract/sandbox/credentials.ts';
import { ConfigError } from './known.ts';

/** Where the sandbox is, and who asks. */
export interface Sandbox {
  /** Origin of the server. */
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
}

export interface Developer {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly fetch: typeof fetch;
  /** Ends listening. */
  readonly signal?: AbortSignal;
}

interface Call {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Calls `/sandbox/webhooks`. Throws what a developer can do something about. */
export async function ask(
  fetch: Developer['fetch'],
  { url, clientId, apiKey }: Sandbox,
  init: Call,
  query = '',
): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${apiKey}`).toString('base64')}`;
  const answer = await fetch(`${url}/v2/sandbox/webhooks${query}`, {
    ...init,
    headers: { ...init.headers, authorization },
  }).catch(() => {
    throw refusal(noServer(url));
  });
  if (answer.ok || answer.status === 422) return answer;
  await answer.body?.cancel();
  throw refusal(whyRefused(answer.status, url));
}

export const noServer = (url: string): string =>
  `No server answers at ${url}. Start one with \`dots-flow serve\`, or give --url.`;

function whyRefused(status: number, url: string): string {
  switch (status) {
    case 401:
      return `${url} does not know this key. Set DOTS_CLIENT_ID and DOTS_API_KEY.`;
    case 403:
      return 'This key may not listen. It takes a key with the scope `all`.';
    case 404:
      return `${url} is no sandbox, or an older one. Live webhooks go to endpoints only.`;
    default:
      return `${url} answered ${status}.`;
  }
}

/**
 * Reads where the sandbox is, and who asks. `url`: what `--url` says.
 * @throws {ConfigError} also for the key of a live app, which does not leave this machine
 */
export function readSandbox(url: string | undefined, env: Developer['env']): Sandbox {
  const apiKey = env['DOTS_API_KEY'] ?? sandboxCredentials.apiKey;
  if (apiKey.startsWith('sk_live_'))
    throw refusal('DOTS_API_KEY is a live key, and this command is for sandboxes alone: set a key of one.');
  return {
    url: new URL(address('--url', url ?? env['PUBLIC_URL'] ?? 'http://localhost:4400')).origin,
    clientId: env['DOTS_CLIENT_ID'] ?? sandboxCredentials.clientId,
    apiKey,
  };
}

/** Returns `text` when it is an address. */
export function address(option: string, text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw refusal(`${option} must be a URL like http://localhost:3000/webhooks.`);
  return text;
}

/** What a developer has to change, in a sentence. */
export const refusal = (text: string): ConfigError => new ConfigError([text], '');
