/**
 * Workers that can be stopped between any two things that they do: before each statement or transaction of
 * theirs, and before and after each call to the outside. A worker that is never let go on has died there.
 */
import type { Deps } from '../../src/server/ports/deps.ts';

/** One job under way. */
export class Run {
  readonly #gates: (() => void)[] = [];
  #arrived: () => void = () => {};
  #begun: Promise<unknown> | null = null;
  readonly #work: (deps: Deps) => Promise<unknown>;
  readonly #deps: Deps;
  ended = false;
  error: unknown = null;

  constructor(deps: Deps, work: (deps: Deps) => Promise<unknown>) {
    this.#deps = this.#gated(deps);
    this.#work = work;
  }

  /** Goes on to the next gate, or to the end. */
  async step(): Promise<void> {
    const arrived = new Promise<void>((resolve) => (this.#arrived = resolve));
    for (const go of this.#gates.splice(0)) go();
    this.#begun ??= this.#work(this.#deps)
      .catch((error: unknown) => (this.error = error))
      .finally(() => (this.ended = true));
    await Promise.race([arrived, this.#begun]);
  }

  #gate(): Promise<void> {
    return new Promise((resolve) => {
      this.#gates.push(resolve);
      this.#arrived();
    });
  }

  #gated(deps: Deps): Deps {
    const outside =
      <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await this.#gate();
        // What was answered may come late, after what was answered to somebody else since.
        const [answer] = await Promise.allSettled([call(...args)]);
        await this.#gate();
        if (answer.status === 'rejected') throw answer.reason;
        return answer.value;
      };
    const { db, fetch, providers } = deps;
    const { payouts } = providers;
    return {
      ...deps,
      db: {
        ...db,
        query: async (sql, params) => {
          await this.#gate();
          return db.query(sql, params);
        },
        transaction: async (work) => {
          await this.#gate();
          return db.transaction(work);
        },
      },
      fetch: outside(fetch),
      providers: {
        ...providers,
        payouts: {
          send: outside((order) => payouts.send(order)),
          look: outside((order, externalId) => payouts.look(order, externalId)),
        },
      },
    };
  }
}
