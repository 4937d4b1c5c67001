/** The element in the JSX of React 19, with no types written by hand. */
import 'dots-flow/define';
import 'dots-flow/types/react';
import { useRef } from 'react';
import { DotsFlow, type DotsFlowElement } from 'dots-flow/react';

export function Tag() {
  const element = useRef<DotsFlowElement>(null);
  return (
    <dots-flow
      ref={element}
      className="flow"
      flow-id="5f0f8f8f-0000-4000-8000-000000000000"
      config={{ clientId: 'pk_1', steps: ['compliance', { name: 'payout', payout_fee_party: 'user' }] }}
      closable
      ondots-step-completed={(event) => event.detail.step satisfies string}
      ondots-error={(event) => event.detail.code satisfies string}
    />
  );
}
export const text = <dots-flow client-id="pk_1" steps="compliance manage-payouts" theme="dark" />;

// @ts-expect-error A misspelled property.
export const property = <dots-flow flowID="5f0f8f8f-0000-4000-8000-000000000000" />;
// @ts-expect-error A misspelled event has no type that its listener could take.
export const event = <dots-flow ondots-step-complete={(event) => event.detail} />;
// @ts-expect-error A misspelled step in a text.
export const step = <dots-flow client-id="pk_1" steps="complience manage-payouts" />;
// @ts-expect-error A misspelled step in an array.
export const steps = <dots-flow client-id="pk_1" steps={['compliance', 'manage-payout']} />;
// @ts-expect-error A misspelled step with options.
export const stepWithOptions = <dots-flow config={{ steps: [{ name: 'compliance', forced: true }] }} />;
// @ts-expect-error A misspelled key of `config`.
export const config = <dots-flow config={{ flowID: '5f0f8f8f-0000-4000-8000-000000000000' }} />;
// @ts-expect-error No such theme.
export const theme = <dots-flow theme="black" />;
// @ts-expect-error A number is no flow id.
export const flowId = <dots-flow flow-id={5} />;
// @ts-expect-error No personal data in any event.
export const detail = <dots-flow ondots-ready={(event) => event.detail.phoneNumber} />;

export function Component() {
  const element = useRef<DotsFlowElement>(null);
  return (
    <DotsFlow
      ref={element}
      className="flow"
      id="flow"
      clientId="pk_1"
      steps={['compliance', 'redirect']}
      onStepCompleted={(event) => event.detail.eventId satisfies string}
      onError={(event) => event.detail.retryable satisfies boolean}
    >
      <p>Open the full page instead.</p>
    </DotsFlow>
  );
}
// @ts-expect-error A misspelled property.
export const wrongProperty = <DotsFlow flowID="5f0f8f8f-0000-4000-8000-000000000000" />;
// @ts-expect-error A misspelled event, also where the listener takes nothing.
export const wrongEvent = <DotsFlow onStepComplete={() => undefined} />;
// @ts-expect-error A misspelled step.
export const wrongStep = <DotsFlow clientId="pk_1" steps={['complience']} />;
