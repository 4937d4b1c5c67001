/**
 * Names of a few large banks by ABA routing number, so that a payee sees that they typed the right one. The
 * list is a convenience and never a check. It was written down from general knowledge of routing numbers that
 * banks publish, nobody keeps it up to date, and a number that is not in it gets no name. It is not the
 * Federal Reserve's directory, whose use needs an agreement. A complete list comes from a provider
 * (`BankDirectory`).
 */
const names: Readonly<Record<string, string>> = {
  '011103093': 'TD Bank',
  '021000021': 'JPMorgan Chase',
  '021000089': 'Citibank',
  '022000046': 'M&T Bank',
  '026009593': 'Bank of America',
  '026013673': 'TD Bank',
  '031100649': 'Discover Bank',
  '031101279': 'The Bancorp Bank',
  '031176110': 'Capital One',
  '041001039': 'KeyBank',
  '042000314': 'Fifth Third Bank',
  '043000096': 'PNC Bank',
  '044000024': 'Huntington National Bank',
  '053101121': 'Truist',
  '061000104': 'Truist',
  '062000019': 'Regions Bank',
  '063100277': 'Bank of America',
  '065000090': 'Capital One',
  '071000013': 'JPMorgan Chase',
  '091000022': 'U.S. Bank',
  '103100195': 'Stride Bank',
  '111000025': 'Bank of America',
  '111000614': 'JPMorgan Chase',
  '121000248': 'Wells Fargo',
  '121000358': 'Bank of America',
  '121202211': 'Charles Schwab Bank',
  '122105155': 'U.S. Bank',
  '124003116': 'Ally Bank',
  '256074974': 'Navy Federal Credit Union',
  '267084131': 'JPMorgan Chase',
  '314074269': 'USAA',
  '321171184': 'Citibank',
  '322271627': 'JPMorgan Chase',
};

/**
 * The number is whatever stands in the path of a request, so the properties that every object has must not
 * count.
 */
export const bankName = (routingNumber: string): string | null =>
  (Object.hasOwn(names, routingNumber) && names[routingNumber]) || null;

/** The numbers of the list. A test checks that each is a real routing number. */
export const namedRoutingNumbers: readonly string[] = Object.keys(names);
