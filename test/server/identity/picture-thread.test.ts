import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pictureThread } from '../../../src/server/identity/picture-thread.ts';

const picture = Buffer.from('a picture');
const inThread = (code: string) =>
  `const { parentPort, workerData } = require('node:worker_threads'); ${code}`;
const works = { data: () => ({}), timeoutMs: 600_000 };

describe('a thread for pictures', () => {
  it('answers what was found, and is given what it needs', async () => {
    const thread = inThread(`parentPort.postMessage(workerData.word + Buffer.from(workerData.picture))`);
    assert.equal(
      await pictureThread({ ...works, thread, data: () => ({ word: 'of ' }) })(picture),
      'of a picture',
    );
  });

  it('works at one picture at a time, in order', async () => {
    const thread = inThread(`
      const from = Date.now();
      setTimeout(() => parentPort.postMessage({ name: String(Buffer.from(workerData.picture)), from, to: Date.now() }), 20);`);
    const read = pictureThread<{ name: string; from: number; to: number }>({ ...works, thread });
    const turns = await Promise.all(['1', '2', '3'].map((name) => read(Buffer.from(name))));
    assert.deepEqual(
      turns.map((turn) => turn?.name),
      ['1', '2', '3'],
    );
    const [first, second, third] = turns;
    assert.ok(first && second && third && first.to <= second.from && second.to <= third.from);
  });

  it('is given up after its time, and whoever waited too long has no turn', async () => {
    assert.equal(
      await pictureThread({ ...works, thread: inThread(`setInterval(() => {}, 1000)`), timeoutMs: 10 })(
        picture,
      ),
      null,
    );
    const thread = inThread(`setTimeout(() => parentPort.postMessage('done'), 300)`);
    const read = pictureThread({ ...works, thread, patienceMs: 200 });
    assert.deepEqual(await Promise.all([read(picture), read(picture)]), ['done', null]);
  });

  it('answers nothing to whoever has given up, at work or waiting, and goes on with the next', async () => {
    const thread = inThread(
      `String(Buffer.from(workerData.picture)) === 'long' ? setInterval(() => {}, 1000) : parentPort.postMessage('done')`,
    );
    const read = pictureThread({ ...works, thread });
    const [first, second] = [new AbortController(), new AbortController()];
    const atWork = read(Buffer.from('long'), first.signal);
    const waiting = read(picture, second.signal);
    second.abort();
    assert.equal(await waiting, null);
    first.abort();
    assert.equal(await atWork, null);
    assert.equal(await read(picture, first.signal), null);
    assert.equal(await read(picture, new AbortController().signal), 'done');
  });

  it('has as much memory of WebAssembly as a picture needs, and no more', async () => {
    const thread = inThread(`
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
      memory.grow(4096);
      try { memory.grow(8192); parentPort.postMessage('grown'); }
      catch { parentPort.postMessage(memory.buffer.byteLength); }`);
    assert.equal(await pictureThread({ ...works, thread })(picture), 4097 * 65_536);
  });

  it('that breaks breaks nothing else: the next one has its turn', async () => {
    const thread = inThread(`
      if (String(Buffer.from(workerData.picture)) === 'bad') throw new Error('broken');
      if (String(Buffer.from(workerData.picture)) === 'mute') process.exit();
      parentPort.postMessage('done');`);
    const read = pictureThread({ ...works, thread });
    const answers = await Promise.allSettled(['bad', 'mute', 'good'].map((name) => read(Buffer.from(name))));
    assert.deepEqual(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value : (answer.reason as Error).message,
      ),
      ['broken', 'The thread ended without an answer.', 'done'],
    );
    const missing = pictureThread({
      ...works,
      thread,
      data: () => {
        throw new Error('not installed');
      },
    });
    await assert.rejects(missing(picture), /not installed/);
  });
});
