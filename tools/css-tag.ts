/**
 * Stands in for Lit's own `css-tag.js` in the script-tag bundle. Lit's has two things more, which would be a
 * fiftieth of the first file: a way for browsers that cannot adopt style sheets, all of which are below our
 * floor, and expressions inside of `css`, which our styles do without (test/package/floor.test.ts).
 */
export class CSSResult {
  /** By this Lit tells styles from other objects. */
  readonly _$cssResult$ = true;
  readonly cssText: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }
}

export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = (text: string): CSSResult => new CSSResult(text);
export const css = ([text = '']: readonly string[]): CSSResult => unsafeCSS(text);
export const getCompatibleStyle = (style: CSSResult): CSSResult => style;

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
}
