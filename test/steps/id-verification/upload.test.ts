/** A photo's way up over a connection that fails wherever it can. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IdUpload } from '../../../src/contract/steps/id-verification.ts';
import { flowProblem, type FlowProblem } from '../../../src/flow/problem.ts';
import type { Call } from '../../../src/steps/step-context.ts';
import { upload } from '../../../src/steps/id-verification/capture/upload.ts';

type Fate = 'works' | 'lost-request' | 'lost-answer' | 'timeout';

/**
 * A server that keeps what arrives. `fates`: what happens to each request in turn. After them everything
 * works.
 */
function server(fates: readonly Fate[] = [], more: { refusal?: string; largest?: number } = {}) {
  const left = [...fates];
  const starts = new Map<string, IdUpload>();
  const bytes: number[] = [];
  const seen: string[] = [];
  const handle = async (
    path: string,
    init: RequestInit,
  ): Promise<{ ok: true; body: IdUpload } | { ok: false; problem: FlowProblem }> => {
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    if (method === 'POST') {
      const key = headers.get('idempotency-key') ?? '';
      const { side, size } = JSON.parse(init.body as string) as { side: IdUpload['side']; size: number };
      const known = starts.get(key);
      const begun: IdUpload = known ?? {
        upload_id: `u${starts.size}`,
        side,
        size,
        offset: 0,
        state: 'receiving',
        refusal: null,
        chunk_bytes: 4,
      };
      starts.set(key, begun);
      return { ok: true, body: { ...begun } };
    }
    const current = [...starts.values()].find(({ upload_id }) => path.endsWith(upload_id));
    if (!current) return { ok: false, problem: flowProblem('no-such-resource') };
    if (method === 'PATCH') {
      if (Number(headers.get('upload-offset')) !== current.offset)
        return { ok: false, problem: flowProblem('upload-offset-mismatch') };
      const piece = new Uint8Array(await (init.body as Blob).arrayBuffer());
      if (piece.length > (more.largest ?? Infinity)) return { ok: false, problem: flowProblem('timeout') };
      bytes.push(...piece);
      current.offset += piece.length;
      if (current.offset === current.size)
        Object.assign(
          current,
          more.refusal ? { state: 'refused', refusal: more.refusal } : { state: 'complete' },
        );
    }
    return { ok: true, body: { ...current } };
  };
  const call: Call = async (path, init) => {
    const fate = left.shift() ?? 'works';
    seen.push(`${init.method ?? 'GET'} ${fate}`);
    if (fate === 'lost-request') return { ok: false, problem: flowProblem('network-error') };
    if (fate === 'timeout') return { ok: false, problem: flowProblem('timeout') };
    const answer = await handle(path, init);
    return fate === 'lost-answer' ? { ok: false, problem: flowProblem('network-error') } : answer;
  };
  return { call, bytes, seen, starts };
}

const photo = (size: number) => new Blob([Uint8Array.from({ length: size }, (_, at) => (at * 7) & 0xff)]);
const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

interface Run {
  readonly chunkBytes?: number;
  readonly signal?: AbortSignal;
}

function send(
  { call }: { call: Call },
  picture: Blob,
  { chunkBytes = 10, signal = new AbortController().signal }: Run = {},
) {
  const progress: { sent: number; stalled: boolean }[] = [];
  const result = upload(
    {
      call,
      side: 'front',
      picture,
      chunkBytes,
      onProgress: (now) => void progress.push({ ...now }),
      untilOnline: () => Promise.resolve(),
    },
    signal,
  );
  return { result, progress };
}

test('a photo goes up in pieces, and the progress is told', async () => {
  const api = server();
  const { result, progress } = send(api, photo(25));
  assert.deepEqual(await result, { ok: true });
  assert.deepEqual(api.bytes, await bytesOf(photo(25)));
  assert.deepEqual(
    progress.map(({ sent }) => sent),
    [0, 10, 20, 25],
  );
});

