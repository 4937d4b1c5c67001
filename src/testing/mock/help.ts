/** Whom payees may ask. */
import type { Snapshot } from '../../contract/steps/session.ts';

export type Help = NonNullable<Snapshot['help']>;

/** What a server without such settings says. */
export const noHelp: Help = { support_email: null, support_url: null, privacy_url: null, terms_url: null };
