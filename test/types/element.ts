/**
 * A partner's page in TypeScript, compiled against the published declarations. `@ts-expect-error` marks what
 * must not compile.
 */
import 'dots-flow/define';
import { DotsFlow } from 'dots-flow';

const element = document.createElement('dots-flow');
element satisfies DotsFlow;
document.querySelector('dots-flow')?.flowId satisfies string | null | undefined;

element.flowId = '5f0f8f8f-0000-4000-8000-000000000000';
// @ts-expect-error A flow id is text.
element.flowId = 5;

element.addEventListener('dots-step-completed', (event) => {
  event.detail.eventId satisfies string;
  event.detail.step satisfies string;
  // @ts-expect-error No personal data in any event.
  event.detail.phoneNumber;
});

// Events reach the document typed, too.
document.addEventListener('dots-error', (event) => {
  event.detail.retryable satisfies boolean;
});
