/** How a method and an offer are put into words. */
import type { PayoutMethod, RailOffer } from '../../../contract/bank/payout-methods.ts';
import { isPayoutRail } from '../../../contract/bank/rails.ts';
import type { Localizer } from '../../../locales/localizer.ts';

const minutes = { minute: 1, hour: 60, day: 1440 } as const;

/** `In 1–3 days · No fee` */
export function offerText(localizer: Localizer, offer: RailOffer): string {
  return `${arrivalText(localizer, offer.arrives_in)} · ${feeText(localizer, offer)}`;
}

/** By itself, or (`payout.expected`) within a sentence. */
export type ArrivalTerms = 'payout-methods.arrives' | 'payout.expected';

export function arrivalText(
  { t, locale }: Localizer,
  { from, to }: RailOffer['arrives_in'],
  terms: ArrivalTerms = 'payout-methods.arrives',
): string {
  if (to <= 0) return t(`${terms}.now`);
  const unit = to < minutes.hour ? 'minute' : to < minutes.day ? 'hour' : 'day';
  const [earliest, latest] = [Math.floor(from / minutes[unit]), Math.ceil(to / minutes[unit])];
  // Days are a word everywhere in full; abbreviated some languages have a sign that few people know (German: `Tg.`).
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' ? 'long' : 'short',
  });
  if (earliest > 0 && earliest < latest) return t(terms, { time: format.formatRange(earliest, latest) });
  return t(earliest === latest ? terms : `${terms}.within`, { time: format.format(latest) });
}

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

/** Cents as US dollars, in the way of the payee's language. */
export const money = (locale: string, cents: number): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100);

/** `PayPal`; a rail that this version has no name for is a payout method. */
export const railName = (localizer: Localizer, platform: string): string =>
  localizer.t(isPayoutRail(platform) ? `rail.${platform}` : 'rail.other');

/** The bank of a bank account where it is known, else the rail. */
export const methodName = (localizer: Localizer, { bank_name, platform }: PayoutMethod): string =>
  ((platform === 'ach' || platform === 'intl_bank') && bank_name) || railName(localizer, platform);

/** `Chase ••• 6789`: tells two methods apart wherever one of them is spoken of. The masked part stays on one line. */
export const methodText = (localizer: Localizer, method: PayoutMethod): string =>
  `${methodName(localizer, method)} ${method.masked.replaceAll(' ', '\u00a0')}`;
