/**
 * The draft of a payout: how much the payee wants to withdraw, and where to. It is kept while they do
 * something else on the way to confirming it.
 */
import type { PayoutInput } from '../../contract/steps/payout.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { FieldError } from '../../flow/problem.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import { moneyCodec, type MoneyCodec } from '../../ui/money-codec.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { takesMoney } from '../shared/payout-methods/wording.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';

type Requirement = RequirementOf<'payout'>;
/** The draft, as the main button sends it. */
export interface DraftAnswer {
  readonly kind: 'review';
  readonly draft: PayoutInput;
}

const codecs = new Map<string, MoneyCodec>();

/** Returns the codec of a language, the same object every time. */
export function codecOf(locale: string): MoneyCodec {
  const codec = codecs.get(locale) ?? moneyCodec(locale);
  codecs.set(locale, codec);
  return codec;
}

/** Returns what the rail of a method asks and takes, or undefined without a method. */
export function offerOf(
  { methods, rails }: Requirement,
  methodId: string,
): Requirement['rails'][number] | undefined {
  const method = methods.find(({ id }) => id === methodId);
  return rails.find(({ platform }) => platform === method?.platform);
}

/** Returns the draft, or what is wrong with it. The server has the last word on all of this. */
function readDraft(raw: Raw, requirement: Requirement, locale: string): Reading<DraftAnswer> {
  const typed = (raw['amount'] ?? '').trim();
  const method_id = requirement.methods.find(({ id }) => id === raw['method_id'])?.id ?? '';
  const amount = codecOf(locale).parse(typed);
  const errors: FieldError[] = [];
  if (!typed) errors.push({ field: 'amount', code: 'required' });
  else if (amount === null) errors.push({ field: 'amount', code: 'invalid-amount' });
  else if (amount > requirement.balance)
    errors.push({ field: 'amount', code: 'transaction-insufficient-funds' });
  else {
    const offer = offerOf(requirement, method_id);
    if (amount < (offer?.minimum ?? 1)) errors.push({ field: 'amount', code: 'amount-below-minimum' });
    else if (offer && amount > offer.maximum) errors.push({ field: 'amount', code: 'amount-above-maximum' });
  }
  if (!method_id) errors.push({ field: 'method_id', code: raw['method_id'] ? 'invalid-choice' : 'required' });
  else if (requirement.methods.find(({ id }) => id === method_id)?.paused)
    errors.push({ field: 'method_id', code: 'payout-method-paused' });
  return errors.length || amount === null
    ? { ok: false, errors }
    : { ok: true, value: { kind: 'review', draft: { amount, method_id } } };
}

/**
 * The form of the draft. It is apart from the step's other forms, so that adding a method does not clear it.
 */
export class Draft {
  readonly form: FormController<DraftAnswer>;
  readonly #keeper: DraftKeeper;
  /** Cents that were filled in unasked. */
  #offered = 0;
  readonly #step: MultiScreenStep<Requirement>;

  constructor(step: MultiScreenStep<Requirement>) {
    this.#step = step;
    this.form = new FormController<DraftAnswer>(step, {
      fields: () => ['amount', 'method_id'],
      read: (raw) => readDraft(raw, step.requirement, this.#locale),
    });
    this.#keeper = new DraftKeeper(step, this.form, {
      keep: (field, text) => (field === 'amount' ? this.#keptAmount : text),
      show: (field, kept) => (field === 'amount' && kept ? codecOf(this.#locale).format(Number(kept)) : kept),
    });
  }

  get #locale(): string {
    return this.#step.context.localizer.locale;
  }

  /** Fills in what the server and the payee's usual choice say, and then what the payee had typed. */
  prefill(before: Requirement | undefined): void {
    const { draft, methods, payout } = this.#step.requirement;
    // What was paid out is no longer wanted.
    if (before?.payout && !payout) this.form.clear();
    // Where money could not be sent is not chosen again unasked.
    const usable = methods.filter((method) => takesMoney(method) && !method.correction);
    const usual =
      usable.find(({ is_default }) => is_default) ?? (usable.length === 1 ? usable[0] : undefined);
    const method_id = usable.find(({ id }) => id === draft?.method_id)?.id ?? usual?.id;
    // Most take everything, so it begins with that.
    const amount = draft?.amount ?? this.#most(method_id ?? '');
    this.#offered = amount;
    this.form.prefill({ amount: amount > 0 ? codecOf(this.#locale).format(amount) : null, method_id });
    this.#keeper.restore();
  }

  /** Puts everything in, as far as the chosen rail takes it at once. */
  all(): void {
    const most = this.#most(this.form.value('method_id'));
    this.form.set('amount', codecOf(this.#locale).format(most));
    this.form.focus('amount');
  }

  /** Returns the cents in the field, or null while they cannot be read. */
  get amount(): number | null {
    return codecOf(this.#locale).parse(this.form.value('amount').trim());
  }

  /** Leaves the method to be chosen anew. */
  chooseAnother(): void {
    this.form.set('method_id', '');
  }

  /**
   * Cents, for the page may come back in another language. What was filled in unasked is no draft. What
   * cannot be read comes back as nothing, and not as the whole balance.
   */
  get #keptAmount(): string | null {
    const { amount } = this;
    return amount === this.#offered ? null : `${amount ?? ''}`;
  }

  /** Returns the cents of the balance that the rail of the method takes at once. */
  #most(methodId: string): number {
    const { requirement } = this.#step;
    const most = offerOf(requirement, methodId)?.maximum ?? requirement.balance;
    return Math.min(requirement.balance, most);
  }

  /**
   * Rewrites the amount when the language changes, because another language may read it as nothing or as
   * something else. `from` is the locale so far.
   */
  followLanguage(from: string | undefined): void {
    if (!from || from === this.#locale) return;
    const cents = codecOf(from).parse(this.form.value('amount'));
    if (cents !== null) this.form.rewrite('amount', codecOf(this.#locale).format(cents));
  }
}
