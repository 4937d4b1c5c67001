import { directionOf, languages } from '../../locales/languages.ts';

/** The writing directions, by language. */
const directions = Object.fromEntries(Object.keys(languages).map((name) => [name, directionOf(name)]));

/**
 * What the hosted page does besides showing the element. A link that goes on with a step on this device has
 * its secret in the fragment, which no server log sees. The script takes the secret out of the address bar,
 * so that no screenshot, bookmark or history has it, and gives it to the element as a property. It runs
 * before the element is defined, so that no other session is opened first.
 *
 * The title of the document says in which step the payee is (WCAG 2.2 §2.4.2), in the words of the progress.
 * What a screen says besides may be an amount or a name, and titles stay in the browser's history.
 *
 * The language that the payee chose in the element is kept for the tab, in the state of its history: it needs
 * no storage and no cookie, and leaves the link as it is. The browser's Back may lead to an entry without it.
 */
export const script = `const takeHandoff = () => {
  const handoff = new URLSearchParams(location.hash.slice(1)).get('handoff');
  if (!handoff) return;
  history.replaceState(null, '', location.pathname + location.search);
  const flow = document.querySelector('dots-flow');
  flow.removeAttribute('flow-id');
  flow.config = { apiUrl: '/api', handoff };
};
takeHandoff();
addEventListener('hashchange', takeHandoff);

let { lang } = history.state ?? {};
const keepLanguage = () => lang && history.replaceState({ ...history.state, lang }, '');
// The page speaks as the element does, which takes its language from around it and goes on offering others.
const directions = ${JSON.stringify(directions)};
const speak = () => {
  const dir = directions[lang];
  if (!dir) return;
  Object.assign(document.documentElement, { lang, dir });
  for (const line of document.querySelectorAll('[data-language]')) line.hidden = line.lang !== lang;
};
speak();
new MutationObserver(([{ target }]) => {
  lang = target.lang || lang;
  keepLanguage();
  speak();
}).observe(document.querySelector('dots-flow'), { attributeFilter: ['lang'] });
addEventListener('popstate', keepLanguage);

const app = document.title;
let watched = false;
const nameStep = ({ target }) => {
  const root = target.shadowRoot;
  const show = () => {
    const position = root.querySelector('[part=position] > span')?.textContent.trim();
    document.title = position ? position + ' · ' + app : app;
  };
  requestAnimationFrame(show);
  // Another language has other words for the same step.
  if (!watched) new MutationObserver(show).observe(root, { subtree: true, characterData: true });
  watched = true;
};
for (const name of ['dots-step-started', 'dots-metric', 'dots-flow-completed', 'dots-flow-expired'])
  addEventListener(name, nameStep);
`;

/**
 * Says the code of the page after a bank to the window that opened the bank's, if that is still the page that
 * began. To any other the browser does not give it.
 */
export const backScript = `const { code, to } = document.querySelector('[data-code]').dataset;
if (to) opener?.postMessage({ dotsBankCode: code }, to);
`;
