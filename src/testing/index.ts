/** "dots-flow/testing": a payee API without a server, and a payee without hands. */
export {
  createMockApi,
  type MockApi,
  type MockCall,
  type MockPdfTemplateInput,
  type MockUserInput,
} from './mock/mock.ts';
export type { Faults, FaultScope } from './mock/faults.ts';
export type { MockClock } from './mock/clock.ts';
export type { MockFlowInput } from './mock/flows.ts';
export type { MockWebhook } from './mock/world.ts';
export type { PlaywrightRoute } from './mock/transport.ts';
export { servedCalls } from './mock/routes.ts';
export { createPayee, type BankAccount, type Payee, type PayeeProfile, type W8Ben } from './driver/payee.ts';
export { onDom, type DomOptions } from './driver/dom.ts';
export { onPlaywright, type PlaywrightLocator, type PlaywrightPage } from './driver/playwright.ts';
export type { Screen } from './driver/screen.ts';
export { assertBody, checkedFetch, type BodyKind } from './check.ts';
