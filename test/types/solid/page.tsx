/** The element in the JSX of Solid, with no types written by hand. */
import 'dots-flow/define';
import 'dots-flow/types/solid';
import type { DotsFlow } from 'dots-flow';

let element: DotsFlow | undefined;
export const tag = (
  <dots-flow
    ref={element}
    class="flow"
    flow-id="5f0f8f8f-0000-4000-8000-000000000000"
    config={{ clientId: 'pk_1', steps: ['compliance'] }}
    on:dots-step-completed={(event) => event.detail.step satisfies string}
  />
);
// @ts-expect-error A misspelled property.
export const property = <dots-flow flowID="5f0f8f8f-0000-4000-8000-000000000000" />;
// @ts-expect-error A misspelled event has no type that its listener could take.
export const event = <dots-flow on:dots-step-complete={(event) => event.detail} />;
// @ts-expect-error A misspelled step in a text.
export const step = <dots-flow client-id="pk_1" steps="complience manage-payouts" />;
// @ts-expect-error A misspelled step in an array.
export const steps = <dots-flow client-id="pk_1" steps={['manage-payout']} />;
