'use client';
/**
 * "dots-flow/react": `<DotsFlow>` for React 18 and 19. Importing it registers the element.
 *
 * The component has no state and keeps nothing of the flow. It hands properties over and passes events on;
 * the element compares by value, so that rendering again, or twice under StrictMode, costs nothing. Rendered
 * on a server it is a tag with its children, and starts once it is in the page.
 */
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import '../define.ts';
import type { DotsFlow as DotsFlowElement } from '../dots-flow.ts';
import type { DotsFlowEventMap } from '../events.ts';
import type { Properties, ShortListeners } from '../types/element.ts';

export type { DotsFlowElement };

type Own = Properties & ShortListeners;
export type DotsFlowProps = Omit<HTMLAttributes<DotsFlowElement>, keyof Own> & Own;

/** Every property, and what stands for it when it is no longer given. */
const empty = {
  flowId: null,
  apiUrl: null,
  clientId: null,
  steps: null,
  config: null,
  theme: null,
  closable: false,
  name: null,
  required: false,
} as const satisfies Record<keyof Properties, null | false>;
const properties = Object.keys(empty) as readonly (keyof Properties)[];

const listeners = {
  'dots-ready': 'onReady',
  'dots-before-step': 'onBeforeStep',
  'dots-step-started': 'onStepStarted',
  'dots-step-completed': 'onStepCompleted',
  'dots-flow-completed': 'onFlowCompleted',
  'dots-redirect': 'onRedirect',
  'dots-flow-expired': 'onFlowExpired',
  'dots-exit': 'onExit',
  'dots-error': 'onError',
  'dots-metric': 'onMetric',
} as const satisfies Record<keyof DotsFlowEventMap, keyof ShortListeners>;

const own: ReadonlySet<string> = new Set([...properties, ...Object.values(listeners), 'className']);

/** React 18 warns about layout effects on a server, where neither kind runs. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

type Component = ForwardRefExoticComponent<DotsFlowProps & RefAttributes<DotsFlowElement>>;

export const DotsFlow: Component = forwardRef<DotsFlowElement, DotsFlowProps>(function DotsFlow(props, ref) {
  const element = useRef<DotsFlowElement>(null);
  const given = useRef<DotsFlowProps>({});
  useImperativeHandle(ref, () => element.current as DotsFlowElement, []);

  useBeforePaint(() => {
    const changed = properties.filter((name) => props[name] !== given.current[name]);
    given.current = props;
    for (const name of changed) Object.assign(element.current ?? {}, { [name]: props[name] ?? empty[name] });
  });

  useBeforePaint(() => {
    const mounted = new AbortController();
    for (const [type, name] of Object.entries(listeners)) {
      const listen = (event: Event) => (given.current[name] as ((event: Event) => void) | undefined)?.(event);
      element.current?.addEventListener(type, listen, { signal: mounted.signal });
    }
    return () => mounted.abort();
  }, []);

  const rest = Object.fromEntries(Object.entries(props).filter(([name]) => !own.has(name)));
  // React 18 does not know the class of a custom element by any other name.
  return createElement('dots-flow', { ...rest, class: props.className, ref: element });
});
