import type { StepName } from '../../contract/steps.ts';
import type { MockFlow, MockHandoff, MockUser } from './world.ts';

/** To which browser a flow opens without another code. */
export interface OpenTo {
  readonly until: Date;
  readonly to: string | null;
  readonly proved: Date | null;
  readonly byCode: boolean;
}

/** One browser's right to work on one flow. */
export interface MockSession {
  readonly flow: MockFlow;
  /** By what the browser is known again (`contract/steps/browser.ts`). */
  readonly browser: string;
  readonly created: Date;
  token: string;
  expires: Date;
  ends: Date;
  authenticated: boolean;
  /** When the payee proved who they are, and whether by a code (`contract/steps/proof.ts`). */
  proved: Date | null;
  byCode: boolean;
  /** Whom a right code found, and who has to say something known first. */
  asksKnown: MockUser | null;
  /** The earlier step to which the payee went back. */
  revisits: StepName | null;
  /** The hand-off by which a phone opened it. Such a session can do that step only. */
  readonly handoff: MockHandoff | null;
  /** In a finished flow: the payee asked for what is still open. */
  cameBack: boolean;
}
