/**
 * "dots-flow/define": registers `<dots-flow>` where there are custom elements, and does nothing under Node.
 */
import { DotsFlow } from './dots-flow.ts';

if (globalThis.customElements) DotsFlow.define();

export * from './dots-flow.ts';
