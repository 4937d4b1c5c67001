/**
 * The documents of the hosted page. The tag escapes every value. No document has inline script; the policy
 * names the styles that stand in a document, of the skeleton and of the link, by their hashes.
 */
import { html, raw } from 'hono/html';
import { amountIn } from '../language/amount.ts';
import { directionOf } from '../../locales/languages.ts';
import type { Localizer } from '../../locales/localizer.ts';

type Markup = ReturnType<typeof html>;

/**
 * What the hosted page of a flow is made of. It has nothing about the payee but what they get: whoever has
 * the link may open it.
 */
interface FlowPage {
  readonly flowId: string;
  /** The address of the page, without what was added to it. */
  readonly link: string;
  readonly appName: string;
  readonly sandbox: boolean;
  /** Address of the element's script. */
  readonly script: string;
  /** Addresses of the modules that it will ask for. */
  readonly next: readonly string[];
  /** What the element shows until its script has come: markup of our own build. */
  readonly skeleton: string;
  /** What a payout link brings: cents, and what for. Null where it brings nothing, or not any more. */
  readonly waiting: { readonly amount: number; readonly memo: string | null } | null;
  /** Whom to ask about a flow that nobody can open any more. Null while the element says so itself. */
  readonly contact: { readonly email: string | null; readonly url: string | null } | null;
  /** What the link says of the looks, as CSS. It has nothing in it that ends a style element. */
  readonly css: string;
}

/** Makes the document. The element inside takes its language from it, so both are always in the same one. */
const page = async ({ locale, language }: Localizer, head: Markup, body: Markup): Promise<string> =>
  String(
    await html`<!doctype html>
      <html lang="${locale}" dir="${directionOf(language)}">
        ${head}
        <body>
          ${body}
        </body>
      </html> `,
  );

const headOf = (title: string, script: Markup | '' = '') =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="stylesheet" href="/hosted.css" />
    <link rel="icon" href="/hosted.svg" type="image/svg+xml" />
    ${script}
  </head>`;

/**
 * Returns a line in each language that the element offers, because the payee may choose another one there.
 * `/hosted.js` shows the one that is spoken.
 */
const inEach = (
  spoken: Localizer,
  languages: readonly Localizer[],
  className: string,
  line: (words: Localizer) => Markup | '' | null,
): Markup =>
  html`${languages.map(
    (words) =>
      html`<p
        class="${className}"
        data-language="${words.language}"
        lang="${words.language}"
        dir="${directionOf(words.language)}"
        ${words.language === spoken.language ? '' : raw('hidden')}
      >
        ${line(words)}
      </p>`,
  )}`;

/**
 * The page of a flow. `/hosted.js` stands before the element's script, because it has to run first
 * (`script.ts`). What stands inside the element is in view only until the element's script has run. In a
 * sandbox a ribbon says what is simulated.
 */
export function flowPage(
  words: Localizer,
  languages: readonly Localizer[],
  { flowId, link, appName, sandbox, script, next, skeleton, waiting, contact, css }: FlowPage,
): Promise<string> {
  const { t } = words;
  const ribbon =
    sandbox &&
    inEach(
      words,
      languages,
      'ribbon',
      ({ t: say }) => html`<strong>${say('server.sandbox.title')}</strong> ${say('server.sandbox.text')}`,
    );
  return page(
    words,
    headOf(
      appName,
      html`<script type="module" src="/hosted.js"></script>
        <script type="module" src="${script}"></script>
        ${next.map((address) => html`<link rel="modulepreload" href="${address}" />`)}
        ${css && raw(`<style>${css}</style>`)}`,
    ),
    html`${ribbon || ''}
      <header><h1 class="app">${appName}</h1></header>
      <main>
        <div class="card">
          ${waiting && inEach(words, languages, 'waiting', (each) => waitingLine(each, waiting))}
          <p class="outdated">${t('server.outdated.text')} <a href="${link}">${link}</a></p>
          <dots-flow flow-id="${flowId}" api-url="/api"
            >${raw(skeleton)}
            <p class="fallback">
              ${t('server.fallback.text')} <a href="">${t('server.fallback.reload')}</a>
            </p></dots-flow
          >
          <noscript><p>${t('server.noscript')}</p></noscript>
        </div>
        ${contact && inEach(words, languages, 'contact', (each) => contactLine(each, appName, contact))}
      </main>`,
  );
}

function waitingLine({ t, locale }: Localizer, { amount, memo }: NonNullable<FlowPage['waiting']>): Markup {
  return html`<strong>${t('server.payout-link.page', { amount: amountIn(locale, amount) })}</strong>
    ${memo && t('server.payout-link.memo', { memo })}`;
}

function contactLine(
  { t }: Localizer,
  app: string,
  { email, url }: NonNullable<FlowPage['contact']>,
): Markup {
  return html`${t('server.contact.text', { app })}
  ${url && html`<a href="${url}" rel="noreferrer">${t('server.contact.link')}</a>`}
  ${email && html`<a href="mailto:${email}">${email}</a>`}`;
}

/**
 * What somebody sees whose link is mistyped, or whose flow does not exist. It does not tell which of the two.
 */
export const missingPage = (words: Localizer) =>
  plainPage(words, words.t('server.missing.title'), html`<p>${words.t('server.missing.text')}</p>`);

/**
 * Ends a visit to the bank, in the window that was opened for it. `/bank-link.js` says the code to the page
 * at `origin`. Where no window hears it, the payee types it; somebody whom a stranger sent here is warned.
 */
export function backPage(words: Localizer, back: { readonly code: string; readonly origin: string } | null) {
  const { t } = words;
  if (!back) return plainPage(words, t('server.bank.back.title'), html`<p>${t('server.bank.back.text')}</p>`);
  const { code, origin } = back;
  return plainPage(
    words,
    t('server.bank.code.title'),
    html`<p>${t('server.bank.code.text')}</p>
      <p class="code" data-code="${code}" data-to="${origin}">${code.slice(0, 3)} ${code.slice(3)}</p>
      <p>${t('server.bank.code.warning')}</p>`,
    html`<script type="module" src="/bank-link.js"></script>`,
  );
}

/** Stands for a bank's own page in the sandbox, and says so before anything else. */
export const simulatedBankPage = (words: Localizer, bank: string) => {
  const { t } = words;
  return plainPage(
    words,
    t('server.bank.simulated.title'),
    html`<p>
        <strong>${t('server.bank.simulated.tag')}</strong> ${t('server.bank.simulated.text', { bank })}
      </p>
      <form method="post" class="answers">
        <button name="answer" value="agree">${t('server.bank.simulated.agree')}</button>
        <button name="answer" value="decline" class="quiet">${t('server.bank.simulated.decline')}</button>
      </form>`,
  );
};

const plainPage = (
  words: Localizer,
  title: string,
  body: Markup,
  script: Markup | '' = '',
): Promise<string> =>
  page(
    words,
    headOf(title, script),
    html`<main>
      <div class="card">
        <h1>${title}</h1>
        ${body}
      </div>
    </main>`,
  );
