/**
 * Writes down what is asked of a server and what it answers, as the examples of its description. The first
 * time that a call succeeds counts. Ids and secrets are other ones in each run: they are replaced, each by
 * the same one in all of the story.
 */
import { createHash } from 'node:crypto';
import type { Example } from '../../../../src/server/docs/json-schema.ts';
import { operationOf } from '../../described.ts';
import type { TestServer } from '../../support.ts';

/**
 * Watches a server from now on. `into` gets what was not in it. A second passes before each call, so that
 * lists have an order. Returns what replaces the ids and secrets of this story.
 */
export function record(
  { app, clock }: TestServer,
  into: Record<string, Example>,
): (value: unknown) => unknown {
  const { fetch } = app;
  const steady = steadily();
  app.fetch = async (request, ...rest) => {
    clock.advance(1_000);
    const sent = await jsonOf(request);
    const answer = await fetch.call(app, request, ...rest);
    const url = new URL(request.url);
    const operation = operationOf(request.method, url.pathname);
    if (operation?.status === answer.status && !(operation.id in into)) {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const pattern = new RegExp(`${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
      const values = pattern.exec(url.pathname)?.slice(1) ?? [];
      const path = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
      const query = Object.fromEntries(url.searchParams);
      into[operation.id] = steady({
        ...(names.length > 0 && { path }),
        ...(url.search !== '' && { query }),
        ...(typeof operation.body === 'object' && { body: sent }),
        ...(typeof operation.answer === 'object' && { answer: await jsonOf(answer) }),
      }) as Example;
    }
    return answer;
  };
  return steady;
}

async function jsonOf(message: Request | Response): Promise<unknown> {
  const text = message.body === null ? '' : await message.clone().text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const changing = new RegExp(
  [
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    /msg_[0-9a-f]{32}/,
    /whsec_[A-Za-z0-9+/=]{20,}/,
    /sk_[a-z]+_[\w-]{20,}/,
    /(?<![\w-])[\w-]{32,}(?![\w-])/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'g',
);

/** What is random and short, and files, whose bytes have the time in them. */
const fixed: readonly (readonly [RegExp, string])[] = [
  [/"last4":"[^"]{4}"/g, '"last4":"3kYq"'],
  [/"code":"\d{4}"/g, '"code":"4711"'],
  [/"size":\d+/g, '"size":8976'],
  [/"data":"[\w+/=]{200,}"/g, '"data":"JVBERi0xLjcK"'],
];

/** Returns a function that replaces what changes from run to run, with the same for the same. */
function steadily(): (value: unknown) => unknown {
  const known = new Map<string, string>();
  const replace = (found: string): string => {
    const made = known.get(found) ?? alike(found, known.size);
    known.set(found, made);
    return made;
  };
  return (value) =>
    JSON.parse(
      fixed
        .reduce((text, [pattern, to]) => text.replace(pattern, to), JSON.stringify(value))
        .replace(changing, replace),
    ) as unknown;
}

/** Returns something of the same form as `found`. */
function alike(found: string, number: number): string {
  const hash = createHash('sha256').update(`example ${number}`).digest();
  const hex = hash.toString('hex');
  if (/^[0-9a-f-]{36}$/.test(found))
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  if (found.startsWith('msg_')) return `msg_${hex.slice(0, 32)}`;
  const secret = hash.toString('base64');
  const prefix = /^(?:whsec_|sk_[a-z]+_)/.exec(found)?.[0];
  return prefix === 'whsec_' ? prefix + secret : (prefix ?? '') + hash.toString('base64url');
}
