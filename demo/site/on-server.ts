/** The demo's server (`demo/back-end.ts`), which holds the API key. */
import type { Backend, Hear, Webhook } from './backend.ts';
import { newPhone } from './personas.ts';

interface Settings {
  readonly client_id: string;
  readonly template_id: string;
}

export async function openServer(hear: Hear): Promise<Backend> {
  // The server verifies each webhook and passes it on.
  new EventSource('demo/webhooks').addEventListener('webhook', ({ data }: MessageEvent<string>) =>
    hear(JSON.parse(data) as Webhook),
  );
  const settings = (await ask('demo/settings')) as Settings;
  return {
    fetch: (...call) => fetch(...call),
    apiUrl: new URL('api', document.baseURI).href,
    clientId: settings.client_id,
    templateId: settings.template_id,
    createFlow: async ({ steps, known }, signal) => {
      const user = known && {
        first_name: known.values['first_name'],
        last_name: known.values['last_name'],
        email: known.values['email'],
        phone: newPhone(known),
      };
      return (await ask('demo/flows', { steps, user }, signal)) as { id: string };
    },
    advance: async (duration) => {
      const { now } = (await ask('demo/clock', { advance: duration })) as { now: string };
      return new Date(now);
    },
  };
}

async function ask(path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, {
    ...(body !== undefined && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
    ...(signal && { signal }),
  });
  const answer = (await response.json()) as { message?: string; errors?: { message: string }[] };
  if (!response.ok)
    throw new Error(answer.errors?.map(({ message }) => message).join(' ') ?? answer.message ?? 'No answer.');
  return answer;
}
