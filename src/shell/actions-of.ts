/** How the quiet parts of the screen (the way back, the lines below) find what the element can do. */
import type { FlowActions } from './flow-actions.ts';

type Actions = Pick<FlowActions, 'send' | 'call'>;

const known = new WeakMap<EventTarget, Actions>();

/** Remembers the actions of the element's run, in place of those of the run before. */
export const remember = (host: EventTarget, actions: Actions): unknown => known.set(host, actions);

/** Returns the actions, once the element has opened a flow. */
export const actionsOf = (host: EventTarget): Actions | undefined => known.get(host);
