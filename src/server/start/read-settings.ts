/** Reads single settings. Each pushes what is wrong with it to `problems`, and repeats no secret. */
import { statSync } from 'node:fs';
import { countryCodes } from '../../contract/forms/countries.ts';
import { railsFor } from '../../contract/rails/terms.ts';
import { withholdingModes } from '../../contract/money/withholding.ts';
import type { WithholdingMode } from '../../contract/money/withholding.ts';
import { stepNames } from '../../contract/steps.ts';
import type { StepName } from '../../contract/steps.ts';
import { preparedSettings, type Prepared } from '../db/prepared.ts';
import { isSecret } from '../webhooks/sign.ts';
import { urlProblem } from '../webhooks/url-safety.ts';
import type { Reach } from '../ports/deps.ts';

/** Returns the folder; null when it is absent. */
export function readFolder(name: string, text: string | undefined, problems: string[]): string | null {
  if (text === undefined) return null;
  if (!statSync(text, { throwIfNoEntry: false })?.isDirectory())
    problems.push(`${name} must be a folder that is there.`);
  return text;
}

/** Returns whether a server runs the jobs. The embedded database is open to no other process. */
export function readJobs(text = 'on', databaseUrl: string | null, problems: string[]): boolean {
  if (text !== 'on' && text !== 'off') problems.push('DOTS_JOBS must be `on` or `off`.');
  if (text === 'off' && databaseUrl === null)
    problems.push(
      'DOTS_JOBS=off needs DATABASE_URL: the embedded database belongs to one process, and no other could run the jobs.',
    );
  return text !== 'off';
}

/**
 * Returns whether what the law wants withheld of payouts is kept back here. A sandbox pays nobody, and tells
 * it alone. Whoever pays people is liable for it (26 USC §1461, §3403), and so has to choose.
 */
export function readWithholding(
  text: string | undefined,
  sandbox: boolean,
  problems: string[],
): WithholdingMode {
  const found = withholdingModes.find((mode) => mode === text);
  if (text === undefined && !sandbox)
    problems.push(
      'DOTS_WITHHOLDING is needed in live mode: `deduct` keeps back what tax law wants withheld of payouts, `report` tells you what you have to keep back yourself.',
    );
  else if (text !== undefined && !found) problems.push('DOTS_WITHHOLDING must be `deduct` or `report`.');
  return found ?? 'report';
}

/** Returns whether PostgreSQL keeps statements (docs/operations.md, "Poolers"). */
export function readPrepared(text = 'auto', problems: string[]): Prepared {
  const found = preparedSettings.find((setting) => setting === text);
  if (!found) problems.push('DOTS_PREPARED must be `auto`, `on` or `off`.');
  return found ?? 'auto';
}

/**
 * Returns the origin; null when it is absent or wrong. A path is refused, because links are made by appending
 * one.
 */
export function readOrigin(text: string | undefined, sandbox: boolean, problems: string[]): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url &&
    (url.protocol === 'https:' || (sandbox && url.protocol === 'http:')) &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  )
    return url.origin;
  problems.push(
    `PUBLIC_URL must be ${sandbox ? 'an http or https' : 'an https'} origin without a path and without a password, like https://flows.example.com.`,
  );
  return null;
}

/**
 * Returns the origins as they were written. In a sandbox any port of this machine is allowed; a live server
 * allows nothing that was not named.
 */
export function readOrigins(text: string | undefined, sandbox: boolean, problems: string[]): string[] {
  if (text === undefined) return sandbox ? ['http://localhost:*', 'http://127.0.0.1:*'] : [];
  const origins = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const origin of origins) {
    const probe = origin.endsWith(':*') ? origin.slice(0, -2) : origin;
    const url = URL.canParse(probe) ? new URL(probe) : null;
    if (url?.origin === probe && url.protocol === 'http:' && !sandbox)
      problems.push(
        `DOTS_ALLOWED_ORIGINS: ${JSON.stringify(origin)} must be https in live mode: who listens in on such a page could change it.`,
      );
    else if (url?.origin !== probe || !/^https?:$/.test(url.protocol) || url.hostname.includes('*')) {
      problems.push(
        `DOTS_ALLOWED_ORIGINS: ${JSON.stringify(origin)} is not an origin, like https://shop.example.com or http://localhost:*.`,
      );
    }
  }
  return origins;
}

