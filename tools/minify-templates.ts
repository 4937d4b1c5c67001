/**
 * Takes the indentation out of lit's `html`, `svg` and `css` templates, which is about a tenth of the
 * element. A Vite plugin does it for the script-tag bundle, `build-modules.ts` for the published modules,
 * because no page's bundler looks into a template.
 *
 * It is careful rather than greedy. White space between inline content renders as one space, so one space is
 * kept. It goes entirely only where HTML itself ignores it: inside tags, and next to the tag of a block.
 * Templates with backslashes, and everything inside `<pre>`, `<textarea>`, `<style>` and `<script>`, are left
 * alone.
 */
import type { Plugin } from 'vite';

/** A literal piece of a template. Between two pieces stands an expression. */
type Piece = string;

/**
 * Tags that are rendered as blocks (or not at all) unless styled otherwise. `button`, `select`, `svg`,
 * `label`, `span` … are inline and not here.
 */
const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'legend li main nav ol optgroup option p section summary table tbody td tfoot th thead tr ul path circle rect line polyline g'
  ).split(' '),
);
const VERBATIM = /<\/?(?:pre|textarea|style|script)\b/i;

/** Minifies the literal pieces of one `html` or `svg` template. Returns as many pieces as came in. */
export function minifyHtml(pieces: readonly Piece[]): Piece[] {
  if (pieces.some((piece) => VERBATIM.test(piece) || piece.includes('\\') || piece.includes('<!--')))
    return [...pieces];
  const state: HtmlState = { place: 'text', quote: '', afterBlock: false };
  return pieces.map((piece) => minifyHtmlPiece(piece, state));
}

interface HtmlState {
  place: 'text' | 'tag' | 'value';
  quote: string;
  /** The last thing written was the tag of a block, after which white space is not rendered. */
  afterBlock: boolean;
}

/** In order: white space, a tag's beginning, its end, a quote, or any other single character. */
const HTML_TOKEN = /\s+|<\/?[a-z][\w-]*|\/?>|["']|[^]/gi;

function minifyHtmlPiece(piece: Piece, state: HtmlState): Piece {
  let out = '';
  let tag = '';
  for (const [token] of piece.matchAll(HTML_TOKEN)) {
    if (state.place === 'value') {
      out += token;
      if (token === state.quote) state.place = 'tag';
    } else if (state.place === 'tag') {
      if (token === '"' || token === "'") {
        state.place = 'value';
        state.quote = token;
        out += token;
      } else if (token.endsWith('>')) {
        out = out.replace(/ $/, '') + token;
        state.place = 'text';
      } else out += /^\s/.test(token) ? ' ' : token;
    } else if (/^\s/.test(token)) {
      if (!state.afterBlock) out += ' ';
      continue;
    } else if (/^<\/?[a-z]/i.test(token)) {
      tag = token.replace(/^<\/?/, '').toLowerCase();
      state.afterBlock = BLOCKS.has(tag);
      if (state.afterBlock) out = out.replace(/ $/, '');
      out += token;
      state.place = 'tag';
    } else {
      state.afterBlock = false;
      out += token;
    }
  }
  // What an expression puts here is not known to be a block.
  if (state.place === 'text') state.afterBlock = false;
  return out;
}

/** In order: a comment, a string, white space, a word or number, or any other single character. */
const CSS_TOKEN = /\/\*[^]*?\*\/|"[^"]*"|'[^']*'|\s+|[\w.#-]+|[^]/g;

/** Minifies the literal pieces of one `css` template. */
export function minifyCss(pieces: readonly Piece[]): Piece[] {
  if (pieces.some((piece) => piece.includes('\\'))) return [...pieces];
  return pieces.map((piece, index) => {
    let out = '';
    const text = index === 0 ? piece.trimStart() : piece;
    for (const [token] of text.matchAll(CSS_TOKEN)) {
      if (token.startsWith('/*')) continue;
      if (/^\s/.test(token)) {
        // `: ` begins a value. A space *before* a colon may be a descendant combinator and stays.
        if (!/[{};,:(\s]$/.test(out) && (out !== '' || index > 0)) out += ' ';
      } else if (/[{},;)]/.test(token)) {
        out = out.replace(/ $/, '');
        if (token === '}') out = out.replace(/;$/, '');
        out += token;
      } else out += token.replace(/^(-?)0\./, '$1.');
    }
    // No selector has a number beside its `*`. Only selectors have a `>`, or a quoted value in brackets.
    return out
      .replace(/(\d) \* (?=var\()|(\)) \* (?=\d)/g, '$1$2*')
      .replace(/='([a-z]+)'(?=\])/g, '=$1')
      .replace(/ > (?=[^()'";]*\{)/g, '>');
  });
}

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface TaggedTemplate extends AstNode {
  readonly tag: AstNode & { readonly name?: string };
  readonly quasi: AstNode & {
    readonly quasis: readonly (AstNode & { readonly value: { readonly raw: string } })[];
  };
}

const MINIFIERS: Readonly<Record<string, (pieces: readonly Piece[]) => Piece[]>> = {
  html: minifyHtml,
  svg: minifyHtml,
  css: minifyCss,
};

function taggedTemplates(node: unknown, found: TaggedTemplate[] = []): TaggedTemplate[] {
  if (Array.isArray(node)) for (const item of node) taggedTemplates(item, found);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node && node.type === 'TaggedTemplateExpression') found.push(node as TaggedTemplate);
    for (const value of Object.values(node)) if (typeof value === 'object') taggedTemplates(value, found);
  }
  return found;
}

interface Edit {
  readonly at: number;
  readonly was: string;
  readonly text: string;
}

/**
 * Returns what minifying changes in the module `code`, whose syntax tree is `tree`, from its end to its
 * start.
 */
function editsIn(code: string, tree: unknown): Edit[] {
  return taggedTemplates(tree)
    .flatMap(({ tag, quasi }) => {
      const minify = MINIFIERS[tag.name ?? ''];
      const texts = minify?.(quasi.quasis.map((piece) => piece.value.raw)) ?? [];
      return quasi.quasis.flatMap((piece, index) => {
        const was = piece.value.raw;
        const text = texts[index];
        // A parser's range may include the back-tick or `${`.
        return text === undefined || text === was ? [] : [{ text, was, at: code.indexOf(was, piece.start) }];
      });
    })
    .toSorted((a, b) => b.at - a.at);
}

/** Minifies every template in the module `code`, whose syntax tree is `tree`. */
export function minifyTemplatesIn(code: string, tree: unknown): string {
  // Edits are made from the end, so that positions before an edit stay right.
  return editsIn(code, tree).reduce(
    (out, { at, was, text }) => out.slice(0, at) + text + out.slice(at + was.length),
    code,
  );
}

/** A text that remembers what was where, for the source map (`experimental.nativeMagicString`). */
interface Editor {
  readonly update: (start: number, end: number, text: string) => unknown;
}

export function minifyTemplates(): Plugin {
  return {
    name: 'minify-lit-templates',
    apply: 'build',
    transform: {
      filter: { id: { include: /\/src\/.*\.ts$/ }, code: /\b(?:html|svg|css)`/ },
      handler(code, _id, meta) {
        const tree: unknown = this.parse(code);
        const { magicString } = meta as { magicString?: Editor };
        if (!magicString) return { code: minifyTemplatesIn(code, tree), map: null };
        for (const { at, was, text } of editsIn(code, tree)) magicString.update(at, at + was.length, text);
        // Vite's types know texts only, rolldown takes both.
        return { code: magicString as unknown as string };
      },
    },
  };
}
