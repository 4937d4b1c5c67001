/** How a code is worded for the payee. */
import type { CodeSender } from '../ports/providers.ts';
import type { Localizer } from '../../locales/localizer.ts';

type Message = Parameters<CodeSender['send']>[0];

/**
 * Returns the message for a code. In a call the digits are separated, so that the voice says them one by one.
 * The words of a call have them twice.
 */
export function codeMessage({ t, locale }: Localizer, message: Omit<Message, 'language' | 'text'>): Message {
  const { channel, code, appName: app } = message;
  const text =
    channel === 'sms'
      ? t('server.code.sms', { code, app })
      : t('server.code.voice', { code: [...code].join(', '), app });
  return { ...message, language: locale, text };
}
