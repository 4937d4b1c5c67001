/**
 * `npm run tax-table` prints the tax rules as the server applies them, by country and year, with their
 * sources. `-- DE 2026` prints what holds for one, `-- --expiring` what somebody has to look up within the
 * next 120 days.
 */
import { pathToFileURL } from 'node:url';
import { platformRules } from '../src/contract/tax/platform-rules.ts';
import { ruleFor, stateThresholds, taxAnswer, taxRules } from '../src/contract/tax/rules.ts';

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
  const states = stateThresholds.map(({ state, from, source }) => `  ${state}  ${usd(from)}  ${source}`);
  return [
    'UNITED STATES: which form, and from which amount it has to be there',
    ...us,
    'STATES that want to hear of smaller amounts than the IRS (nobody is asked earlier because of them)',
    states.join('\n'),
    'OTHER COUNTRIES: what the form collects on top, because a platform has to report its sellers',
    ...platforms,
  ].join('\n\n');
}

const day = 24 * 60 * 60 * 1000;

/** Returns the rules whose figures were looked up for no longer than the next 120 days, as text. */
export function expiring(today: Date): string[] {
  const until = new Date(today.getTime() + 120 * day);
  const rows = [
    ...taxRules.map((rule) => ({
      ...rule,
      name: `W-9 from ${usd(rule.threshold)}, ${rule.countries.join(' ')}`,
    })),
    ...platformRules.map((rule) => ({ ...rule, name: `${rule.regime}, sellers of goods` })),
  ];
  return rows.flatMap((rule) => {
    const { name, lookedUpTo, source } = rule;
    // A later row of the same countries has taken its place.
    const isReplaced = taxRules.some((other) => other.from > rule.from && other.countries === rule.countries);
    if (lookedUpTo === undefined || isReplaced || Date.UTC(lookedUpTo + 1, 0, 1) > until.getTime()) return [];
    return [`${lookedUpTo}-12-31  ${name}\n            ${source}`];
  });
}

/** Returns what the rules say about somebody in one country and year, as text. */
export function answersFor(country: string, year: number): string {
  const { form, businessForm, threshold, why, reporting } = taxAnswer({ country, year, paid: 0 });
  const { lookedUpTo } = ruleFor(country, year);
  return [
    `${country} ${year}: ${form}${businessForm === form ? '' : ` (${businessForm} for businesses)`}, due at ${usd(threshold)}, because of ${why}`,
    `source: ${ruleFor(country, year).source}`,
    ...(lookedUpTo !== undefined && lookedUpTo < year
      ? [`the amount is that of ${lookedUpTo}: the one of ${year} was not published when this was written`]
      : []),
    reporting
      ? `reported under ${reporting.regime}; asks people for ${reporting.person.join(', ')}`
      : 'no platform reporting',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [country, year] = process.argv.slice(2);
  if (country === '--expiring') console.log(expiring(new Date()).join('\n') || 'Nothing within 120 days.');
  else
    console.log(
      country ? answersFor(country.toUpperCase(), Number(year ?? new Date().getUTCFullYear())) : taxTable(),
    );
}
