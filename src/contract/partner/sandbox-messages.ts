/** What a sandbox would have written to payees. */
import * as z from '../z.ts';
import { timestamp, uuid } from '../flow.ts';
import { stepNames } from '../steps.ts';

/** One message. It does not say whom it went to: that is the user of the flow, or the payee of the link. */
export const sandboxMessage = z.object({
  id: uuid,
  flow_id: uuid,
  /** The step that has news; of a payout link, the one with the money. */
  step: z.enum(stepNames),
  sent: timestamp,
  /** BCP 47: the language of `text`. */
  language: z.string(),
  text: z.string(),
  /** The payout link that it brings. Absent from other messages, like the two that follow. */
  payout_link_id: z.optional(uuid),
  /** How it went. Other messages are texts. */
  channel: z.optional(z.enum(['sms', 'email'])),
  /** Of an email. */
  subject: z.optional(z.string()),
});
export type SandboxMessage = z.infer<typeof sandboxMessage>;

/** Answer of `GET /sandbox/messages`: the newest hundred, newest first. */
export const sandboxMessages = z.object({ data: z.array(sandboxMessage) });
