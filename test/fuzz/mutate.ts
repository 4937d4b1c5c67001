/** Requests that somebody might send instead of a right one. The same numbers make the same requests. */

export interface Sent {
  readonly method: string;
  /** With the query, below the host. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Chance {
  /** Returns a number from 0 up to but without `below`. */
  readonly number: (below: number) => number;
  readonly of: <T>(choices: readonly T[]) => T;
}

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed;
  const number = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  return { number, of: (choices) => choices[number(choices.length)] as (typeof choices)[number] };
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

const values: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308],
  ...['', ' ', '0', '-1', 'null', 'a', '\0', 'a\0b', '\u202e', '\u200b', '\ud800', '😀', 'ß', 'İ', "'"],
  ...['<b>', '${x}', '%00', '../..', 'x'.repeat(300), '9'.repeat(5000), '١٢٣', '１２３', 'NaN', '1e400'],
  ...['0000-00-00', '2026-02-30', '9999-12-31', '-000001-01-01', '2026-01-01T00:00:00Z', 'P1D'],
  ...['00000000-0000-0000-0000-000000000000', 'http://127.0.0.1/', 'javascript:1', 'US', 'us', 'XX'],
  ...[
    [],
    {},
    [null],
    [[]],
    deep(200),
    { a: { b: 1 } },
    ['a', 'a'],
    JSON.parse('{"__proto__":{"a":1}}') as unknown,
  ],
];

/** Returns another request, in one or two ways. */
export function mutated(sent: Sent, by: Chance): Sent {
  const ways = [inBody, inBody, inBody, inPath, inQuery, inHeaders];
  const once = by.of(ways)(sent, by);
  return by.number(3) === 0 ? by.of(ways)(once, by) : once;
}

function inBody(sent: Sent, by: Chance): Sent {
  const { body } = sent;
  if (typeof body !== 'string') {
    if (!body)
      return sent.method === 'GET' ? inQuery(sent, by) : { ...sent, body: JSON.stringify(by.of(values)) };
    return {
      ...sent,
      body: by.of([body.slice(0, by.number(body.length)), new Uint8Array(0), flipped(body, by)]),
    };
  }
  if (by.number(8) === 0)
    return {
      ...sent,
      body: by.of(['', '{', `${body},`, `[${body}]`, body.slice(0, by.number(body.length)), '\ufeff{}']),
    };
  return { ...sent, body: JSON.stringify(changed(JSON.parse(body), by)) ?? '' };
}

function flipped(bytes: Uint8Array<ArrayBuffer>, by: Chance): Uint8Array<ArrayBuffer> {
  const other = bytes.slice();
  for (let turns = 0; turns < 8; turns += 1) other[by.number(other.length)] = by.number(256);
  return other;
}

/** Changes one place somewhere in a JSON value. */
function changed(value: unknown, by: Chance): unknown {
  if (typeof value !== 'object' || value === null || by.number(12) === 0) return by.of(values);
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    if (list.length === 0) return [by.of(values)];
    const at = by.number(list.length);
    return by.of([
      () => list.map((item, index) => (index === at ? changed(item, by) : item)),
      () => list.filter((_, index) => index !== at),
      () => [...list, list[at]],
    ])();
  }
  const entries = Object.entries(value as Record<string, unknown>);
  const [name, old]: readonly [string, unknown] = entries.length ? by.of(entries) : ['', null];
  return by.of([
    () => ({ ...value, [name]: changed(old, by) }),
    () => ({ ...value, [name]: changed(old, by) }),
    () => ({ ...value, [name]: by.of(values) }),
    () => ({ ...value, [name]: by.of(entries)?.[1] }),
    () => Object.fromEntries(entries.filter(([other]) => other !== name)),
    () => ({
      ...value,
      [by.of(['id', 'status', 'metadata', '__proto__', 'constructor', ''])]: by.of(values),
    }),
  ])();
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
/** No request holds half a character in its address. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));

function inPath(sent: Sent, by: Chance): Sent {
  const [path = '', query] = sent.url.split('?');
  const parts = path.split('/');
  const at = 2 + by.number(Math.max(1, parts.length - 2));
  parts[at] = by.of([
    encoded(asText(by.of(values))),
    `${parts[at]}%2F`,
    '%ff',
    parts[at]?.toUpperCase() ?? '',
    '',
  ]);
  return { ...sent, url: [parts.join('/'), query].filter(Boolean).join('?') };
}

const parameters = [
  'limit',
  'starting_after',
  'ending_before',
  'status',
  'type',
  'user_id',
  'q',
  'name',
  'start_date',
  'end_date',
  'reverse_order',
];

function inQuery(sent: Sent, by: Chance): Sent {
  const added = `${by.of(parameters)}=${by.of([encoded(asText(by.of(values))), '%', '%ff', ''])}`;
  return { ...sent, url: `${sent.url}${sent.url.includes('?') ? '&' : '?'}${added}` };
}

function inHeaders(sent: Sent, by: Chance): Sent {
  const [name, value] = by.of<readonly [string, string]>([
    ['authorization', ''],
    ['authorization', 'Basic !'],
    ['authorization', `Basic ${btoa('a:b:\0')}`],
    ['authorization', 'Bearer x'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', ''],
    ['content-length', '-1'],
    ['idempotency-key', 'one'],
    ['idempotency-key', 'x'.repeat(1000)],
    ['origin', 'null'],
    ['origin', 'http://['],
    ['accept-language', '*;q=x, de-'],
    ['upload-offset', '-1'],
    ['upload-offset', '1e9'],
    ['traceparent', '00-zz'],
    ['x-forwarded-for', "1, ', ::"],
    ['sec-fetch-site', 'cross-site'],
    ['last-event-id', '\x01'],
    ['cookie', 'a=%ff; =; b'],
  ]);
  return { ...sent, headers: { ...sent.headers, [name]: value } };
}
