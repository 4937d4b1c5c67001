/** Amounts as a payee reads them. */

/** Returns cents of US dollars in words of the locale: `$1,234.50`. */
export const amountIn = (locale: string, cents: number): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100);
