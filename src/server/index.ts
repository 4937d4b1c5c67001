/** "dots-flow/server": the Flows API as a program, or as a function from Request to Response. */
export { createApp } from './app.ts';
export type { AppOptions } from './app.ts';
export { ConfigError, readConfig, sandboxCredentials } from './config.ts';
export type { Environment, ServerConfig } from './config.ts';
export type { AppConfig, Clock, Deps, Job, JobQueue } from './deps.ts';
export type { TextReader } from './identity/text.ts';
export type { BankLinkProvider, LinkedAccount, LinkState, LinkSubject } from './providers/bank-link.ts';
export type { DepositOrder, MicroDepositSender } from './providers/micro-deposits.ts';
export type { BankDirectory, CodeSender, Providers, Screening, TinMatcher } from './providers/providers.ts';
export { serve } from './serve.ts';
export type { RunningServer, ServeOptions } from './serve.ts';
export { stopOnSignals } from './stop-on-signals.ts';
export { openTestClock } from './test-clock.ts';
export type { TestClock } from './test-clock.ts';
