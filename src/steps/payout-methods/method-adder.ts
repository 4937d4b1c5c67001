/**
 * Adding a payout method, wherever a step offers it: which rail is chosen, what its form asks for, and what was typed. The step
 * draws the frame (heading, buttons), because leaving and going back mean something else in each.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { RailOffer } from '../../contract/bank/payout-methods.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { isPayoutRail, type PayoutRail } from '../../contract/bank/rails.ts';
import { BankName } from '../../ui/bank-name.ts';
import type { FormView } from '../../ui/fields.ts';
import type { FormController, Raw, Reading } from '../../ui/form-controller.ts';
import { chevronIcon } from '../../ui/icons.ts';
import type { StepContext } from '../step-element.ts';
import { railGlyph } from './glyphs.ts';
import { railFields, railForm, readRail } from './rail-form.ts';
import { offerText, railName } from './wording.ts';

export type AddAnswer =
  | { readonly kind: 'choose'; readonly rail: PayoutRail }
  | { readonly kind: 'add'; readonly method: PayoutMethodInput };

type Offer = RailOffer & { readonly platform: PayoutRail };

interface Host extends ReactiveControllerHost {
  readonly context: StepContext;
  readonly requirement: {
    readonly rails: readonly RailOffer[];
    readonly method_prefill: Readonly<Record<string, string>>;
  };
}

export class MethodAdder {
  readonly #host: Host;
  readonly #form: () => FormController<unknown>;
  readonly #bank: BankName;
  #abroad: typeof import('./intl-bank-form.ts') | undefined;
  #loading = false;
  #accountVisible = false;
  /** The form of the chosen rail could not be loaded. */
  unreachable = false;
  /** `choose`: which rail; a rail: its form; null: nothing is being added. */
  at: 'choose' | PayoutRail | null = null;

  /** `form` is asked for later: the step's own fields are not there yet when this is made. */
  constructor(host: Host, form: () => FormController<unknown>) {
    this.#host = host;
    this.#form = form;
    this.#bank = new BankName(host);
  }

  get offers(): Offer[] {
    return this.#host.requirement.rails.filter((offer): offer is Offer => isPayoutRail(offer.platform));
  }

  /** `at`, but one way only is no choice. */
  get screen(): 'choose' | PayoutRail | null {
    const [only, ...more] = this.offers;
    return this.at === 'choose' && only && !more.length ? only.platform : this.at;
  }

  get rail(): PayoutRail | null {
    return this.screen === 'choose' ? null : this.screen;
  }

  /** Goes to another screen. What was typed is forgotten: among it are numbers that nobody should find there later. */
  show(at: 'choose' | PayoutRail | null): void {
    this.at = at;
    this.unreachable = false;
    this.#accountVisible = false;
    this.#form().clear();
    this.#host.requestUpdate();
  }

  /** Before the step is drawn. */
  prepare(): void {
    const { rail } = this;
    const { context, requirement } = this.#host;
    if (rail === 'paypal') this.#form().prefill({ email: context.prefill.email });
    if (rail === 'intl_bank') {
      this.#form().prefill(requirement.method_prefill);
      if (!this.#abroad && !this.unreachable) void this.#load();
    }
    this.#bank.look(rail ? this.#form().value('routing_number') : '');
  }

  fields(): readonly string[] {
    const { rail } = this;
    if (rail === 'intl_bank') return this.#abroad?.abroadFields(this.#form().raw) ?? [];
    return rail ? railFields(rail) : [];
  }

  read(raw: Raw): Reading<AddAnswer> {
    const { rail } = this;
    const chosen = raw['platform'] ?? '';
    if (!rail) {
      return isPayoutRail(chosen)
        ? { ok: true, value: { kind: 'choose', rail: chosen } }
        : { ok: false, errors: [{ field: 'platform', code: 'required' }] };
    }
    // The steps answer with `show`, which loads once more.
    if (this.unreachable) return { ok: true, value: { kind: 'choose', rail } };
    if (rail !== 'intl_bank') return added(readRail(rail, raw));
    return this.#abroad ? added(this.#abroad.readAbroad(raw)) : { ok: false, errors: [] };
  }

  /** One row for each rail; pressing one submits the form. */
  choice(): TemplateResult {
    const { localizer } = this.#host.context;
    return html`<div class="rows" part="rails" role="group" aria-labelledby="title">
      ${this.offers.map(
        (offer) =>
          html`<button
            class="rail"
            part="rail"
            type="submit"
            name="platform"
            value=${offer.platform}
            @click=${() => this.#form().set('platform', offer.platform)}
          >
            ${railGlyph(offer.platform)}
            <span class="about">
              <span class="name">${railName(localizer, offer.platform)}</span>
              <span class="hint number">${offerText(localizer, offer)}</span>
            </span>
            ${chevronIcon}
          </button>`,
      )}
    </div>`;
  }

  /** The fields of the chosen rail. */
  body(rail: PayoutRail): TemplateResult {
    const { localizer } = this.#host.context;
    const view: FormView = { form: this.#form(), localizer };
    if (rail === 'intl_bank') {
      return (
        this.#abroad?.abroadForm(view) ??
        html`<div class="bones" aria-hidden="true"><i></i><i></i><i></i></div>`
      );
    }
    return railForm(rail, view, {
      bankName: this.#bank.name,
      accountVisible: this.#accountVisible,
      onToggleAccount: () => {
        this.#accountVisible = !this.#accountVisible;
        this.#host.requestUpdate();
      },
    });
  }

  /** What the main button says on the form of a rail. */
  label(rail: PayoutRail): string {
    return this.#host.context.localizer.t(this.unreachable ? 'action.retry' : `payout-methods.${rail}.add`);
  }

  /** How long money takes on the chosen rail and what it costs, above the button that adds it. */
  terms(rail: PayoutRail): TemplateResult | typeof nothing {
    const offer = this.offers.find(({ platform }) => platform === rail);
    return offer
      ? html`<p class="hint number cost">${offerText(this.#host.context.localizer, offer)}</p>`
      : nothing;
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      this.#abroad = await this.#host.context.localizer.load('intl-bank', import('./intl-bank-form.ts'));
    } catch {
      this.unreachable = true;
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }
}

const added = (reading: Reading<PayoutMethodInput>): Reading<AddAnswer> =>
  reading.ok ? { ok: true, value: { kind: 'add', method: reading.value } } : reading;
