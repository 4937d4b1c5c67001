/** "dots-flow/server": the Flows API as a program, or as a function from Request to Response. */
export { createApp } from './start/app.ts';
export type { AppDeps, AppOptions } from './start/app.ts';
export { readConfig } from './start/config.ts';
export { ConfigError, sandboxCredentials } from './start/known.ts';
export type { Environment, ServerConfig } from './start/config.ts';
export type { Clock, TestClock } from './ports/clock.ts';
export type { AppConfig, Deps } from './ports/deps.ts';
export type { Job, JobQueue } from './ports/queue.ts';
export type { TextReader } from './ports/text-reader.ts';
export type { BankLinkProvider, LinkedAccount, LinkState, LinkSubject } from './ports/bank-link.ts';
export type { DepositOrder, MicroDepositSender } from './ports/micro-deposits.ts';
export type { BankDirectory, CodeSender, Providers, Screening, TinMatcher } from './ports/providers.ts';
export { serve } from './start/serve.ts';
export type { RunningServer, ServeOptions } from './start/serve.ts';
export { stopOnSignals } from './start/stop-on-signals.ts';
export { openTestClock } from './start/test-clock.ts';
export { work } from './start/work.ts';
export type { WorkOptions } from './start/work.ts';
