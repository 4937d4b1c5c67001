/** Runs `work` when the browser has shown what it has and has nothing better to do. */
export function afterPaint(work: () => void): void {
  // Safari has no requestIdleCallback; a timeout behind a frame comes close.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else requestAnimationFrame(() => setTimeout(work, 0));
}
