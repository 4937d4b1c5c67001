/** Which screen is shown, what each of them asks for and how it is read. The schemas are the server's own. */
import {
  confirmDepositsInput,
  linkAnswerInput,
  linkedPaymentMethod,
  manualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';
import type {
  ConfirmDepositsInput,
  LinkedPaymentMethod,
  ManualPaymentMethod,
} from '../../contract/steps/manage-payments.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { readSchema } from '../../ui/read-schema.ts';

export type Requirement = RequirementOf<'manage-payments'>;

/** Where the payee went; null: wherever the requirement leads. */
export type Place =
  | { readonly name: 'choose' | 'search' | 'manual' }
  | { readonly name: 'confirm' | 'mandate'; readonly id: string }
  | null;

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
  | { readonly kind: 'finish' | 'back' | 'retry' }
  | { readonly kind: 'go'; readonly to: 'search' | 'manual' }
  | { readonly kind: 'begin'; readonly id: string }
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'add'; readonly account: ManualPaymentMethod | LinkedPaymentMethod }
  | { readonly kind: 'confirm'; readonly amounts: ConfirmDepositsInput };

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

const fields: Readonly<Partial<Record<Screen, readonly string[]>>> = {
  search: ['institution'],
  manual: ['routing_number', 'account_number', 'account_type', 'consent'],
  accounts: ['account_id', 'consent'],
  question: ['answer'],
  confirm: ['amount_1', 'amount_2'],
};

export const fieldsOf = (screen: Screen): readonly string[] => fields[screen] ?? [];

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
      return mapped(readSchema(linkAnswerInput, typed), ({ answer }) => ({ kind: 'answer', answer }));
    case 'confirm':
      return mapped(readSchema(confirmDepositsInput, typed), (amounts) => ({ kind: 'confirm', amounts }));
    case 'choose':
      return { ok: true, value: { kind: 'go', to: raw['source'] === 'link' ? 'search' : 'manual' } };
    case 'search':
      return raw['institution_id']
        ? { ok: true, value: { kind: 'begin', id: raw['institution_id'] } }
        : { ok: false, errors: [{ field: 'institution', code: 'required' }] };
    case 'failed':
      return { ok: true, value: { kind: 'retry' } };
    case 'mandate':
      return { ok: true, value: { kind: 'back' } };
    default:
      return { ok: true, value: { kind: 'finish' } };
  }
}

function mapped<A, B>(reading: Reading<A>, map: (value: A) => B): Reading<B> {
  return reading.ok ? { ok: true, value: map(reading.value) } : reading;
}
