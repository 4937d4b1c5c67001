/** "dots-flow/define": registers `<dots-flow>`. */
import { DotsFlow } from './dots-flow.ts';

if (globalThis.customElements) DotsFlow.define();

export * from './dots-flow.ts';
