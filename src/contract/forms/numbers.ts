/** Structural rules of the US numbers that a payee types. All functions take digits only. */

/**
 * SSNs are never issued with area 000, 666 or 900–999, group 00 or serial 0000 (SSA, "Social Security Number
 * Randomization", 2011). An ITIN (9xx with group 50–65, 70–88, 90–92, 94–99; IRS, "ITIN") is accepted in its
 * place.
 */
export function isSsn(digits: string): boolean {
  const match = /^(\d{3})(\d{2})(\d{4})$/.exec(digits);
  if (!match) return false;
  const [area, group, serial] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (area >= 900) return isItinGroup(group);
  // Printed on a card in wallets, used by thousands, and void since (SSA, “Social Security Cards Issued by
  // Woolworth”, ssa.gov/history/ssn/misused.html).
  if (digits === '078051120') return false;
  return area !== 0 && area !== 666 && group !== 0 && serial !== 0;
}

function isItinGroup(group: number): boolean {
  return (
    (group >= 50 && group <= 65) ||
    (group >= 70 && group <= 88) ||
    (group >= 90 && group <= 92) ||
    (group >= 94 && group <= 99)
  );
}

/**
 * Two-digit prefixes that the IRS has not assigned to any campus (IRS, "How EINs are assigned and valid EIN
 * prefixes").
 */
const unusedEinPrefixes = new Set([
  '00',
  '07',
  '08',
  '09',
  '17',
  '18',
  '19',
  '28',
  '29',
  '49',
  '69',
  '70',
  '78',
  '79',
  '89',
  '96',
  '97',
]);

export function isEin(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !unusedEinPrefixes.has(digits.slice(0, 2));
}

/**
 * ABA routing number: nine digits, a Federal Reserve prefix (00–12, 21–32, 61–72, 80) and the 3-7-1 checksum
 * (ABA, "Routing Number Policy").
 */
export function isRoutingNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const prefix = Number(digits.slice(0, 2));
  const assigned =
    prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix === 80;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] as number),
    0,
  );
  return assigned && sum % 10 === 0 && sum > 0;
}
