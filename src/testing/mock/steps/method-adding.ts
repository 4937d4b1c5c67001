/** How the mock adds a payout method, as the server does (`server/payout-methods/insert.ts`). */
import { bankNameAbroad } from '../../../contract/bank/banks-abroad.ts';
import { detailsOf } from '../../../contract/bank/method-details.ts';
import type { PayoutMethodInput } from '../../../contract/bank/method-inputs.ts';
import { parseMethod } from '../../../contract/bank/parse-method.ts';
import { fieldError, fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { lacksBankForm } from '../../../contract/rails/countries.ts';
import { railsFor } from '../../../contract/rails/terms.ts';
import { bankNameOf, bankRefusal } from '../../../contract/sandbox/answers.ts';
import { hasTaxNumberMark, withTaxNumber } from '../../../contract/steps/known-tax-number.ts';
import { countryOf, payeeOf } from '../facts.ts';
import { newId } from '../ids.ts';
import type { MockMethod, MockUser, World } from '../world.ts';
import { isPaused } from './paused.ts';
import { methodsOf } from './shown.ts';

/** Returns the id of the method that was added. `corrected` gives way to it. */
export function addMethod(world: World, user: MockUser, body: unknown, corrected?: MockMethod): string {
  const country = countryOf(user);
  const offered = railsFor(...payeeOf(user)).map(({ platform }) => platform);
  // How banks and branches stand inside an IBAN takes a library; length and check digits are verified.
  const given = parseMethod(body, offered, () => true, lacksBankForm(country) ? country : null);
  const form = user.taxForms.at(-1)?.fields ?? null;
  const details = hasTaxNumberMark(given) ? withTaxNumber(given, form) : given;
  if (!details) throw fieldError('holder_tax_id', 'invalid-bank-number');
  const bank = details.platform === 'ach' || details.platform === 'cash_app' ? details : null;
  const refused = bank && bankRefusal(bank.account_number);
  if (refused) throw fieldError('account_number', refused);
  const { masked, identity, field } = detailsOf(details);
  const isFirst = methodsOf(user).length === 0;
  const twin = methodsOf(user).find((method) => method.identity === identity);
  // One that is paused is added anew, and so is one that was corrected.
  const isCorrected = twin === corrected && JSON.stringify(twin?.details) !== JSON.stringify(details);
  if (twin && !isPaused(user, twin) && !isCorrected)
    throw new ProblemError('payout-method-exists', {
      errors: [fieldProblem(field, 'payout-method-exists')],
    });
  const leaving = [corrected, twin].filter((method) => method !== undefined);
  const isDefault = isFirst || leaving.some((method) => method.is_default);
  for (const method of leaving) Object.assign(method, { removed: true, is_default: false });
  const id = newId();
  user.methods.push({
    id,
    platform: details.platform,
    masked,
    bank_name: nameOfBank(details),
    account_type: details.platform === 'ach' ? details.account_type : null,
    is_default: isDefault,
    details,
    identity,
    knownSince: twin?.knownSince ?? world.now(),
    removed: false,
  });
  return id;
}

function nameOfBank(details: PayoutMethodInput): string | null {
  if (details.platform === 'intl_bank') return bankNameAbroad(details);
  return 'routing_number' in details ? bankNameOf(details.routing_number) : null;
}
