/**
 * Which screen is shown, what each of them asks for, and how that is read. The schemas are the server's own.
 */
import type { StepRequest } from '../../api/requests.ts';
import {
  confirmDepositsInput,
  linkAnswerInput,
  linkedPaymentMethod,
  lookAtLinkInput,
  manualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';
import type {
  BankLink,
  ConfirmDepositsInput,
  LinkFailure,
  LinkedPaymentMethod,
  ManualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';
import { requests } from './requests.ts';

export type Requirement = RequirementOf<'manage-payments'>;

/** Where the payee went. Null is wherever the requirement leads. */
export type Place =
  | { readonly name: 'choose' | 'search' | 'manual' }
  | { readonly name: 'confirm' | 'mandate'; readonly id: string }
  | null;

/** The last four are the phases of a sign-in at a bank, named as in the contract. */
export type Screen =
  | 'list'
  | 'abroad'
  | 'choose'
  | 'search'
  | 'manual'
  | 'confirm'
  | 'mandate'
  | 'question'
  | 'accounts'
  | 'elsewhere'
  | 'failed';

/** What the main button means on the screen that is shown. */
export type Answer =
  | { readonly kind: 'send'; readonly request: StepRequest }
  | { readonly kind: 'go'; readonly to: Place }
  | { readonly kind: 'begin'; readonly id: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'look'; readonly code?: string | undefined }
  | { readonly kind: 'add'; readonly account: ManualPaymentMethod | LinkedPaymentMethod }
  | { readonly kind: 'confirm'; readonly amounts: ConfirmDepositsInput };

/**
 * Returns the screen. A sign-in at a bank comes first, because the server waits for it. A place that no
 * longer makes sense, for instance an account that is gone, leads to the list.
 *
 * Without `linking` only typed numbers are offered.
 */
export function screenOf({ methods, in_us: inUs, linking, link }: Requirement, place: Place): Screen {
  if (link) return link.phase;
  if (place && 'id' in place) {
    const method = methods.find(({ id }) => id === place.id);
    return method && (place.name === 'mandate' || method.status === 'sent') ? place.name : 'list';
  }
  if (place) return linking || place.name === 'manual' ? place.name : 'manual';
  if (methods.length) return 'list';
  if (!inUs) return 'abroad';
  return linking ? 'choose' : 'manual';
}

/**
 * Returns where the payee came from; undefined on the first screen. A sign-in began at the search. Abroad the
 * first screen says that no account is needed.
 */
export function placeBefore(
  screen: Screen,
  { methods, linking, in_us: inUs }: Requirement,
): Place | undefined {
  const first = methods.length || !inUs ? null : undefined;
  switch (screen) {
    case 'list':
    case 'abroad':
      return undefined;
    case 'choose':
      return first;
    case 'manual':
    case 'search':
      return linking ? { name: 'choose' } : first;
    case 'confirm':
    case 'mandate':
      return null;
    case 'question':
    case 'accounts':
    case 'elsewhere':
    case 'failed':
      return { name: 'search' };
  }
}

/** Whether another try at the same bank may succeed. Where it cannot, the payee is led to another bank. */
const retriable = {
  'institution-down': true,
  declined: true,
  locked: false,
  'no-accounts': false,
} as const satisfies Record<LinkFailure, boolean>;

/** Returns why a sign-in failed. A bank that said nothing counts as down. */
export const failureOf = (link: BankLink | null): LinkFailure => link?.failure ?? 'institution-down';
export const mayRetry = (failure: LinkFailure): boolean => retriable[failure];

/** The fields of each screen, in the order on it. A screen that is missing does not compile. */
const fields = {
  search: ['institution'],
  manual: ['routing_number', 'account_number', 'account_type', 'consent'],
  accounts: ['account_id', 'consent'],
  question: ['answer'],
  confirm: ['amount_1', 'amount_2'],
  list: [],
  abroad: [],
  choose: [],
  mandate: [],
  elsewhere: ['bank_code'],
  failed: [],
} as const satisfies Record<Screen, readonly string[]>;

export const fieldsOf = (screen: Screen): readonly string[] => fields[screen];

/** Returns what the main button means on a screen, or what is wrong with the fields. */
export function readScreen(screen: Screen, raw: Raw, { mandate }: Requirement): Reading<Answer> {
  const typed = Object.fromEntries(fieldsOf(screen).map((name) => [name, raw[name] ?? '']));
  const agreed = { ...typed, consent: raw['consent'] === 'true', mandate_version: mandate.version };
  switch (screen) {
    case 'manual':
      return mapped(readSchema(manualPaymentMethod, { ...agreed, source: 'manual' }), (account) => ({
        kind: 'add',
        account,
      }));
    case 'accounts':
      return mapped(readSchema(linkedPaymentMethod, { ...agreed, source: 'link' }), (account) => ({
        kind: 'add',
        account,
      }));
    case 'question':
      return mapped(readSchema(linkAnswerInput, typed), ({ answer }) => ({
        kind: 'send',
        request: requests.answerLink(answer),
      }));
    case 'confirm':
      return mapped(readSchema(confirmDepositsInput, typed), (amounts) => ({ kind: 'confirm', amounts }));
    case 'choose':
      return {
        ok: true,
        value: { kind: 'go', to: { name: raw['source'] === 'link' ? 'search' : 'manual' } },
      };
    case 'search':
      return raw['institution_id']
        ? { ok: true, value: { kind: 'begin', id: raw['institution_id'] } }
        : { ok: false, errors: [{ field: 'institution', code: 'required' }] };
    case 'failed':
      return { ok: true, value: { kind: 'retry' } };
    case 'mandate':
      return { ok: true, value: { kind: 'go', to: null } };
    case 'list':
    case 'abroad':
      return { ok: true, value: { kind: 'send', request: requests.finish() } };
    case 'elsewhere':
      return mapped(readSchema(lookAtLinkInput, typed['bank_code'] ? typed : {}), ({ bank_code }) => ({
        kind: 'look',
        code: bank_code,
      }));
  }
}

/** Turns the value of a good reading into another. What is wrong stays wrong. */
function mapped<A, B>(reading: Reading<A>, map: (value: A) => B): Reading<B> {
  return reading.ok ? { ok: true, value: map(reading.value) } : reading;
}
