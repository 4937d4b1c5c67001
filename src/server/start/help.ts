/** Reads from the environment whom payees may ask, and what they may read. */
import type { ServerConfig } from './config.ts';

/** `value` returns a setting, or undefined where it is absent. */
export function readHelp(
  value: (name: string) => string | undefined,
  sandbox: boolean,
  problems: string[],
): ServerConfig['help'] {
  const address = (name: string): string | null => {
    const text = value(name);
    if (text === undefined) return null;
    const protocol = URL.canParse(text) ? new URL(text).protocol : '';
    if (protocol === 'https:' || (sandbox && protocol === 'http:')) return text;
    problems.push(`${name} must be an absolute ${sandbox ? 'http or https' : 'https'} URL.`);
    return null;
  };
  const email = value('DOTS_SUPPORT_EMAIL') ?? null;
  if (email !== null && !/^[^\s@,?&]+@[^\s@,?&]+$/.test(email))
    problems.push('DOTS_SUPPORT_EMAIL must be one email address, like help@example.com.');
  return {
    support_email: email,
    support_url: address('DOTS_SUPPORT_URL'),
    privacy_url: address('DOTS_PRIVACY_URL'),
    terms_url: address('DOTS_TERMS_URL'),
  };
}
