/**
 * "dots-flow/types/vue": `<dots-flow>` in the templates of Vue. What is misspelled is refused with
 * `"vueCompilerOptions": { "strictTemplates": true }` in tsconfig.json.
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { CamelListeners, Properties } from './element.ts';

/** Vue itself makes `flow-id` of `flowId`, and `@dots-ready` of `onDotsReady`. */
type DotsFlowProps = HTMLAttributes & PublicProps & Properties & CamelListeners;

declare module 'vue' {
  interface GlobalComponents {
    'dots-flow': new () => { $props: DotsFlowProps };
  }
}
