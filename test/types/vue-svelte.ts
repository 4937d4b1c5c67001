/**
 * What templates of Vue and Svelte are checked against. Their own compilers turn a template into such objects
 * (`npm run test:frameworks` runs them on whole applications).
 */
import 'dots-flow/types/svelte';
import 'dots-flow/types/vue';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

type Vue = InstanceType<GlobalComponents['dots-flow']>['$props'];
({
  flowId: null,
  config: { clientId: 'pk_1', steps: ['compliance'] },
  onDotsStepCompleted: (event) => event.detail.step satisfies string,
}) satisfies Vue;
// @ts-expect-error A misspelled attribute.
({ flowID: null }) satisfies Vue;
// @ts-expect-error A misspelled event.
({ onDotsStepComplete: () => undefined }) satisfies Vue;
// @ts-expect-error A misspelled step.
({ steps: 'complience' }) satisfies Vue;

type Svelte = SvelteHTMLElements['dots-flow'];
({
  'flow-id': null,
  config: { clientId: 'pk_1', steps: ['compliance'] },
  'ondots-step-completed': (event) => event.detail.step satisfies string,
}) satisfies Svelte;
// @ts-expect-error A misspelled attribute.
({ 'flow-idd': null }) satisfies Svelte;
// @ts-expect-error A misspelled event.
({ 'ondots-step-complete': () => undefined }) satisfies Svelte;
// @ts-expect-error A misspelled step.
({ steps: 'complience' }) satisfies Svelte;