/** The first key seals and all of them open. To rotate, put the new key in front and keep the old ones. */
export function readKeys(text: string | undefined, problems: string[]): Uint8Array[] | null {
  if (text === undefined) return null;
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (keys.some((key) => key.length !== 32))
    problems.push(
      'DOTS_ENCRYPTION_KEYS must be 32 bytes in base64 each, separated by commas; the first seals, all open.',
    );
  return keys;
}

/**
 * Returns a URL and the secret that signs what goes there. Without the secret nothing could be signed and no
 * callback believed, so the two belong together. `name`: what both settings begin with.
 */
export function readSigned(
  name: 'WEBHOOK' | 'ID_VERIFICATION',
  url: string | undefined,
  secret: string | undefined,
  reach: Reach,
  problems: string[],
): { url: string; secret: string } | null {
  if (url === undefined && secret === undefined) return null;
  if (url === undefined || secret === undefined) {
    const otherwise = name === 'WEBHOOK' ? ' and create endpoints by the API' : '';
    problems.push(`${name}_URL and ${name}_SECRET belong together: set both, or neither${otherwise}.`);
    return null;
  }
  if (!isSecret(secret))
    problems.push(
      `${name}_SECRET must be \`whsec_\` and 24 to 64 bytes in base64. Make one with: echo "whsec_$(openssl rand -base64 32)"`,
    );
  if (urlProblem(url, reach)) problems.push(`${name}_URL must be ${wanted[reach]}.`);
  return { url, secret };
}

const wanted: Readonly<Record<Reach, string>> = {
  public: 'an absolute https URL of a public address',
  'public or this machine':
    'an absolute http or https URL of a public address or of this machine; a sandbox may reach the rest of its network with DOTS_PRIVATE_WEBHOOKS=true',
  anywhere: 'an absolute http or https URL',
};

/**
 * Returns the countries that are named; null for `all`. Without the setting: wherever somebody can be paid.
 * Texts to the rest of the world earn money only for whoever pumps them.
 */
export function readCountries(
  name: string,
  text: string | undefined,
  problems: string[],
): readonly string[] | null {
  if (text === 'all') return null;
  if (text === undefined) return countryCodes.filter((country) => railsFor(country).length > 0);
  const countries = text.split(',').map((part) => part.trim().toUpperCase());
  const wrong = countries.filter((country) => !countryCodes.some((code) => code === country));
  if (wrong.length > 0)
    problems.push(
      `${name}: ${JSON.stringify(wrong[0])} is no country. Give two-letter codes (ISO 3166-1) with commas between, like US,CA,MX, or all.`,
    );
  return countries;
}

/** Whoever reads the client id in a page may have these of a live app: nobody outside is paid for them. */
const cheapSteps: readonly StepName[] = [
  'authentication',
  'onboarding',
  'compliance',
  'manage-payouts',
  'redirect',
];

/**
 * Returns the steps that are named, no step for `none`; null for `all`, and for a sandbox, which pays
 * nobody.
 */
export function readSteps(
  name: string,
  text: string | undefined,
  sandbox: boolean,
  problems: string[],
): readonly StepName[] | null {
  if (text === undefined) return sandbox ? null : cheapSteps;
  if (text === 'all') return null;
  if (text === 'none') return [];
  const given = text.split(',').map((part) => part.trim());
  const steps = stepNames.filter((step) => given.includes(step));
  const wrong = given.find((step) => !steps.some((known) => known === step));
  if (wrong !== undefined)
    problems.push(
      `${name}: ${JSON.stringify(wrong)} is no step. Give some of ${stepNames.join(',')}, or all, or none.`,
    );
  return steps;
}

/**
 * Returns a whole number within bounds, `usual` where it is absent. `unit` and `page` are for whoever reads
 * the problem.
 */
export function readWhole(
  name: string,
  text: string | undefined,
  { usual, least, most }: { readonly usual: number; readonly least: number; readonly most: number },
  { unit = '', page }: { readonly unit?: string; readonly page: string },
  problems: string[],
): number {
  const number = text === undefined ? usual : Number(/^\d+$/.test(text) ? text : NaN);
  if (number >= least && number <= most) return number;
  problems.push(`${name} must be a whole number${unit} from ${least} to ${most} (${page}).`);
  return usual;
}
