/** How much a payee has to read and to answer: words and fields of every screen on the way. */
import type { Page } from './test.ts';

export interface Screen {
  /** Empty at the end of the flow. */
  readonly step: string;
  readonly title: string;
  /** Words that can be seen. What is folded away is not counted, nor what a list offers. */
  readonly words: number;
  /** How many of the words are a form's own, which the law fixes, or say what those mean. */
  readonly certified: number;
  /** Questions: radio buttons of one name are one, and so are the parts of a date. */
  readonly fields: number;
}

/**
 * Notes every screen on which something is typed or pressed, at its longest. Call it before the page is
 * opened. Returns a function that returns the screens so far, the present one included.
 */
export async function noteScreens(page: Page): Promise<() => Promise<readonly Screen[]>> {
  await page.addInitScript(() => {
    const screens = new Map<string, Screen>();

    /** Returns what matches below a node, through all shadow roots. */
    const deep = (root: ParentNode, selector: string): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches(selector) ? [element] : []),
        ...(element.shadowRoot ? deep(element.shadowRoot, selector) : []),
      ]);

    /** Returns the texts below a node that can be seen, through all shadow roots. */
    const textsOf = (node: Node): Text[] => {
      if (node instanceof Text) return [node];
      if (node instanceof Element) {
        if (/^(?:script|style|select|svg)$/.test(node.localName) || node.matches('.sr')) return [];
        // A slot has no box of its own.
        if (node.localName !== 'slot' && !node.checkVisibility({ visibilityProperty: true })) return [];
      }
      const root = (node instanceof Element && node.shadowRoot) || node;
      return [...root.childNodes].flatMap(textsOf);
    };

    const wordsOf = (texts: readonly Text[]) =>
      texts.reduce((sum, { data }) => sum + (data.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0);

    const note = (): void => {
      const card = document.querySelector('dots-flow')?.shadowRoot?.querySelector('.screen');
      const title = card && deep(card, 'h2')[0]?.textContent.trim();
      if (!card || !title) return;
      const texts = textsOf(card);
      const fields = (deep(card, 'input, select, textarea') as HTMLInputElement[])
        .filter((control) => control.checkVisibility())
        .map(({ name, id }) => name || id.replace(/-(?:day|month|year)$/, ''));
      const step = deep(card, '[data-step]')[0]?.getAttribute('data-step') ?? '';
      const words = wordsOf(texts);
      const key = `${step} ${title}`;
      if (words < (screens.get(key)?.words ?? 0)) return;
      const certified = wordsOf(texts.filter((text) => text.parentElement?.closest('.statement')));
      screens.set(key, { step, title, words, certified, fields: new Set(fields).size });
    };
    for (const type of ['click', 'input']) addEventListener(type, note, { capture: true });
    Object.assign(globalThis, {
      screensSoFar: () => {
        note();
        return [...screens.values()];
      },
    });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { screensSoFar: () => readonly Screen[] }).screensSoFar());
}
