/** What language a screen is in, as a payee sees and hears it. */
import { asIssued } from '../../../src/locales/as-issued.ts';
import type { Language } from '../../../src/locales/catalogue.ts';
import { countryCodes } from '../../../src/contract/forms/countries.ts';
import english from '../../../src/locales/en/index.ts';
import { portionsOf } from '../../../tools/words.ts';
import { expect, type Page } from './test.ts';

/** A text that is on screen, or that is read out, and the language it is declared to be in. */
interface Said {
  readonly text: string;
  readonly lang: string;
}

/**
 * Returns every text of the page, through all shadow roots: what can be seen, and the names of controls that
 * have no text.
 */
export function everythingSaid(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const said: Said[] = [];
    const parentOf = (node: Node): Node | null =>
      node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
    const langOf = (node: Node): string => {
      for (let at: Node | null = node; at; at = parentOf(at))
        if (at instanceof Element && at.hasAttribute('lang')) return at.getAttribute('lang') ?? '';
      return '';
    };
    const visit = (node: Node): void => {
      if (node instanceof Element) {
        if (/^(script|style|noscript|template)$/.test(node.localName)) return;
        // What is not shown is not said; options of a select are, once it is opened.
        if (!node.checkVisibility({ visibilityProperty: true }) && !(node instanceof HTMLOptionElement))
          return;
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
          const text = node.getAttribute(name)?.trim();
          if (text) said.push({ text, lang: langOf(node) });
        }
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      const text = node instanceof Text ? node.data.replace(/\s+/g, ' ').trim() : '';
      if (text) said.push({ text, lang: langOf(node) });
      node.childNodes.forEach(visit);
    };
    visit(document.documentElement);
    return said;
  });
}

/** Words that hardly any German sentence has. */
const telling =
  /(?<!\p{L})(?:the|your|you|and|with|this|that|from|enter|choose|are|is|we|our|of|for|to|please|not|be|it)(?!\p{L})/iu;

/**
 * Returns a function that tells whether a text is English: it is a text of the catalogue, or it has a word
 * that hardly any text of the other language has. `names` are what may stay as it is, of banks and products,
 * and what the partner wrote.
 */
export async function englishDetector(
  locale: string,
  language: Language,
  names: readonly RegExp[],
): Promise<(said: Said) => boolean> {
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  // The German "Island" is Iceland.
  const own = new Set([
    ...(await textsOf(language)).map(({ text }) => text),
    ...countryCodes.map((code) => countries.of(code) ?? code),
  ]);
  const patterns = (await textsOf(english))
    .filter(({ term, text }) => !isAsIssued(term) && !own.has(text) && lettersIn(text) > 3)
    .map(({ text }) => patternOf(text));
  return ({ text, lang }) => {
    if (lang.startsWith('en')) return false;
    const rest = names.reduce((remaining, name) => remaining.replace(name, ''), text);
    return patterns.some((pattern) => pattern.test(text)) || telling.test(rest);
  };
}

const isAsIssued = (term: string) => (asIssued as readonly string[]).includes(term);
const lettersIn = (text: string) => text.replace(/\{\w+\}|\P{L}/gu, '').length;

/**
 * What stands in place of a placeholder is a name, an amount or a date, and not the rest of another sentence.
 */
const patternOf = (text: string) =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('.{1,60}')}$`,
    'u',
  );

async function textsOf(language: Language): Promise<{ term: string; text: string }[]> {
  const portions = Object.values(await portionsOf(language));
  return portions.flatMap((words) =>
    Object.entries(words).flatMap(([term, entry]) =>
      (typeof entry === 'string' ? [entry] : Object.values(entry)).map((text) => ({ term, text })),
    ),
  );
}

/** Nothing reaches beyond the edge of a narrow screen. */
export async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.checkVisibility() || element.closest('.sr')) continue;
        const { right, width } = element.getBoundingClientRect();
        if (width && right > limit + 1)
          found.push(`${element.localName}.${element.className} ${element.textContent.trim().slice(0, 60)}`);
      }
    };
    visit(document);
    return found;
  });
  expect(wide, 'elements that stick out').toEqual([]);
}
