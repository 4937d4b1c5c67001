/**
 * Notices a page that starts flows without end: one that makes something new at every render, and renders
 * because of what it made. `SourceController` asks before it starts the sixth flow of a page.
 */
import { say } from './say.ts';

/** What happened in one place of the page. */
interface Place {
  readonly element: WeakRef<Element>;
  /** When a flow took the place of another. `performance.now()`. */
  readonly times: readonly number[];
}

const places = new WeakMap<Node, Place>();

/** Milliseconds. */
const span = 10_000;
/** No person changes the flow in one place this often within the span. */
const limit = 10;

/**
 * Returns whether the page seems to start flows without end, and says what it does wrong. `element` is about
 * to start one. Many elements side by side are no loop, and neither is one after the other in different
 * places, as in tests.
 */
export function isLooping(element: Element): boolean {
  const where = element.parentNode ?? element;
  const now = performance.now();
  const before = places.get(where);
  const last = before?.element.deref();
  const replaces = before && (last === element || !last?.isConnected);
  const recent = (before?.times ?? []).filter((time) => now - time < span);
  places.set(where, { element: new WeakRef(element), times: replaces ? [...recent, now] : recent });
  if (!replaces || recent.length < limit) return false;
  say(
    last === element
      ? 'another flow is named again and again. Make the flow, or the value of flow-id, client-id, steps or api-url, once and keep it (in a state, a ref, a signal), not at every render.'
      : 'new elements take the place of old ones again and again, and each starts a flow. Keep the element: give it a stable key, and do not make its parent anew at every render.',
  );
  return true;
}
