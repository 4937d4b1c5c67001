/** "dots-flow/types/solid": `<dots-flow>` in the JSX of Solid. */
import type { JSX as Solid } from 'solid-js';
import type { DotsFlow } from '../dots-flow.ts';
import type { Attributes, Listeners, Properties } from './element.ts';

type DotsFlowProps = Solid.HTMLAttributes<DotsFlow> & Attributes & Properties & Listeners<'on:'>;

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- merges with the framework's own
  namespace JSX {
    interface IntrinsicElements {
      'dots-flow': DotsFlowProps;
    }
  }
}