test('after a lost connection the server is asked how far it got, and nothing is sent twice', async () => {
  const api = server(['works', 'works', 'lost-answer', 'lost-request']);
  const { result, progress } = send(api, photo(25));
  assert.deepEqual(await result, { ok: true });
  assert.deepEqual(api.seen, [
    'POST works',
    'PATCH works',
    'PATCH lost-answer',
    'GET lost-request',
    'GET works',
    'PATCH works',
  ]);
  assert.deepEqual(api.bytes, await bytesOf(photo(25)));
  assert.equal(progress.filter(({ stalled }) => stalled).length, 2);
  assert.equal(progress.at(-1)?.stalled, false);
});

test('a lost answer to the beginning does not begin another upload', async () => {
  const api = server(['lost-answer', 'lost-answer']);
  assert.deepEqual(await send(api, photo(5)).result, { ok: true });
  assert.equal(api.starts.size, 1);
});

test('whatever gets lost, the bytes arrive complete, in order and once', async () => {
  const fates = fc.array(fc.constantFrom<Fate>('works', 'lost-request', 'lost-answer', 'timeout'), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(
      fates,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 40 }),
      async (lost, size, chunkBytes) => {
        const api = server(lost);
        assert.deepEqual(await send(api, photo(size), { chunkBytes }).result, { ok: true });
        assert.deepEqual(api.bytes, await bytesOf(photo(size)));
      },
    ),
    { numRuns: 200 },
  );
});

test('on a line too slow for a whole piece the pieces get smaller', async () => {
  const size = 200_000;
  const api = server([], { largest: 20_000 });
  assert.deepEqual(await send(api, photo(size), { chunkBytes: 256 * 1024 }).result, { ok: true });
  assert.equal(api.bytes.length, size);
});

test('a picture that the server cannot take is refused by its side and with the reason', async () => {
  const result = await send(server([], { refusal: 'image-too-small' }), photo(5)).result;
  assert.deepEqual(!result.ok && result.problem.fields, [{ field: 'front', code: 'image-too-small' }]);
});

test('what no second try can help ends at once', async () => {
  let calls = 0;
  const call: Call = async () => ((calls += 1), { ok: false, problem: flowProblem('handed-off') });
  const result = await send({ call }, photo(5)).result;
  assert.equal(!result.ok && result.problem.code, 'handed-off');
  assert.equal(calls, 1);
});

test('an answer that is of somebody else ends it, whatever was asked', async () => {
  for (const method of ['POST', 'PATCH', 'GET'])
    for (const body of [{ ok: true }, [], 'Welcome', null, undefined, { upload_id: 'u', offset: 'all' }]) {
      const { call } = server(['works', 'lost-answer']);
      const inBetween: Call = async (path, init, signal) =>
        (init.method ?? 'GET') === method ? { ok: true, body } : call(path, init, signal);
      const result = await send({ call: inBetween }, photo(5), { chunkBytes: 4 }).result;
      assert.equal(!result.ok && result.problem.code, 'invalid-answer');
    }
});

test('a place that is lost for ever ends, instead of asking for ever', async () => {
  const call: Call = async (_, { method }) =>
    method === 'PATCH'
      ? { ok: false, problem: flowProblem('upload-offset-mismatch') }
      : {
          ok: true,
          body: {
            upload_id: 'u',
            side: 'front',
            size: 5,
            offset: 0,
            state: 'receiving',
            refusal: null,
            chunk_bytes: 4,
          },
        };
  const result = await send({ call }, photo(5)).result;
  assert.equal(!result.ok && result.problem.code, 'upload-offset-mismatch');
});

test('aborted, it sends nothing more', async () => {
  const controller = new AbortController();
  const api = server();
  const call: Call = (path, init, signal) => {
    if (api.seen.length === 2) controller.abort();
    return api.call(path, init, signal);
  };
  await assert.rejects(send({ call }, photo(90), { signal: controller.signal }).result, {
    name: 'AbortError',
  });
  assert.equal(api.seen.length, 3);
});
