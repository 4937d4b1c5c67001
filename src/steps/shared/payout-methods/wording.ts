/** Puts methods, offers and amounts into words. */
import type { PayoutMethod, RailOffer } from '../../../contract/bank/payout-methods.ts';
import { endsAt } from '../../../contract/rails/arrival.ts';
import { isPayoutRail } from '../../../contract/bank/rails.ts';
import type { PayoutStepElement } from './payout-step-element.ts';
import type { Localizer } from '../../../locales/localizer.ts';

/** Minutes in each unit. */
const minutes = { minute: 1, hour: 60, day: 1440 } as const;

/** Returns `In 1–3 days · No fee`, or only the price where money does not go there at once. */
export function offerText(localizer: Localizer, offer: RailOffer, waits = false): string {
  const fee = feeText(localizer, offer);
  return waits ? fee : `${arrivalText(localizer, offer.arrives_in)} · ${fee}`;
}

/** Returns whether no other way is faster, and at least one is slower. */
export const isFastest = ({ arrives_in }: RailOffer, offers: readonly RailOffer[]): boolean =>
  offers.every((other) => arrives_in.to <= other.arrives_in.to) &&
  offers.some((other) => arrives_in.to < other.arrives_in.to);

/** Returns whether money goes to a method now. */
export const takesMoney = ({ paused, usable_from }: PayoutMethod): boolean => !paused && !usable_from;

/**
 * Returns that nothing is sent to a method: from when it is, or, where it is paused, an advice that the step
 * can follow.
 */
export function refusalText(step: PayoutStepElement, { paused, usable_from }: PayoutMethod): string {
  const { t, requirement, context } = step;
  if (paused) return t(requirement.rails.length ? 'payout-methods.paused' : 'payout-methods.paused.ask');
  return t('payout-methods.waits', { time: momentText(context.localizer, usable_from ?? context.now) });
}

/** Returns what is in the way of sending money to a method, or null. */
export const warningText = (step: PayoutStepElement, method: PayoutMethod): string | null =>
  !takesMoney(method)
    ? refusalText(step, method)
    : method.correction
      ? step.t('payout-methods.failed')
      : null;

/** Returns `Monday, November 30 at 6:19 PM`. A page may stay open for long, so it is never `tomorrow`. */
export const momentText = ({ locale }: Localizer, moment: string | number): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(moment));

/**
 * Returns from when money goes to a method that is added now, and what automatic payouts do until then; null
 * where nothing has to wait.
 */
export function nextWaitText({ t, requirement, context }: PayoutStepElement): string | null {
  const { new_methods_wait: seconds, methods, auto_payout } = requirement;
  if (!seconds) return null;
  const time = momentText(context.localizer, Date.parse(context.now) + seconds * 1000);
  const auto = methods.some(({ is_default }) => is_default) ? 'others' : 'auto';
  const isTold = auto_payout.enabled || (auto_payout.shown && !methods.length);
  return [
    t('payout-methods.next-waits', { time }),
    ...(isTold ? [t(`payout-methods.next-waits.${auto}`)] : []),
  ].join(' ');
}

/** Returns that no bank account can be added in the payee's country; null where one can. */
export const noBankText = ({ t, requirement }: PayoutStepElement): string | null =>
  requirement.rails_not_offered ? t('payout-methods.no-bank') : null;

/** The words for an arrival that stands by itself, or (`payout.expected`) within a sentence. */
export type ArrivalTerms = 'payout-methods.arrives' | 'payout.expected';

/** Returns how long a payout takes, in the largest unit that fits. `from` and `to` are in minutes. */
export function arrivalText(
  { t, locale }: Localizer,
  { from, to }: RailOffer['arrives_in'],
  terms: ArrivalTerms = 'payout-methods.arrives',
): string {
  if (to <= 0) return t(`${terms}.now`);
  const unit = to < minutes.hour ? 'minute' : to < minutes.day ? 'hour' : 'day';
  // The money arrives in the course of the last day, wherever on earth that ends first.
  const end = unit === 'day' ? to - endsAt : to;
  const [earliest, latest] = [Math.floor(from / minutes[unit]), Math.ceil(end / minutes[unit])];
  // In a sentence units are written in full, because an abbreviation may end with a full stop, too. Days
  // always are: some languages have a sign for them that few people know (German: `Tg.`).
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' || terms === 'payout.expected' ? 'long' : 'short',
  });
  if (earliest > 0 && earliest < latest) return t(terms, { time: format.formatRange(earliest, latest) });
  return t(earliest === latest ? terms : `${terms}.within`, { time: format.format(latest) });
}

/**
 * Returns what a payout costs. `fee` is in cents, `fee_basis_points` in hundredths of a percent; a rail may
 * ask for both.
 */
function feeText(
  { t, locale }: Localizer,
  { fee, fee_basis_points: points = 0 }: Pick<RailOffer, 'fee' | 'fee_basis_points'>,
): string {
  const parts = [
    ...(fee > 0 ? [money(locale, fee)] : []),
    ...(points > 0
      ? [
          new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
            points / 10_000,
          ),
        ]
      : []),
  ];
  return parts.length ? t('payout-methods.fee', { amount: parts.join(' + ') }) : t('payout-methods.fee.none');
}

/** Returns cents as US dollars, in the way of the payee's language. */
export const money = (locale: string, cents: number): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100);

/** Returns `Euro (EUR)` where the money does not arrive as dollars, else null. */
export function currencyText({ t, locale }: Localizer, { currency }: PayoutMethod): string | null {
  if (!currency) return null;
  if (currency === 'local') return t('payout-methods.currency.local');
  return `${new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? ''} (${currency})`;
}

/** Returns `Euro (EUR), converted from US dollars`, or null. */
export function convertedText(localizer: Localizer, method: PayoutMethod): string | null {
  const currency = currencyText(localizer, method);
  return currency && localizer.t('payout-methods.converted', { currency });
}

/** Returns `PayPal`, or a general word for a rail that this version has no name for. */
export const railName = (localizer: Localizer, platform: string): string =>
  localizer.t(isPayoutRail(platform) ? `rail.${platform}` : 'rail.other');

/** Returns the bank of a bank account where it is known, else the rail. */
export const methodName = (localizer: Localizer, { bank_name, platform }: PayoutMethod): string =>
  ((platform === 'ach' || platform === 'intl_bank') && bank_name) || railName(localizer, platform);

/**
 * Returns `Chase ••• 6789`, which tells two methods apart wherever one of them is spoken of. The masked part
 * stays on one line.
 */
export const methodText = (localizer: Localizer, method: PayoutMethod): string =>
  `${methodName(localizer, method)} ${method.masked.replaceAll(' ', '\u00a0')}`;
