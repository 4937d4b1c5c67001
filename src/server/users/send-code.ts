/** Sends one-time codes, for flows and for the partner API alike. */
import type { App } from '../db/apps.ts';
import { askOutside } from '../http/ask-outside.ts';
import { codeMessage } from '../language/code-message.ts';
import type { Localizer } from '../../locales/localizer.ts';
import type { Deps } from '../ports/deps.ts';

/**
 * Makes a code and sends it, outside of the transaction that keeps it. Returns the code. When the transaction
 * is undone afterwards, the code that arrives is worth nothing.
 */
export const sendNewCode = (
  deps: Deps,
  { name: appName }: Pick<App, 'name'>,
  words: Localizer,
  to: string,
  channel: 'sms' | 'voice',
): Promise<string> =>
  askOutside(`code to ${to} by ${channel}`, async () => {
    const code = deps.providers.codes.newCode();
    await deps.providers.codes.send(codeMessage(words, { to, channel, code, appName }));
    return code;
  });
