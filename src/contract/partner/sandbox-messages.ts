/** What a sandbox would have written to payees. */
import * as z from '../z.ts';
import { timestamp, uuid } from '../flow.ts';
import { stepNames } from '../steps.ts';

/** One text message. It has no personal data: whom it went to is the user of the flow. */
export const sandboxMessage = z.object({
  id: uuid,
  flow_id: uuid,
  /** The step that has news. */
  step: z.enum(stepNames),
  sent: timestamp,
  /** BCP 47: the language of `text`. */
  language: z.string(),
  text: z.string(),
});
export type SandboxMessage = z.infer<typeof sandboxMessage>;

/** Answer of `GET /sandbox/messages`: the newest hundred, newest first. */
export const sandboxMessages = z.object({ data: z.array(sandboxMessage) });
