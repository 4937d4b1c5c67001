/**
 * Check digits of the world's account numbers. Each function takes the number as it is sent (digits and
 * capital letters, no separators), of a length that its format has checked already. It returns whether the
 * check digits are right.
 */

/**
 * ISO/IEC 7064 MOD 97-10: numbers and letters are one big number, a letter as two digits (A = 10), modulo 97.
 */
function mod97(text: string): number {
  return [...text].reduce((rest, char) => {
    const value = Number.parseInt(char, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0), 0);

/** Returns the digit that makes the weighted sum end in 0. */
const mod10 = (digits: string, weights: readonly number[]): string =>
  String((10 - (weighted(digits, weights) % 10)) % 10);

/**
 * ISO 13616-1: country and check digits go to the end, and then the remainder is 1. Check digits are 98 less
 * a remainder of 97 (ISO 7064, MOD 97-10), so they are 02 to 98. 00, 01 and 99 leave the same remainder and
 * are never given out.
 */
export const isIban = (iban: string): boolean =>
  !['00', '01', '99'].includes(iban.slice(2, 4)) && mod97(iban.slice(4) + iban.slice(0, 4)) === 1;

/** Returns the IBAN of a national number: the check digits are what 98 leaves over the remainder. */
export const ibanOf = (country: string, bban: string): string =>
  country + String(98 - mod97(`${bban}${country}00`)).padStart(2, '0') + bban;

/**
 * Asociación de Bancos de México: weights 3-7-1. Only the last digit of each product counts, which mod 10
 * does.
 */
export const isClabe = (clabe: string): boolean => mod10(clabe.slice(0, 17), [3, 7, 1]) === clabe[17];

/**
 * Banco Central de la República Argentina: two blocks, each with its own check digit. A CVU follows the same
 * rule.
 */
export const isCbu = (cbu: string): boolean =>
  mod10(cbu.slice(0, 7), [7, 1, 3, 9]) === cbu[7] && mod10(cbu.slice(8, 21), [3, 9, 7, 1]) === cbu[21];

/**
 * Cámara de Compensación Electrónica, Perú: bank and office, then account. Weights are 1-2; a product of two
 * digits counts as their sum. No official print of the rule was found. Public code uses it for BCP and BBVA,
 * and it holds for the published numbers in the test.
 */
export const isCci = (cci: string): boolean =>
  luhn(cci.slice(0, 6)) === cci[18] && luhn(cci.slice(6, 18)) === cci[19];

function luhn(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/**
 * Central Bank of Nigeria, Revised Standards on NUBAN (2020): six digits of bank code (three-digit codes
 * behind `000`, five-digit ones behind `9`), then nine digits of serial number, weights 3-7-3.
 */
export const isNuban = (account: string, bankCode: string): boolean =>
  mod10(
    (bankCode.length === 5 ? `9${bankCode}` : bankCode.padStart(6, '0')) + account.slice(0, 9),
    [3, 7, 3],
  ) === account[9];

/** Bank Al-Maghrib: the whole RIB, key included, is divisible by 97. */
export const isMoroccanRib = (rib: string): boolean => mod97(rib) === 0;

/**
 * Receita Federal: the CPF of a person (11 digits) or the CNPJ of a company (14; letters since July 2026, IN
 * RFB 2.229/2024).
 */
export function isCpfOrCnpj(id: string): boolean {
  if (/^(.)\1+$/.test(id)) return false;
  const longest = id.length === 11 ? 11 : 9;
  return [2, 1].every((fromEnd) => {
    const body = id.slice(0, -fromEnd);
    // Weights are 2, 3, … from the right; those of a CNPJ start over after 9. A letter counts as its ASCII
    // code less 48.
    const sum = [...body]
      .reverse()
      .reduce((total, char, index) => total + (char.charCodeAt(0) - 48) * ((index % (longest - 1)) + 2), 0);
    return String(((sum * 10) % 11) % 10) === id.at(-fromEnd);
  });
}

/** ARCA (formerly AFIP), CUIT/CUIL: weights 5-4-3-2-7-6-5-4-3-2, modulo 11. */
export function isCuit(cuit: string): boolean {
  const rest = 11 - (weighted(cuit.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return String(rest === 11 ? 0 : rest) === cuit[10];
}

/** Servicio de Impuestos Internos, RUT: weights 2 to 7 from the right, modulo 11. K stands for 10. */
export function isRut(rut: string): boolean {
  const sum = [...rut.slice(0, -1)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * ((index % 6) + 2), 0);
  return '0123456789K0'[11 - (sum % 11)] === rut.at(-1);
}
