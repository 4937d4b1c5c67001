/**
 * Addresses for a driver to type, under the wire names of the tax form and in the shape of their country.
 * None is anybody's.
 */
export const addressIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AU: { line_1: '1 Example Street', city: 'Sydney', state: 'NSW', postcode: '2000' },
  BR: { line_1: 'Rua Exemplo 1', city: 'São Paulo', state: 'SP', postcode: '01310-100' },
  CA: { line_1: '1 Example Street', city: 'Toronto', state: 'ON', postcode: 'M5V 2T6' },
  DE: { line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' },
  GB: { line_1: '1 Example Street', city: 'London', postcode: 'SW1A 1AA' },
  IN: { line_1: '1 Example Road', city: 'Mumbai', state: 'Maharashtra', postcode: '400001' },
  MX: { line_1: 'Calle Ejemplo 1', city: 'Ciudad de México', state: 'CDMX', postcode: '06600' },
};
