import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { firstOf } from '../../src/api/signals.ts';

describe('the first of several signals', () => {
  test('aborts with whichever comes first, for its reason', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const first = firstOf(one.signal, other.signal);
    assert.equal(first.aborted, false);
    const reason = new Error('enough');
    other.abort(reason);
    one.abort(new Error('too late'));
    assert.equal(first.aborted, true);
    assert.equal(first.reason, reason);
  });

  test('is aborted from the start when one of them was', () => {
    const reason = new Error('before');
    const first = firstOf(new AbortController().signal, AbortSignal.abort(reason));
    assert.equal(first.reason, reason);
  });

  test('is heard of no more by those that come later: a signal may outlive thousands of requests', (t) => {
    const long = new AbortController();
    const added = t.mock.method(long.signal, 'addEventListener');
    const short = new AbortController();
    firstOf(long.signal, short.signal);
    const [, , options] = added.mock.calls[0]?.arguments ?? [];
    short.abort();
    assert.ok(typeof options === 'object' && options.signal?.aborted);
  });
});
