/** What is about to happen, before the payee says yes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { Localizer } from '../../locales/localizer.ts';
import {
  arrivalText,
  convertedText,
  methodText,
  money,
  type ArrivalTerms,
} from '../shared/payout-methods/wording.ts';

/** What the server made of the draft: amount, fee and what arrives, in cents. */
type Review = NonNullable<RequirementOf<'payout'>['review']>;

/** Returns the terms. A fee of nothing is one that `app` pays. `now` is the server's time. */
export function reviewList(localizer: Localizer, review: Review, app: string, now: string): TemplateResult {
  const { t, locale } = localizer;
  const row = (term: string, value: string, className = '') =>
    html`<div class=${className}>
      <dt>${term}</dt>
      <dd class="number"><bdi>${value}</bdi></dd>
    </div>`;
  const converted = convertedText(localizer, review.method);
  return html`<dl class="terms" part="terms">
      ${row(t('payout.review.to'), methodText(localizer, review.method))}
      ${row(t('payout.review.amount'), money(locale, review.amount))}
      ${row(t('payout.review.fee'), review.fee > 0 ? money(locale, review.fee) : t('payout.fee.platform', { app }))}
      ${review.withheld ? row(taxText(localizer, review.withheld.rate), money(locale, review.withheld.amount)) : nothing}
      ${row(t(converted ? 'payout-methods.net.converted' : 'payout.review.net'), money(locale, review.net), 'total')}
      ${converted ? row(t('payout-methods.currency'), converted) : nothing}
      ${row(t('payout.review.when'), arrival(localizer, review.arrives_in, new Date(now)))}
    </dl>
    ${review.withheld ? html`<p class="hint" part="hint">${t(`payout.tax.${review.withheld.why}`, { app })}</p>` : nothing}
    ${converted ? html`<p class="hint" part="hint">${t('payout.review.rate')}</p>` : nothing}`;
}

/** Returns `US tax (30%)`. The rate is null where it is for a part of the amount. */
function taxText({ t, locale }: Localizer, rate: number | null): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return t('payout.review.tax', { rate: rate === null ? '' : `(${percent.format(rate)})` }).trim();
}

/** Minutes. */
const day = 24 * 60;

/**
 * Returns `In 1–5 days, by Friday, November 27`. The date is left out where it would say no more than the
 * time.
 *
 * `arrives` is in minutes; `from` is when the payout was made.
 */
export function arrival(
  localizer: Localizer,
  arrives: Review['arrives_in'],
  from: Date,
  terms?: ArrivalTerms,
): string {
  const time = arrivalText(localizer, arrives, terms);
  if (arrives.to < day) return time;
  const date = new Intl.DateTimeFormat(localizer.locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(from.getTime() + arrives.to * 60_000);
  return localizer.t('payout.by', { time, date });
}
