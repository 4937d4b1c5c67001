/**
 * Adding a payout method, wherever a step offers it: which rail is chosen, what its form asks for, what was
 * typed, and how it is saved. The step says what stands around it, namely the heading of the choice and what
 * leads on without a method.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { payoutMethodRequests } from '../../../api/payout-method-requests.ts';
import type { PayoutMethodInput } from '../../../contract/bank/method-inputs.ts';
import type { PayoutMethod, RailOffer } from '../../../contract/bank/payout-methods.ts';
import { isPayoutRail, type PayoutRail } from '../../../contract/bank/rails.ts';
import { BankName } from '../../../ui/bank-name.ts';
import type { FormController, Raw, Reading } from '../../../ui/form-controller.ts';
import { Lazy } from '../lazy.ts';
import { addedTo, rowOf } from '../rows.ts';
import type { NamedBank } from './intl-bank-form.ts';
import { sayWrong } from './correcting.ts';
import type { PayoutStepElement } from './payout-step-element.ts';
import { railChoice, waitBanner, type Offer } from './rail-choice.ts';
import { railFields, railForm, readRail } from './rail-form.ts';
import { methodText, nextWaitText, noBankText, offerText, railName } from './wording.ts';

/** What the main button means while a method is being added. */
export type AddAnswer =
  | { readonly kind: 'choose'; readonly rail: PayoutRail }
  | { readonly kind: 'add'; readonly method: PayoutMethodInput };

/** Where the payee is: at the choice of a rail (`choose`), or at the form of one. */
export type AddScreen = 'choose' | PayoutRail;

export class MethodAdder {
  readonly #step: PayoutStepElement;
  readonly #form: () => FormController<unknown>;
  readonly #bank: BankName;
  /** The form of a bank account abroad. */
  readonly #abroad: Lazy<typeof import('./intl-bank-form.ts')>;
  /** The bank abroad that a number names. */
  #bankAbroad: NamedBank | null = null;
  /** Where the payee went. Null while nothing is being added. */
  #at: AddScreen | null = null;
  /** The method that gives way to what is typed. */
  #corrected: PayoutMethod | null = null;
  /** A method is saved, and the flow is about to go on with it. */
  #isLeaving = false;
  /** What was wrong with it is still to be said. */
  #isUntold = false;

  /** `form` is a function, because the step's own fields are not there yet when the adder is made. */
  constructor(step: PayoutStepElement, form: () => FormController<unknown>) {
    this.#step = step;
    this.#form = form;
    this.#bank = new BankName(step);
    this.#abroad = new Lazy(step, 'intl-bank', () => import('./intl-bank-form.ts'));
  }

  /** What the server offers, without rails that only a newer version has forms for. */
  get offers(): Offer[] {
    const rails: readonly RailOffer[] = this.#step.requirement.rails;
    return rails.filter((offer): offer is Offer => isPayoutRail(offer.platform));
  }

  /**
   * The screen, or null while nothing is being added. When there is only one rail, there is nothing to
   * choose.
   */
  get screen(): AddScreen | null {
    const [only, ...more] = this.offers;
    return this.#at === 'choose' && only && !more.length ? only.platform : this.#at;
  }

