/** What validator.js takes: numbers near to published ones, in which digits were changed. */
import type { Example } from './examples.ts';

interface Validator {
  isTaxID(text: string, locale: string): boolean;
  isAbaRouting(text: string): boolean;
}

/** The same numbers in each run. */
function* changed(number: string, count: number): Generator<string> {
  let seed = number.length;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let at = 0; at < count; at += 1) {
    const signs = [...number];
    for (let changes = 0; changes < 2; changes += 1) {
      const place = next(signs.length);
      if (/\d/.test(signs[place] ?? '')) signs[place] = String(next(10));
    }
    yield signs.join('');
  }
}

/** Kinds of tax numbers that `isTaxID` knows, by its locale. */
const locales: Readonly<Record<string, string>> = {
  'AT tin': 'de-AT',
  'BE nn': 'fr-BE',
  'BG egn': 'bg-BG',
  'BR cpf': 'pt-BR',
  'CA sin': 'en-CA',
  'CZ rc': 'cs-CZ',
  'DE idnr': 'de-DE',
  'DK cpr': 'dk-DK',
  'EE ik': 'et-EE',
  'ES dni': 'es-ES',
  'FI hetu': 'fi-FI',
  'FR nif': 'fr-FR',
  'GR vat': 'el-GR',
  'HR oib': 'hr-HR',
  'IE pps': 'en-IE',
  'IT codicefiscale': 'it-IT',
  'LT asmens': 'lt-LT',
  'NL bsn': 'nl-NL',
  'PL pesel': 'pl-PL',
  'PT nif': 'pt-PT',
  'RO cnp': 'ro-RO',
  'SI ddv': 'sl-SI',
};

/**
 * Returns numbers that validator.js takes. What it refuses says nothing: it has no check digits for most
 * countries, and none within IBANs or for UTRs.
 */
export function secondOpinions(validator: Validator, examples: readonly Example[]): Example[] {
  const takes = ({ country, kind }: Example) => {
    const locale = locales[`${country} ${kind}`];
    if (locale) return (number: string) => validator.isTaxID(number, locale);
    if (`${country} ${kind}` === 'US rtn') return (number: string) => validator.isAbaRouting(number);
    return null;
  };
  return examples
    .filter(({ right }) => right)
    .flatMap((example) => {
      const taken = takes(example);
      if (!taken) return [];
      const compact = example.number.replace(/[\s.-]/g, '');
      return [...new Set(changed(compact, 400))]
        .filter((number) => number !== compact && taken(number))
        .map((number): Example => ({ ...example, source: 'validator.js', number }));
    });
}
