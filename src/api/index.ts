/** "dots-flow/client": the payee API without the element. */
export {
  createFlowsClient,
  type FlowSource,
  type FlowsClient,
  type FlowsClientOptions,
  type SnapshotAnswer,
} from './client.ts';
export { complianceRequests } from './compliance-requests.ts';
export { payoutMethodRequests } from './payout-method-requests.ts';
export { requests, type StepRequest } from './requests.ts';
