/** "dots-flow/types/preact": `<dots-flow>` in the JSX of Preact. */
import type { HTMLAttributes } from 'preact';
import type { DotsFlow } from '../dots-flow.ts';
import type { Attributes, Listeners, Properties } from './element.ts';

type DotsFlowProps = HTMLAttributes<DotsFlow> & Attributes & Properties & Listeners<'on'>;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- merges with the framework's own
  namespace JSX {
    interface IntrinsicElements {
      'dots-flow': DotsFlowProps;
    }
  }
}
