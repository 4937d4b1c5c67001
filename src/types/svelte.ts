/** "dots-flow/types/svelte": `<dots-flow>` in the templates of Svelte. */
import type { HTMLAttributes } from 'svelte/elements';
import type { DotsFlow } from '../dots-flow.ts';
import type { Attributes, Listeners, Properties } from './element.ts';

type DotsFlowProps = HTMLAttributes<DotsFlow> & Attributes & Properties & Listeners<'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'dots-flow': DotsFlowProps;
  }
}
