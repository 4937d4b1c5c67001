/** A payout in rows: on the screen, and as a text that the payee keeps. */
import type { Snapshot } from '../../contract/steps/session.ts';
import type { FlowSummary } from '../../contract/steps/summary.ts';
import type { Localizer } from '../../locales/localizer.ts';
import { arrivalText, convertedText, methodText, money } from '../../steps/shared/payout-methods/wording.ts';

type Payout = NonNullable<FlowSummary['payout']>;
/** A summary with a payout. */
type Paid = Pick<FlowSummary, 'payee'> & { readonly payout: Payout };

/** Minutes. */
const day = 24 * 60;

type Row = [term: string, value: string];

/**
 * Returns what is known of the payout, each with its name. The receipt says of a fee also that there is none,
 * and whose payout it is: it is read elsewhere.
 */
export function receiptRows(localizer: Localizer, { payout, payee }: Paid, isKept = false): Row[] {
  const { t, locale } = localizer;
  const { amount, fee, net, method, status, created, reference } = payout;
  // The rest was kept back.
  const tax = amount - fee - net;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const converted = convertedText(localizer, method);
  const isUnderWay = status === 'created' || status === 'pending';
  return [
    ...(isKept && payee ? [[t('ending.payout.payee'), payee] as Row] : []),
    [t('ending.payout.amount'), money(locale, amount)],
    ...(net < amount || isKept
      ? ([
          ...(fee > 0 || isKept ? [[t('ending.payout.fee'), money(locale, fee)]] : []),
          ...(tax > 0 ? [[t('ending.payout.tax'), money(locale, tax)]] : []),
          [t(converted ? 'payout-methods.net.converted' : 'ending.payout.net'), money(locale, net)],
        ] as Row[])
      : []),
    [t('ending.payout.to'), methodText(localizer, method)],
    ...(converted ? [[t('payout-methods.currency'), converted] as Row] : []),
    [t('ending.payout.made'), moment.format(new Date(created))],
    [t('ending.payout.status'), localizer.first([`ending.status.${status}`])],
    ...(isUnderWay ? [[t('ending.payout.arrives'), arrival(localizer, payout)] as Row] : []),
    [t('ending.payout.reference'), reference],
  ];
}

/** Returns the last day on which the money arrives, or how long it takes when that is less than a day. */
function arrival(localizer: Localizer, { arrives_in: arrives, created }: Payout): string {
  if (arrives.to < day) return arrivalText(localizer, arrives);
  const format = new Intl.DateTimeFormat(localizer.locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
  const last = new Date(created).getTime() + arrives.to * 60_000;
  return localizer.t('ending.payout.by', { date: format.format(last) });
}

/**
 * Saves the receipt on the payee's device, as plain text. It says what stands on the screen, with the payee's
 * name and the moment at which that was so.
 */
export function saveReceipt(localizer: Localizer, { app_name: app, now }: Snapshot, paid: Paid): void {
  const { t, locale } = localizer;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const lines = [
    t('ending.receipt.title', { app }),
    '',
    ...receiptRows(localizer, paid, true).map((row) => row.join(': ')),
    '',
    t('ending.receipt.saved', { date: moment.format(new Date(now)) }),
    '',
  ];
  const url = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `payout-${paid.payout.reference.slice(0, 8)}.txt`;
  link.click();
  // The browser reads the blob after the click. A minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
