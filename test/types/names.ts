/** What "dots-flow" exports by name, and what a page hears on its way up. */
import type {
  CreatedFlow,
  DotsFlowConfig,
  DotsFlowEventMap,
  ErrorDetail,
  ExitDetail,
  FlowCompletedDetail,
  FlowExpiredDetail,
  Messages,
  MetricDetail,
  Prefill,
  ProblemCode,
  ReadyDetail,
  RedirectDetail,
  StepCompletedDetail,
  StepName,
  StepPosition,
  Term,
} from 'dots-flow';

/** Every event's detail has a name. */
interface Details {
  'dots-ready': ReadyDetail;
  'dots-before-step': StepPosition;
  'dots-step-started': StepPosition;
  'dots-step-completed': StepCompletedDetail;
  'dots-flow-completed': FlowCompletedDetail;
  'dots-redirect': RedirectDetail;
  'dots-flow-expired': FlowExpiredDetail;
  'dots-exit': ExitDetail;
  'dots-error': ErrorDetail;
  'dots-metric': MetricDetail;
}
export const isSame = <Type extends keyof DotsFlowEventMap>(
  event: DotsFlowEventMap[Type] & { readonly detail: Details[Type] },
): Details[Type] => event.detail;
null as unknown as keyof DotsFlowEventMap satisfies keyof Details;

window.addEventListener('dots-step-completed', (event) => {
  const step: StepName = event.detail.step;
  // @ts-expect-error No such step.
  step === 'complience';
});
window.addEventListener('dots-error', (event) => {
  const code: ProblemCode = event.detail.code;
  // @ts-expect-error No such problem.
  code === 'flow-expire';
});
// @ts-expect-error A misspelled event is no event of ours.
window.addEventListener('dots-step-complete', (event) => event.detail);

const term: Term = 'completed.title';
({ [term]: 'Done.' }) satisfies Messages;
// @ts-expect-error A misspelled key of the words.
({ 'completed.titel': 'Done.' }) satisfies Messages;
({ email: 'ada@example.com' }) satisfies Prefill;
// @ts-expect-error Never secrets.
({ tin: '123456789' }) satisfies Prefill;

const created: CreatedFlow = { id: '5f0f8f8f-0000-4000-8000-000000000000' };
({ createFlow: async () => created }) satisfies DotsFlowConfig;
// @ts-expect-error A misspelled step.
({ clientId: 'pk_1', steps: ['complience'] }) satisfies DotsFlowConfig;
