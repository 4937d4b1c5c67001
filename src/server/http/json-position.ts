/**
 * Says where and why a text is not JSON. The message of `JSON.parse` differs in every engine version and
 * never names a trailing comma, which is the commonest mistake in a hand-written body (the API's own overview
 * page has one).
 */

export interface JsonFault {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  readonly reason: string;
}

const whitespace = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/** Deeper nesting is refused, because it could exhaust the stack. */
const maximumDepth = 64;

class Fault extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

/**
 * Returns the first fault of `text` by RFC 8259; null when it is JSON. A name that stands twice in an object
 * is a fault too (RFC 7493 §2.3): two readers would see two different bodies.
 */
export function findJsonFault(text: string): JsonFault | null {
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fail = (reason: string, where = at): never => {
    throw new Fault(where, reason);
  };
  const found = () => (at >= text.length ? 'the body ends' : `found ${JSON.stringify(text[at])}`);

  const items = (close: '}' | ']', item: () => void): void => {
    const what = close === '}' ? 'object' : 'array';
    at += 1;
    take(whitespace);
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      item();
      take(whitespace);
      if (text[at] === close) {
        at += 1;
        return;
      }
      if (text[at] !== ',') fail(`expected a comma or "${close}", but ${found()}`);
      const comma = at;
      at += 1;
      take(whitespace);
      if (text[at] === close)
        fail(`a comma before the closing "${close}" of the ${what} is not allowed (trailing comma)`, comma);
    }
  };

  const value = (depth: number): void => {
    if (depth > maximumDepth) fail(`nested deeper than ${maximumDepth} levels`);
    take(whitespace);
    const first = text[at];
    if (first === '{') {
      const names = new Set<string>();
      items('}', () => {
        if (text[at] === "'") fail('names and texts need double quotes, not single quotes');
        const start = at;
        if (!take(string)) fail(`expected a name in double quotes, but ${found()}`);
        const name = JSON.parse(text.slice(start, at)) as string;
        if (names.has(name)) fail(`the name ${JSON.stringify(name.slice(0, 100))} stands twice`, start);
        names.add(name);
        take(whitespace);
        if (text[at] !== ':') fail(`expected a colon, but ${found()}`);
        at += 1;
        value(depth + 1);
      });
    } else if (first === '[') items(']', () => value(depth + 1));
    else if (first === "'") fail('names and texts need double quotes, not single quotes');
    else if (first === '"') {
      if (!take(string)) fail('this text is not closed, or has a character that must be escaped');
    } else if (!take(number) && !take(word)) fail(`expected a value, but ${found()}`);
  };

  try {
    value(0);
    take(whitespace);
    if (at < text.length) fail(`expected the end of the body, but ${found()}`);
    return null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason: error.message };
  }
}
