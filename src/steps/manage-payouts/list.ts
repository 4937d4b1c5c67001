/**
 * The payout methods that are on file, what can be done to each of them, and what is in the way of going on.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import { alertIcon } from '../../ui/icons.ts';
import { methodMenu } from '../../ui/method-menu.ts';
import { correctLink } from '../shared/payout-methods/correcting.ts';
import { railGlyph } from '../shared/payout-methods/glyphs.ts';
import {
  methodName,
  methodText,
  offerText,
  refusalText,
  warningText,
} from '../shared/payout-methods/wording.ts';
import { rowId } from '../shared/rows.ts';
import type { PayoutStepElement } from '../shared/payout-methods/payout-step-element.ts';

/** What the rows of the list do. The step sends it. */
export interface ListOptions {
  /** No method is the default, so each offers to become it. */
  readonly offersDefault: boolean;
  readonly onDefault: (method: PayoutMethod) => void;
  readonly onRemove: (method: PayoutMethod) => void;
  /** Returns what opens the form of a method whose details were wrong, or null. */
  readonly correction: (method: PayoutMethod) => (() => void) | null;
}

/**
 * Returns the list. It has the role of a list in so many words, because Safari takes that from a list without
 * bullets.
 */
export const methodList = (step: PayoutStepElement, options: ListOptions): TemplateResult =>
  html`<ul class="rows" part="methods" role="list" aria-label=${step.t('manage-payouts.methods')}>
    ${step.requirement.methods.map((method) => row(step, method, options))}
  </ul>`;

/**
 * Returns one method with its price and its menu. The row can be focused, so that what changed in it can be
 * shown there.
 */
function row(
  step: PayoutStepElement,
  method: PayoutMethod,
  { offersDefault, onDefault, onRemove, correction }: ListOptions,
): TemplateResult {
  const { t, requirement, context } = step;
  const { localizer } = context;
  const text = methodText(localizer, method);
  const offer = requirement.rails.find(({ platform }) => platform === method.platform);
  const warning = warningText(step, method);
  const makeDefault = { label: t('methods.make-default'), onSelect: () => onDefault(method) };
  const remove = { label: t('methods.remove'), danger: true, onSelect: () => onRemove(method) };
  return html`<li part="method" id=${rowId(method)} tabindex="-1">
    ${railGlyph(method.platform)}
    <div class="about">
      <p class="name" part="name">
        ${methodName(localizer, method)}
        ${method.is_default ? html`<span class="tag" part="tag">${t('methods.default')}</span>` : nothing}
      </p>
      <p class="detail number" part="detail">
        ${method.account_type ? t(`bank.account_type.${method.account_type}`) : nothing}
        <bdi>${method.masked}</bdi>
      </p>
      ${
        method.paused
          ? pausedNote(step, method, text, remove.onSelect)
          : warning
            ? html`<p class="hint" part="hint">${warning}</p>
                ${correctLink(step, method, correction(method))}`
            : offer
              ? html`<p class="hint number" part="hint">${offerText(localizer, offer)}</p>`
              : nothing
      }
      ${
        offersDefault && !method.paused
          ? html`<button
              type="button"
              class="link"
              part="link"
              aria-label=${t('methods.make-default.of', { method: text })}
              @click=${makeDefault.onSelect}
            >
              ${makeDefault.label}
            </button>`
          : nothing
      }
    </div>
    ${methodMenu({
      id: `menu-${method.id}`,
      label: t('methods.menu', { method: text }),
      items: method.is_default ? [remove] : [makeDefault, remove],
      working: step.isSending(method.id) ? t('action.working') : null,
    })}
  </li>`;
}

/** Returns that nothing is sent to a method, and the button for what comes next: away with it. */
const pausedNote = (
  step: PayoutStepElement,
  of: PayoutMethod,
  method: string,
  onRemove: () => void,
): TemplateResult =>
  html`<p class="hint" part="hint">${refusalText(step, of)}</p>
    <button
      type="button"
      class="link"
      part="link"
      aria-label=${step.t('methods.remove.of', { method })}
      @click=${onRemove}
    >
      ${step.t('methods.remove')}
    </button>`;

/**
 * Returns what is in the way. `stopped` means that the payee has tried to go on nevertheless; before that the
 * banner is a calm one.
 */
export const blockerBanner = (
  { t }: PayoutStepElement,
  texts: readonly string[],
  stopped: boolean,
): TemplateResult =>
  html`<div class="banner ${stopped ? '' : 'calm'}" part="blockers">
    ${alertIcon}
    <div>
      <strong>${t('manage-payouts.blocker.title')}</strong>
      ${texts.map((text) => html`<p>${text}</p>`)}
    </div>
  </div>`;
