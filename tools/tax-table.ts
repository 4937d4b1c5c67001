/**
 * `npm run tax-table` prints the tax rules as the server applies them, by country and year, with their
 * sources. `-- DE 2026` prints what holds for one.
 */
import { pathToFileURL } from 'node:url';
import { platformRules } from '../src/contract/tax/platform-rules.ts';
import { ruleFor, taxAnswer, taxRules } from '../src/contract/tax/rules.ts';

const usd = (cents: number) =>
  cents === 0 ? 'first payment' : `USD ${(cents / 100).toLocaleString('en-US')}`;

/** Returns every rule, as text. */
export function taxTable(): string {
  const us = taxRules.map(({ countries, from, form, businessForm, threshold, why, source, note }) =>
    [
      `${countries.join(' ') || 'everybody else'}, ${from === 0 ? 'until replaced' : `from ${from}`}`,
      `  form       ${form}${businessForm === form ? '' : `, businesses ${businessForm}`}`,
      `  due at     ${usd(threshold)} in a calendar year`,
      `  why        ${why}`,
      `  source     ${source}`,
      ...(note ? [`  note       ${note}`] : []),
    ].join('\n'),
  );
  const platforms = platformRules.map(({ regime, countries, from, person, business, goods, source, note }) =>
    [
      `${regime}: ${countries.join(' ')}, from ${from}`,
      `  people     ${person.join(', ')}`,
      `  businesses ${business.join(', ')}`,
      `  goods      ${goods === 'none' ? 'not reported' : `not reported below ${goods.sales} sales and up to ${goods.law} (compared with ${usd(goods.amount)})`}`,
      `  source     ${source}`,
      ...(note ? [`  note       ${note}`] : []),
    ].join('\n'),
  );
  return [
    'UNITED STATES: which form, and from which amount it has to be there',
    ...us,
    'OTHER COUNTRIES: what the form collects on top, because a platform has to report its sellers',
    ...platforms,
  ].join('\n\n');
}

/** Returns what the rules say about somebody in one country and year, as text. */
export function answersFor(country: string, year: number): string {
  const { form, businessForm, threshold, why, reporting } = taxAnswer({ country, year, paid: 0 });
  return [
    `${country} ${year}: ${form}${businessForm === form ? '' : ` (${businessForm} for businesses)`}, due at ${usd(threshold)}, because of ${why}`,
    `source: ${ruleFor(country, year).source}`,
    reporting
      ? `reported under ${reporting.regime}; asks people for ${reporting.person.join(', ')}`
      : 'no platform reporting',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [country, year] = process.argv.slice(2);
  console.log(
    country ? answersFor(country.toUpperCase(), Number(year ?? new Date().getUTCFullYear())) : taxTable(),
  );
}
