/** The choice of a rail: what each way to be paid costs, and how long it takes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RailOffer } from '../../../contract/bank/payout-methods.ts';
import type { PayoutRail } from '../../../contract/bank/rails.ts';
import { alertIcon, chevronIcon } from '../../../ui/icons.ts';
import { railGlyph } from './glyphs.ts';
import type { PayoutStepElement } from './payout-step-element.ts';
import { isFastest, nextWaitText, noBankText, offerText, railName } from './wording.ts';

/** A rail that this version has a form for. */
export type Offer = RailOffer & { readonly platform: PayoutRail };

/** Returns one row for each rail. Pressing a row submits the form, with what `onChoose` has put in. */
export function railChoice(
  step: PayoutStepElement,
  offers: readonly Offer[],
  onChoose: (rail: PayoutRail) => void,
): TemplateResult {
  const { localizer } = step.context;
  const wait = nextWaitText(step);
  return html`${waitBanner(wait)} ${waitBanner(noBankText(step))}
    <div class="rows" part="rails" role="group" aria-labelledby="title">
      ${offers.map(
        (offer) =>
          html`<button
            class="rail"
            part="rail"
            type="submit"
            name="platform"
            value=${offer.platform}
            @click=${() => onChoose(offer.platform)}
          >
            ${railGlyph(offer.platform)}
            <span class="about">
              <span class="name" part="name">
                ${railName(localizer, offer.platform)}
                ${
                  !wait && isFastest(offer, offers)
                    ? html`<span class="tag" part="tag">${localizer.t('payout-methods.fastest')}</span>`
                    : nothing
                }
              </span>
              <span class="hint number" part="hint">${offerText(localizer, offer, !!wait)}</span>
            </span>
            ${chevronIcon}
          </button>`,
      )}
    </div>`;
}

/**
 * Returns a box that says what a new method waits for, or why a way is missing. It stands above all that is
 * chosen and typed.
 */
export const waitBanner = (text: string | null): TemplateResult | typeof nothing =>
  text
    ? html`<div class="banner calm" part="notice">
        ${alertIcon}
        <p>${text}</p>
      </div>`
    : nothing;
