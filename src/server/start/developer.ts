/**
 * `dots-flow listen` and `dots-flow trigger`: webhooks of a sandbox on a developer's machine. They are
 * clients of the server and need nothing but its address and key.
 */
import { parseArgs } from 'node:util';
import { address, ask, readSandbox, refusal } from './ask-sandbox.ts';
import type { Developer, Sandbox } from './ask-sandbox.ts';

/** Runs the command with its arguments. Throws a `ConfigError` for what the developer has to change. */
export async function runForDeveloper(
  command: 'listen' | 'trigger',
  args: readonly string[],
  developer: Developer,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' }, 'forward-to': { type: 'string' }, events: { type: 'string' } },
  });
  const sandbox = readSandbox(values.url, developer.env);
  if (command === 'trigger') {
    const [event, ...more] = positionals;
    if (event === undefined || more.length > 0)
      throw refusal('Name one event: `dots-flow trigger <event>`, for example flow.completed.');
    return trigger(sandbox, event, developer);
  }
  if (positionals.length > 0)
    throw refusal(`\`dots-flow listen\` takes no ${JSON.stringify(positionals.join(' '))}.`);
  const forwardTo = values['forward-to'];
  const to = forwardTo === undefined ? null : address('--forward-to', forwardTo);
  // It signs, with a package of the server; what is wrong is said without one.
  const { listenToWebhooks } = await import('./listen-to-webhooks.ts');
  return listenToWebhooks(
    sandbox,
    {
      forwardTo: to,
      events: values.events?.split(',').map((event) => event.trim()) ?? [],
    },
    developer,
  );
}

async function trigger(sandbox: Sandbox, event: string, { say, fetch }: Developer): Promise<void> {
  const answer = await ask(fetch, sandbox, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event }),
  });
  const body = (await answer.json()) as { id: string; endpoints: number; errors?: readonly object[] };
  if (answer.status === 422)
    throw refusal(`There is no event ${JSON.stringify(event)}. ${sandbox.url}/docs#guide-events lists them.`);
  say(`${event}  ${body.id}  to ${body.endpoints} endpoint${body.endpoints === 1 ? '' : 's'}`);
}
