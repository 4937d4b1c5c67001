import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { Localizer } from '../../locales/localizer.ts';
import { methodText } from '../shared/payout-methods/wording.ts';

/**
 * Returns what removing a method means for the money. When one method remains, the server makes it the
 * default; among several the payee chooses.
 */
export function removalText(
  localizer: Localizer,
  method: PayoutMethod,
  methods: readonly PayoutMethod[],
): string {
  const others = methods.filter(({ id }) => id !== method.id);
  const [heir] = others;
  const { t } = localizer;
  if (!heir) return t('manage-payouts.remove.last');
  if (others.length === 1)
    return t(heir.is_default ? 'manage-payouts.remove.other' : 'manage-payouts.remove.heir', {
      method: methodText(localizer, heir),
    });
  const standing = others.find(({ is_default }) => is_default);
  return standing
    ? t('manage-payouts.remove.other', { method: methodText(localizer, standing) })
    : t('manage-payouts.remove.default');
}
