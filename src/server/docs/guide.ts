/** What stands before the calls on the page: how to begin, what is sent to you, and what a sandbox plays. */
import { webhookEventNames } from '../../contract/partner/webhooks.ts';
import { problemCatalogue } from '../../contract/problems.ts';
import { events } from './examples.ts';
import { beginning } from './guide-calls.ts';
import { code, example, paragraphs, pre, prose, table } from './html.ts';
import { overview } from './overview.ts';
import { serverProblems } from './responses.ts';
import { sandboxRows } from './sandbox-rows.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** Returns the sections for a server at `serverUrl`, in their order. */
export function guide(serverUrl: string, { sandbox }: { readonly sandbox: boolean }): Section[] {
  return [
    { id: 'about', title: 'How the API works', html: paragraphs(overview) },
    { id: 'start', title: 'Getting started in five calls', html: startHtml(serverUrl) },
    { id: 'events', title: 'Events', html: eventsHtml() },
    ...(sandbox ? [{ id: 'sandbox', title: 'What the sandbox plays', html: sandboxHtml() }] : []),
    { id: 'errors', title: 'Errors', html: errorsHtml() },
  ];
}

const startHtml = (serverUrl: string): string => {
  const { setup, calls } = beginning(serverUrl);
  const steps = calls.map(
    ({ title, say, curl, typescript }) =>
      `<h3>${prose(title)}</h3><p>${prose(say)}</p>${pre(curl)}${pre(typescript)}`,
  );
  return `<p>With curl, or with <code>dots-flow/partner</code>, which makes a call again with the same key until it is answered.</p>${pre(setup.curl)}${pre(setup.typescript)}${steps.join('')}`;
};

const eventsHtml = (): string =>
  `<p>${prose('Each is sent to your webhook endpoints, signed. Answer with 2xx within 15 seconds. The same message may come twice: its `webhook-id` is the same. `verifyWebhook` of `dots-flow/webhooks` checks the signature.')}</p>${webhookEventNames
    .map((name) => `<h3>${code(name)}</h3>${example('Payload', events[name])}`)
    .join('')}`;

const sandboxHtml = (): string =>
  table(
    ['What', 'What comes of it'],
    sandboxRows.map((row) => row.map(prose)),
  );

const errorsHtml = (): string =>
  table(
    ['Status', 'Code', 'What it means, and what to do'],
    serverProblems()
      .sort((a, b) => problemCatalogue[a].status - problemCatalogue[b].status)
      .map((name) => [
        String(problemCatalogue[name].status),
        code(name),
        prose(problemCatalogue[name].message),
      ]),
  );
