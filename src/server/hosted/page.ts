/** The documents of the hosted page. The tag escapes every value. No document has inline script or style. */
import { html } from 'hono/html';

interface FlowPage {
  readonly flowId: string;
  readonly appName: string;
  readonly sandbox: boolean;
}

const head = (title: string, script: ReturnType<typeof html> | '' = '') =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="stylesheet" href="/hosted.css" />
    <link rel="icon" href="/hosted.svg" type="image/svg+xml" />
    ${script}
  </head>`;

export async function flowPage({ flowId, appName, sandbox }: FlowPage): Promise<string> {
  const ribbon = sandbox
    ? html`<p class="ribbon">
        <strong>Sandbox.</strong> Codes, banks and tax checks are simulated; the code is always 123456.
      </p>`
    : '';
  return String(
    await html`<!doctype html>
      <html lang="en">
        ${head(
          appName,
          html`<script type="module" src="/hosted.js"></script>
            <script type="module" src="/dots-flow.js"></script>`,
        )}
        <body>
          ${ribbon}
          <header><p class="app">${appName}</p></header>
          <main>
            <div class="card">
              <dots-flow flow-id="${flowId}" api-url="/api"></dots-flow>
              <noscript
                ><p>
                  This page needs JavaScript. Please switch it on, or open the link in another browser.
                </p></noscript
              >
            </div>
          </main>
        </body>
      </html> `,
  );
}

export const missingPage = () =>
  plainPage(
    'This link does not work',
    html`<p>Check that it was copied completely, or ask whoever sent it to you for a new one.</p>`,
  );

/** Ends a visit to the bank, in the window that was opened for it. */
export const backPage = () =>
  plainPage(
    'You can close this window',
    html`<p>Go back to the page you came from. It goes on by itself.</p>`,
  );

/** Stands for a bank's own page in the sandbox, and says so before anything else. */
export const simulatedBankPage = (bank: string) =>
  plainPage(
    `Share your accounts?`,
    html`<p>
        <strong>This is a simulation.</strong> ${bank} does not exist. A real bank would ask you to sign in
        here.
      </p>
      <form method="post" class="answers">
        <button name="answer" value="agree">Share accounts</button>
        <button name="answer" value="decline" class="quiet">Don’t share</button>
      </form>`,
  );

async function plainPage(title: string, body: ReturnType<typeof html>): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        ${head(title)}
        <body>
          <main>
            <div class="card">
              <h1>${title}</h1>
              ${body}
            </div>
          </main>
        </body>
      </html> `,
  );
}
