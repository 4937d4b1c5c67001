/** Ends the process cleanly on SIGTERM and SIGINT. A second signal, or 30 seconds, ends it as it is. */
import type { RunningServer } from './serve.ts';

const patienceMs = 30_000;

/** The exit code is 0 when everything was closed, and 1 when something was cut off. */
export function stopOnSignals(server: Pick<RunningServer, 'close'>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
