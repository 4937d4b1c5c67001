/**
 * "dots-flow/types/react": `<dots-flow>` in the JSX of React. React 19 sets properties and listens to events.
 * React 18 writes attributes and does nothing else, so there nothing else compiles; use "dots-flow/react".
 */
import type * as React from 'react';
import type { DotsFlow } from '../dots-flow.ts';
import type { Attributes, Listeners, Properties, TextProperties } from './element.ts';

/** `use` came with React 19. */
type OfVersion = typeof React extends { use: unknown } ? Properties & Listeners<'on'> : TextProperties;

type DotsFlowProps = React.DetailedHTMLProps<React.HTMLAttributes<DotsFlow>, DotsFlow> &
  Attributes &
  OfVersion;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- merges with the framework's own
  namespace JSX {
    interface IntrinsicElements {
      'dots-flow': DotsFlowProps;
    }
  }
}
