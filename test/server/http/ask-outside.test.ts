import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askOutside, withAnswers } from '../../../src/server/http/ask-outside.ts';

describe('what is asked of others while something is changed', () => {
  test('is asked once, and the work begins anew with the answer', async () => {
    const told: string[] = [];
    const ask = async (name: string) => {
      told.push(`ask ${name}`);
      return name.toUpperCase();
    };
    const answer = await withAnswers(async () => {
      told.push('begin');
      const one = await askOutside('one', () => ask('one'));
      const two = await askOutside('two', () => ask('two'));
      return (await askOutside('one', () => ask('one'))) + one + two;
    });
    assert.equal(answer, 'ONEONETWO');
    assert.deepEqual(told, ['begin', 'ask one', 'begin', 'ask two', 'begin']);
  });

  test('ends the work when it cannot be answered', async () => {
    let runs = 0;
    const work = withAnswers(async () => {
      runs += 1;
      return askOutside('one', () => Promise.reject(new Error('The carrier is away.')));
    });
    await assert.rejects(work, /^Error: The carrier is away\.$/);
    assert.equal(runs, 1);
  });

  test('is not asked in work that cannot begin anew, and not for ever', async () => {
    await assert.rejects(
      askOutside('one', () => Promise.resolve(1)),
      /Asked outside of withAnswers/,
    );
    let count = 0;
    const endless = withAnswers(async () => askOutside(`${(count += 1)}`, () => Promise.resolve(1)));
    await assert.rejects(endless, /Asked outside of withAnswers/);
  });

  test('two pieces of work at the same time do not share answers', async () => {
    const piece = (answer: string) => withAnswers(() => askOutside('same', () => Promise.resolve(answer)));
    assert.deepEqual(await Promise.all([piece('a'), piece('b')]), ['a', 'b']);
  });
});
