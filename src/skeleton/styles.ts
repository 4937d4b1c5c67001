/** Takes of the element's styles what its skeleton needs: the page carries them along with each answer. */

/** A rule, or an at-rule with others in it. */
interface Rule {
  readonly prelude: string;
  readonly body: string;
}

/** Returns the rules of `css` that something in `markup` can match, without comments and indentation. */
export function stylesFor(markup: string, css: string): string {
  const compact = css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');
  const kept = matching(rulesOf(compact), markup);
  const animations = rulesOf(compact).filter(
    ({ prelude }) => prelude.startsWith('@keyframes ') && kept.includes(`animation: ${prelude.slice(11)} `),
  );
  return inEm(kept) + animations.map(({ prelude, body }) => `${prelude}{${body}}`).join('');
}

/**
 * The element registers `--_dots-rem` as a length. Before its script has come, `1em` in it means another
 * length in each place that has a font size of its own, so that place says what it is there, and what spaces
 * made of it are.
 */
const inEm = (css: string): string =>
  css.replace(
    /font-size: calc\(([\d.]+) \* var\(--_dots-rem\)\)/g,
    'font-size: $1em;--_dots-rem: calc(1em / $1);--_space: calc(var(--dots-density, 1) * var(--_dots-rem))',
  );

function matching(rules: readonly Rule[], markup: string): string {
  return rules
    .map(({ prelude, body }) => {
      if (prelude.startsWith('@keyframes')) return '';
      const inner = prelude.startsWith('@') ? matching(rulesOf(body), markup) : body;
      const selectors = prelude.startsWith('@')
        ? [prelude]
        : partsOf(prelude).filter((part) => isIn(markup, part));
      return inner && selectors.length ? `${selectors.join(',')}{${inner}}` : '';
    })
    .join('');
}

/** Returns the rules at the outermost level. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < css.length; end += 1)
      depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    rules.push({ prelude: css.slice(at, open).trim(), body: css.slice(open + 1, end - 1) });
    at = end;
  }
  return rules;
}

/** Splits a list of selectors at the commas that are in no parentheses. */
const partsOf = (selectors: string): string[] => selectors.split(/,(?![^(]*\))/);

/**
 * Returns whether every class, tag and attribute of a selector is somewhere in `markup`. Nobody points at or
 * goes into a skeleton.
 */
function isIn(markup: string, selector: string): boolean {
  if (/:(?:hover|focus|active)/.test(selector)) return false;
  const inside = selector.replace(/:host(?:\(\[[^\]]*\]\))?/g, '').replace(/::?[\w-]+/g, '');
  const has = (pattern: string) => new RegExp(pattern).test(markup);
  return (
    [...inside.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => has(`class="[^"]*\\b${name}\\b`)) &&
    [...inside.matchAll(/\[([\w-]+)/g)].every(([, name = '']) => has(` ${name}\\b`)) &&
    [...inside.matchAll(/(?:^|[\s>+~(,])([a-z]\w*)/g)].every(([, name = '']) => has(`<${name}\\b`))
  );
}
