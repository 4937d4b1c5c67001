/** What the mock keeps back of a payout for the IRS. Its money is all paid for services. */
import { withheldOf, type Withheld } from '../../contract/money/withheld-of.ts';
import { usualIncomeType } from '../../contract/forms/income.ts';
import { factsOf } from '../../contract/tax/form-facts.ts';
import { withholdingOf } from '../../contract/tax/withholding.ts';
import { countryOf, paidInYear } from './facts.ts';
import type { MockUser, World } from './world.ts';

/** Returns undefined when nothing is kept back. */
export function withheldFrom(world: World, user: MockUser, amount: number): Withheld | undefined {
  const now = world.now();
  const filed = user.taxForms.at(-1);
  const work = filed && filed.fields.form !== 'w9' ? filed.fields : null;
  const { us_share, ...said } = withholdingOf({
    form: filed ? factsOf(filed, filed.fields, now) : null,
    ...{ residence: countryOf(user), income_type: usualIncomeType, amount },
    ...{ year: now.getUTCFullYear(), paid: paidInYear(world, user, amount) },
    place: work?.place_of_work ?? null,
    ...(work?.us_work_percent === undefined ? {} : { us_share: work.us_work_percent }),
  });
  return withheldOf({
    mode: world.withholding,
    parts: [{ income_type: usualIncomeType, amount, us_percent: us_share, ...said }],
  });
}
