/**
 * Keeps up to `concurrency` jobs running. pg-boss's own workers take a batch and wait for its slowest member,
 * so one dead receiver would hold up everybody's webhooks for 15 seconds. Here each job ends on its own.
 */

export interface PumpOptions<J> {
  readonly concurrency: number;
  /** How often to look for jobs without being woken, in milliseconds. */
  readonly pollMs: number;
  fetch(count: number): Promise<readonly J[]>;
  /** Must not throw. */
  run(job: J): Promise<void>;
  onError(error: unknown): void;
}

export interface Pump {
  /** Looks for jobs now. */
  wake(): void;
  /** Takes no more jobs and waits for those that run, at most `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

export function startPump<J>(options: PumpOptions<J>): Pump {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | null = null;
  let wanted = false;

  async function look(): Promise<void> {
    do {
      wanted = false;
      const free = options.concurrency - running.size;
      if (free === 0) return;
      const jobs = await options.fetch(free);
      for (const job of jobs) start(job);
    } while (wanted && !stopped);
  }

  function start(job: J): void {
    const work = options.run(job).finally(() => {
      running.delete(work);
      wake();
    });
    running.add(work);
  }

  function wake(): void {
    wanted = true;
    if (stopped || looking) return;
    looking = look()
      .catch((error: unknown) => options.onError(error))
      .finally(() => (looking = null));
  }

  const timer = setInterval(wake, options.pollMs);
  wake();

  return {
    wake,
    async stop(timeoutMs) {
      stopped = true;
      clearInterval(timer);
      await looking;
      let timeout: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timeout = setTimeout(resolve, timeoutMs)));
      await Promise.race([Promise.all(running), late]);
      clearTimeout(timeout);
    },
  };
}
