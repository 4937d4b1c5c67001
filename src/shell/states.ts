/**
 * Tells CSS where the element stands: `dots-flow:state(step)`, `dots-flow:state(busy)`. Browsers without
 * custom states (Safari before 17.4, Firefox before 126) match none.
 *
 * @cssState idle - There is nothing to run.
 * @cssState opening - The session is being opened.
 * @cssState held - The page holds a step back with `dots-before-step`.
 * @cssState step - A step is on screen.
 * @cssState busy - A step is on screen, and a request of it is under way.
 * @cssState redirecting - The browser is about to leave.
 * @cssState completed - The flow is completed.
 * @cssState ended - The flow has expired or was canceled.
 * @cssState unsupported - The flow needs a newer version of the element.
 * @cssState failed - The flow could not be opened, or cannot go on.
 */
import type { FlowState } from '../flow/machine.ts';

/** Replaces what `states` says by the name of `state`, and `busy` while its step sends something. */
export function showState(states: CustomStateSet | undefined, state: FlowState): void {
  states?.clear();
  const isBusy = state.name === 'step' && state.pending.kind === 'sending';
  for (const name of isBusy ? [state.name, 'busy'] : [state.name])
    try {
      states?.add(name);
    } catch {
      // Chromium before 125 knows names with dashes only: `:--step`.
      states?.add(`--${name}`);
    }
}
