/** Puts accounts and their states into words. */
import type { PaymentMethod } from '../../contract/steps/manage-payments.ts';
import type { Translate } from '../../locales/catalogue.ts';
import type { Localizer } from '../../locales/localizer.ts';

/**
 * Returns `Chase ••• 6789`, which tells two accounts apart wherever one of them is spoken of. The masked part
 * stays on one line.
 */
export const accountText = (localizer: Localizer, method: PaymentMethod): string =>
  `${accountName(localizer, method)} ${method.masked.replaceAll(' ', '\u00a0')}`;

/** Returns the bank's name, or a general word while nobody knows it. */
export const accountName = ({ t }: Localizer, { bank_name }: PaymentMethod): string =>
  bank_name ?? t('manage-payments.account');

/**
 * Returns when the deposits are in the account. `expected` is RFC 3339. Only the day is told, because banks
 * book in days. `now` is the server's time. `phone` is where the payee is reminded of them.
 */
export function depositsText(
  { t, locale }: Localizer,
  expected: string,
  now: string,
  phone: string | undefined,
): string {
  const date = new Date(expected);
  if (date.getTime() <= Date.parse(now)) return t('manage-payments.deposits.there');
  const by = t('manage-payments.deposits.by', {
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date),
  });
  return phone === undefined ? by : `${by} ${t('manage-payments.deposits.notification', { phone })}`;
}

export const triesText = ({ t }: Localizer, count: number): string => t('manage-payments.tries', { count });

/**
 * Returns what removing an account means: the authorization ends, and perhaps another account is debited
 * instead. Which one, the payee chooses among several.
 */
export function removalText(
  t: Translate,
  localizer: Localizer,
  method: PaymentMethod,
  methods: readonly PaymentMethod[],
): string {
  if (method.status !== 'verified') return t('manage-payments.remove.unconfirmed');
  const others = methods.filter(({ id, status }) => id !== method.id && status === 'verified');
  const [heir] = others;
  if (!heir) return t('manage-payments.remove.last');
  const next = others.find(({ is_default }) => is_default) ?? (others.length === 1 ? heir : null);
  return next
    ? t('manage-payments.remove.other', { method: accountText(localizer, next) })
    : t('manage-payments.remove.default');
}
