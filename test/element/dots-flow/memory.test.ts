/** What an element leaves behind when the page has taken it away. A single-page app takes many away. */
import { expect } from '@open-wc/testing';
import { eventually, flowId, mount, mountAtStep, openSession, session, settled, useApi } from './support.ts';

describe('a <dots-flow> that was removed', () => {
  const api = useApi();
  const { setTimeout, clearTimeout } = globalThis;
  /** Milliseconds of the timers that are still to fire. Each keeps what it will call. */
  const pending = new Map<unknown, number>();
  beforeEach(() => {
    api.on(openSession, session());
    pending.clear();
    globalThis.setTimeout = ((call: () => void, delay = 0, ...more: unknown[]) => {
      const timer = setTimeout(() => (pending.delete(timer), call()), delay, ...more);
      pending.set(timer, delay);
      return timer;
    }) as typeof setTimeout;
    globalThis.clearTimeout = (timer) => {
      pending.delete(timer);
      clearTimeout(timer);
    };
  });
  afterEach(() => void Object.assign(globalThis, { setTimeout, clearTimeout }));

  /** Of the element alone: `eventually` has longer ones. */
  const long = () => [...pending.values()].filter((delay) => delay >= 1000 && delay < 25_000);

  it('is kept by no timer, whether it ran a flow or waited for one', async () => {
    const { element } = await mountAtStep({ flowId });
    const waiting = await mount({});
    await settled(element);
    await eventually(() => long().length === 3, 'one looks for colours, two for something to run');
    element.remove();
    waiting.remove();
    expect(long()).to.deep.equal([]);
  });

  it('has its timer again when it comes back', async () => {
    const waiting = await mount({});
    const page = waiting.parentElement;
    waiting.remove();
    page?.append(waiting);
    expect(long()).to.deep.equal([3000]);
    waiting.remove();
  });
});
