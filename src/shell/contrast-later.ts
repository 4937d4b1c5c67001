/** When the colours of the page are looked at, and whether anybody is there who could mend them. */
import type { ClosingHost } from './closing.ts';
import type { LitElement } from 'lit';

/** Milliseconds. The payee has all that they need by then. */
const patience = 3000;

/** Looks at the colours once the payee has all that they need. A removed element is kept by no timer. */
export function checkContrastLater(host: LitElement & ClosingHost): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isChecked = false;
  host.addController({
    hostConnected() {
      if (!isChecked) timer = setTimeout(() => ((isChecked = true), void checkContrast(host)), patience);
    },
    hostDisconnected: () => clearTimeout(timer),
  });
}

/** Tells developers of colours that cannot be read, where only developers are. */
async function checkContrast(host: LitElement & ClosingHost): Promise<void> {
  const { state } = host;
  const isSandbox = 'snapshot' in state && state.snapshot.sandbox;
  // The system's colours are nobody's to mend.
  const isForced = matchMedia('(forced-colors: active)').matches;
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  if (!host.isConnected || isForced || !(isSandbox || isLocal)) return;
  const developers = await import('./advice.ts').catch(() => null);
  developers?.warnOfContrast(host);
}
