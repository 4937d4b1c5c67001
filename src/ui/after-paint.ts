/** Runs `work` once, when the browser has painted and is idle, and after two seconds at the latest. */
export function afterPaint(work: () => void): void {
  // Safari has no requestIdleCallback. A timeout behind a frame comes close.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else requestAnimationFrame(() => setTimeout(work, 0));
}
