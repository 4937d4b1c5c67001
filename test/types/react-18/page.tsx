/** The element in the JSX of React 18, which writes attributes and listens to nothing. */
import 'dots-flow/types/react';
import { DotsFlow } from 'dots-flow/react';

export const text = <dots-flow client-id="pk_1" steps="compliance manage-payouts" theme="dark" />;
// @ts-expect-error A misspelled step in a text.
export const step = <dots-flow client-id="pk_1" steps="complience manage-payouts" />;
// @ts-expect-error React 18 would write "[object Object]".
export const config = <dots-flow config={{ clientId: 'pk_1' }} />;
// @ts-expect-error React 18 would write an attribute that nobody reads.
export const property = <dots-flow flowId="5f0f8f8f-0000-4000-8000-000000000000" />;
// @ts-expect-error React 18 does not listen.
export const event = <dots-flow ondots-ready={(event) => event.detail} />;

export const component = (
  <DotsFlow
    config={{ clientId: 'pk_1', steps: ['compliance'] }}
    onStepCompleted={(event) => event.detail.step satisfies string}
  />
);
// @ts-expect-error A misspelled property.
export const wrongProperty = <DotsFlow flowID="5f0f8f8f-0000-4000-8000-000000000000" />;
// @ts-expect-error A misspelled event.
export const wrongEvent = <DotsFlow onStepComplete={() => undefined} />;
// @ts-expect-error A misspelled step.
export const wrongStep = <DotsFlow clientId="pk_1" steps={['complience']} />;
