/** Server-sent events as a network brings them: cut anywhere, with either line end (WHATWG HTML §9.2.6). */
import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { readEvents, type StreamEvent } from '../../src/api/event-stream.ts';

const never = new AbortController().signal;

/** Reads what comes in these pieces. */
async function read(...pieces: (string | Uint8Array)[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(new Response(stream), never, () => undefined)) events.push(event);
  return events;
}

const one = { event: 'snapshot', data: { name: 'Zoë' } };
const text = 'event: snapshot\ndata: {"name":"Zoë"}\n\n';

test('an event may be cut anywhere, also within a letter', async () => {
  const whole = new TextEncoder().encode(text);
  for (let at = 1; at < whole.length; at += 1)
    assert.deepEqual(await read(whole.slice(0, at), whole.slice(at)), [one], `cut at ${String(at)}`);
});

test('lines end with either end of line', async () => {
  assert.deepEqual(await read(text.replaceAll('\n', '\r\n')), [one]);
});

test('several events may come at once, and one that is not finished is none', async () => {
  assert.deepEqual(await read(text + text, text.slice(0, -1)), [one, one]);
});

test('data of several lines is one, and a space behind the colon is none of it', async () => {
  assert.deepEqual(await read('data: {"a":\ndata:1}\n\n'), [{ event: 'message', data: { a: 1 } }]);
  assert.deepEqual(await read('data:"x\ndata: y"\n\n'), [], 'a line end within a text is no JSON');
  assert.deepEqual(await read('event:  spaced \ndata:1\n\n'), [{ event: 'spaced', data: 1 }]);
});

test('comments, ids and what is no JSON are passed over', async () => {
  assert.deepEqual(await read(': heartbeat\n\nid: 7\n\nevent: snapshot\n\ndata: {oh no\n\n', text), [one]);
});

test('a name ends with its event', async () => {
  assert.deepEqual(await read(`${text}data: 1\n\n`), [one, { event: 'message', data: 1 }]);
});

test('an answer that is refused, or has no body, has no events', async () => {
  for (const response of [new Response(text, { status: 401 }), new Response(null, { status: 204 })])
    for await (const event of readEvents(response, never, () => undefined))
      assert.fail(JSON.stringify(event));
});

test('whatever arrives is heard, be it an event or not', async () => {
  const heard = mock.fn();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of [': heartbeat\n', '\n', text]) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  const events = readEvents(new Response(stream), never, heard);
  await events.next();
  assert.equal(heard.mock.callCount(), 3);
});

test('who stops reading lets the connection go', async () => {
  const isOver = mock.fn();
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    cancel: isOver,
  });
  for await (const event of readEvents(new Response(stream), never, () => undefined)) {
    assert.deepEqual(event, one);
    break;
  }
  assert.equal(isOver.mock.callCount(), 1);
});

test('who aborts is told so', async () => {
  const until = new AbortController();
  const events = readEvents(new Response(new ReadableStream()), until.signal, () => undefined);
  const next = events.next();
  until.abort(new Error('gone'));
  await assert.rejects(next, /gone/);
});
