/** One call, as often as it takes: the same bytes with the same key, until the server has answered. */
import type { Problem, ProblemCode } from '../contract/problems.ts';
import { asksInAddress } from './call.ts';
import type { Call } from './calls.ts';

export interface PartnerClientOptions {
  /** `https://payouts.example`, or with `/v2` or `/api/v2` behind it. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly apiKey: string;
  /** `globalThis.fetch` when absent. */
  readonly fetch?: typeof fetch;
  /** How often a call is made again that was not answered, or could be made later. 2 when absent. */
  readonly retries?: number;
  /** Milliseconds until a try is given up. 30,000 when absent. */
  readonly timeout?: number;
  /** Waits between two tries. It is here for tests. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Of one call. */
export interface PartnerOptions {
  /** Made up when absent. Give one that you keep with your own record, to survive a crash of yours. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Why there is no answer that can be used. `message` says it in a sentence, for a log. */
export type PartnerFailure =
  /** The server says what is wrong. Decide by `code`; there may be codes that this version does not know. */
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode | (string & {});
      readonly message: string;
      readonly status: number;
      readonly problem: Problem;
      readonly requestId: string | null;
    }
  /** No answer came. A call that changes something may have been done: make it again with the same key. */
  | {
      readonly kind: 'network';
      readonly message: string;
      readonly cause: unknown;
      readonly idempotencyKey: string | null;
    }
  /** What came is not of this API: a proxy's page, for instance. */
  | {
      readonly kind: 'invalid-answer';
      readonly message: string;
      readonly status: number;
      readonly requestId: string | null;
    };

export type PartnerResult<T> =
  | {
      readonly ok: true;
      readonly data: T;
      readonly status: number;
      readonly requestId: string | null;
      /** Whether the server had done this before, and answers its first answer again. */
      readonly replayed: boolean;
      /** The fields that the server has left aside, because nobody knows them or they are not this call's. */
      readonly ignoredFields: readonly string[];
    }
  | { readonly ok: false; readonly error: PartnerFailure };

type Made = Pick<Call<readonly string[], unknown, unknown>, 'method' | 'path' | 'kind'>;

const firstWait = 500;
const longestWait = 30_000;

/** Makes a call, again where that is safe. */
export async function send(
  options: PartnerClientOptions,
  call: Made,
  sent: unknown,
  own: PartnerOptions = {},
): Promise<PartnerResult<never>> {
  const { retries = 2, wait = pause } = options;
  const key =
    call.method === 'GET' || call.kind === 'once' ? null : (own.idempotencyKey ?? crypto.randomUUID());
  const url = addressOf(options, call, sent);
  const init = { method: call.method, ...contents(options, call, sent, key) };
  for (let tries = 0; ; tries += 1) {
    const { result, again } = await attempt(options, call, url, init, own.signal, key);
    if (again === null || tries >= retries || own.signal?.aborted) return result;
    await wait(Math.min(longestWait, Math.max(again, firstWait * 2 ** tries)));
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

interface Attempt {
  readonly result: PartnerResult<never>;
  /** Milliseconds that the server wants to be left alone before another try; null: no other try. */
  readonly again: number | null;
}

async function attempt(
  { fetch: given, timeout = 30_000 }: PartnerClientOptions,
  call: Made,
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  key: string | null,
): Promise<Attempt> {
  const limit = AbortSignal.timeout(timeout);
  const once = call.kind === 'once';
  try {
    const answer = await (given ?? fetch)(url, {
      ...init,
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const requestId = answer.headers.get('x-request-id');
    if (answer.ok) {
      const replayed = answer.headers.get('idempotent-replayed') === 'true';
      const ignoredFields = answer.headers.get('ignored-fields')?.split(', ') ?? [];
      const data = (await read(answer, call)) as never;
      const { status } = answer;
      return { result: { ok: true, data, status, requestId, replayed, ignoredFields }, again: null };
    }
    const problem = await problemOf(answer);
    if (!problem)
      return {
        result: {
          ok: false,
          error: {
            kind: 'invalid-answer',
            message: `What answered with ${answer.status} is not the Flows API. Is baseUrl right?`,
            status: answer.status,
            requestId,
          },
        },
        again: answer.status >= 500 && !once ? 0 : null,
      };
    const error = {
      kind: 'problem',
      code: problem.error_code,
      message: problem.message,
      status: answer.status,
      problem,
      requestId,
    } as const;
    const mayPass = answer.status === 429 || answer.status === 503 || error.code === 'resource-busy';
    const again =
      mayPass || (error.code === 'internal-error' && !once) ? (problem.retry_after ?? 0) * 1000 : null;
    // Whoever asks for more than this is better asked by the caller, later.
    return { result: { ok: false, error }, again: again !== null && again > longestWait ? null : again };
  } catch (cause) {
    return {
      result: {
        ok: false,
        error: { kind: 'network', message: whyNot(cause), cause, idempotencyKey: key },
      },
      again: once ? null : 0,
    };
  }
}

/** `fetch` says why in the cause of its error, and for a name with several addresses in the first of many. */
function whyNot(cause: unknown): string {
  let why = cause;
  while (why instanceof Error && why.cause instanceof Error) why = why.cause;
  if (why instanceof AggregateError) why = why.errors[0];
  return `The server was not reached: ${why instanceof Error ? why.message : String(why)}`;
}

async function read(answer: Response, { kind }: Made): Promise<unknown> {
  if (answer.status === 204) return undefined;
  return kind === 'bytes' || kind === 'file' ? new Uint8Array(await answer.arrayBuffer()) : answer.json();
}

async function problemOf(answer: Response): Promise<Problem | null> {
  try {
    const body = (await answer.json()) as Problem | null;
    return typeof body?.error_code === 'string' ? body : null;
  } catch {
    return null;
  }
}

function addressOf({ baseUrl }: PartnerClientOptions, made: Made, sent: unknown): string {
  const base = baseUrl.replace(/\/+$/, '');
  const url = new URL(`${base.endsWith('/v2') ? base : `${base}/v2`}${made.path}`);
  if (asksInAddress(made))
    for (const [name, value] of Object.entries(sent ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}

function contents(
  { clientId, apiKey }: PartnerClientOptions,
  made: Made,
  sent: unknown,
  key: string | null,
): RequestInit {
  const isFile = sent instanceof Uint8Array;
  const hasBody = !asksInAddress(made) && sent !== undefined;
  return {
    headers: {
      accept: 'application/json',
      authorization: `Basic ${btoa(`${clientId}:${apiKey}`)}`,
      ...(hasBody && { 'content-type': isFile ? 'application/pdf' : 'application/json' }),
      ...(key !== null && { 'idempotency-key': key }),
    },
    ...(hasBody && { body: isFile ? (sent as BodyInit) : JSON.stringify(sent) }),
  };
}