  /** The rail whose form is shown. */
  get #rail(): PayoutRail | null {
    return this.screen === 'choose' ? null : this.screen;
  }

  /**
   * Goes to another screen. What was typed is forgotten, because among it are numbers that nobody should find
   * there later.
   */
  show(at: AddScreen | null, corrected: PayoutMethod | null = null): void {
    this.#at = at;
    this.#corrected = corrected;
    this.#isUntold = corrected !== null;
    this.#isLeaving = false;
    this.#form().clear();
    this.#step.requestUpdate();
  }

  /** Returns what opens the form of a method whose details were wrong; null where there is no such form. */
  correction(method: PayoutMethod | undefined): (() => void) | null {
    const offer = method?.correction && this.offers.find(({ platform }) => platform === method.platform);
    return offer ? () => this.show(offer.platform, method) : null;
  }

  /**
   * Returns what leads to the screen before: from a form to the choice of a rail, and from there out of
   * adding where the step has a screen for that (`isOptional`).
   */
  back(isOptional: boolean): (() => void) | null {
    if (!this.screen) return null;
    if (this.#rail && this.offers.length > 1 && !this.#corrected) return () => this.show('choose');
    return isOptional ? () => this.show(null) : null;
  }

  /**
   * Call it before the step decides about its screen. When the flow could not go on, the method is on the
   * list nevertheless, and its form would only save it again. Returns whether that is so.
   */
  settle(): boolean {
    const isStopped = this.#isLeaving && !!this.#step.problem;
    if (isStopped) this.show(null);
    return isStopped;
  }

  /**
   * Call it before the step is rendered, at the end of its `willUpdate`. It fills in what is known, and loads
   * what the form needs.
   */
  prepare(): void {
    const { context, requirement } = this.#step;
    const rail = this.#rail;
    const { correction } = this.#corrected ?? {};
    const known = { email: context.prefill.email, ...requirement.method_prefill, ...correction?.details };
    if (rail) this.#form().prefill(known);
    if (this.#corrected && this.#isUntold) sayWrong(this.#step, this.#form(), this.#corrected);
    this.#isUntold = false;
    if (rail === 'intl_bank') this.#abroad.need();
    this.#nameAbroad(rail === 'intl_bank');
    this.#bank.look(rail ? this.#form().value('routing_number') : '');
  }

  /** Learns which bank abroad is named. What is new is read out. */
  #nameAbroad(isAsked: boolean): void {
    const step = this.#step;
    const { chunk } = this.#abroad;
    const bank = isAsked && chunk ? chunk.bankOf(this.#form().raw, () => step.requestUpdate()) : null;
    if (bank && bank.name !== this.#bankAbroad?.name)
      step.tell(step.t('bank.said.found', { bank: bank.name }));
    this.#bankAbroad = bank;
  }

  /** What the step's form has on screen. */
  fields(): readonly string[] {
    const rail = this.#rail;
    if (rail === 'intl_bank') return this.#abroad.chunk?.abroadFields(this.#form().raw) ?? [];
    return rail ? railFields(rail) : [];
  }

  /** Reads the choice of a rail, or the rail's form. A form that is still being loaded cannot be right. */
  read(raw: Raw): Reading<AddAnswer> {
    const rail = this.#rail;
    const chosen = raw['platform'] ?? '';
    if (!rail) {
      return isPayoutRail(chosen)
        ? { ok: true, value: { kind: 'choose', rail: chosen } }
        : { ok: false, errors: [{ field: 'platform', code: 'required' }] };
    }
    if (rail !== 'intl_bank') return added(readRail(rail, raw));
    const { chunk } = this.#abroad;
    return chunk ? added(chunk.readAbroad(raw)) : { ok: false, errors: [] };
  }

  /**
   * Sends a method. Once it is saved, nothing is being added any more, and the payee hears of it. Resolves to
   * the saved method, or to undefined when it was refused.
   *
   * `leave` goes on with the flow where nothing else is left to do in the step, and resolves to whether it
   * did. Until then the form stays, so that no list comes up for a moment.
   */
  async save(
    method: PayoutMethodInput,
    leave: () => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<PayoutMethod | undefined> {
    const step = this.#step;
    const before = step.requirement.methods;
    const { add, correct } = payoutMethodRequests;
    const corrected = this.#corrected;
    if (!(await step.send(corrected ? correct(corrected.id, method) : add(method)))) return undefined;
    const { localizer } = step.context;
    const saved = addedTo(before, step.requirement.methods);
    const name = saved ? methodText(localizer, saved) : railName(localizer, method.platform);
    step.confirm(step.t('methods.said.added', { method: name }));
    this.#isLeaving = true;
    const left = await leave();
    // The list may be there by now, and the payee elsewhere.
    if (this.#isLeaving) this.show(null);
    if (!left && saved) void step.moveFocus(rowOf(saved));
    return saved;
  }

  /** Returns one row for each rail. Pressing a row submits the form. */
  choice(): TemplateResult {
    return railChoice(this.#step, this.offers, (rail) => this.#form().set('platform', rail));
  }

  /**
   * Returns the form of a rail. `also` is what else is asked on the screen, and `after` is a link that leads
   * on without it.
   */
  form(
    rail: PayoutRail,
    also: TemplateResult | typeof nothing = nothing,
    after: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const step = this.#step;
    const { t } = step;
    const offer = this.offers.find(({ platform }) => platform === rail);
    const wait = nextWaitText(step);
    const corrected = this.#corrected && methodText(step.context.localizer, this.#corrected);
    return html`${step.heading(
      t(`payout-methods.${rail}.title`),
      corrected ? t('payout-methods.correct.lead', { method: corrected }) : t(`payout-methods.${rail}.lead`),
    )}
    ${step.formOf(
      html`${waitBanner(wait)} ${this.offers.length > 1 ? nothing : waitBanner(noBankText(step))}
      ${this.#fieldsOf(rail)} ${also}`,
      html`${offer ? html`<p class="hint number cost" part="hint">${offerText(step.context.localizer, offer, !!wait)}</p>` : nothing}
      ${step.submitButton(t(corrected ? 'payout-methods.correct.save' : `payout-methods.${rail}.add`))}`,
      after,
    )}`;
  }

  /** Returns the rail's fields, or three empty places while they are being loaded. */
  #fieldsOf(rail: PayoutRail): TemplateResult {
    const { view } = this.#step;
    if (rail === 'intl_bank') {
      return (
        this.#abroad.chunk?.abroadForm(view, this.#bankAbroad) ??
        html`<div class="bones" aria-hidden="true"><i></i><i></i><i></i></div>`
      );
    }
    return railForm(rail, view, { bankName: this.#bank.name });
  }
}

/** Turns a method that was read into the answer that adds it. */
const added = (reading: Reading<PayoutMethodInput>): Reading<AddAnswer> =>
  reading.ok ? { ok: true, value: { kind: 'add', method: reading.value } } : reading;
