/**
 * Payees who try the page out. None of them exists; the numbers are those of the sandbox table, of blocks
 * that are reserved for fiction, or the ones that the authorities print as examples.
 */
export interface Persona {
  readonly name: string;
  /** What is special about them, in a line. */
  readonly about: string;
  /** The country that they live in, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Their phone in international form; `#` is another digit each time, so that they are new each time. */
  readonly phone: string;
  /** What they type or choose, by the wire's name of the control. */
  readonly values: Readonly<Record<string, string>>;
}

/** What everybody types the same. */
const everybody = {
  code: '123456',
  amount: '120',
  date_of_birth: '1990-01-31',
  account_type: 'checking',
  document_type: 'passport',
  source: 'manual',
  first_deposit: '0.32',
  second_deposit: '0.45',
  shop: 'Slow Clay',
  craft: 'Ceramics',
};
/** Lives in the United States, and is paid to a bank account there. */
const american = {
  country: 'US',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
  tin: '123-45-6789',
  ssn: '123-45-6789',
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
};
/** Is no US person, and works where they live. */
const abroad = { place_of_work: 'outside', us_indicia_reason: 'contact-only', platform: 'paypal' };

const named = (first_name: string, last_name: string) => ({
  first_name,
  last_name,
  name: `${first_name} ${last_name}`,
  signature: `${first_name} ${last_name}`,
  email: `${first_name.toLowerCase()}@example.com`,
});

export const personas = {
  'us-individual': {
    name: 'US individual',
    about: 'Ada files a W-9 and is paid to her bank.',
    country: 'US',
    phone: '+141555501##',
    values: { ...everybody, ...named('Ada', 'Example'), ...american },
  },
  'us-business': {
    name: 'US business',
    about: 'An LLC files a W-9 with its EIN.',
    country: 'US',
    phone: '+131255501##',
    values: {
      ...everybody,
      ...named('Grace', 'Example'),
      ...american,
      entity_type: 'business',
      business_name: 'Example Goods LLC',
      tax_classification: 'llc_c',
      tin: '12-3456789',
    },
  },
  'german-freelancer': {
    name: 'German freelancer',
    about: 'Emil files a W-8BEN, and gives the number that DAC7 asks for.',
    country: 'DE',
    phone: '+4915123456#6#',
    values: {
      ...everybody,
      ...named('Emil', 'Beispiel'),
      ...abroad,
      country: 'DE',
      citizenship_country: 'DE',
      foreign_tax_id: '86 095 742 719',
      line_1: 'Musterstraße 1',
      city: 'Berlin',
      postcode: '10115',
    },
  },
  'indian-developer': {
    name: 'Indian developer',
    about: 'Priya files a W-8BEN with her PAN.',
    country: 'IN',
    phone: '+91987654#2##',
    values: {
      ...everybody,
      ...named('Priya', 'Example'),
      ...abroad,
      platform: 'intl_bank',
      country: 'IN',
      citizenship_country: 'IN',
      foreign_tax_id: 'ABCPE1234F',
      line_1: '1 Example Road',
      city: 'Mumbai',
      state: 'Maharashtra',
      postcode: '400001',
      ifsc: 'SBIN0001234',
      account_number: '12345678901',
    },
  },
  'brazilian-seller': {
    name: 'Brazilian seller',
    about: 'Caio files a W-8BEN with his CPF.',
    country: 'BR',
    phone: '+55119876#4##1',
    values: {
      ...everybody,
      ...named('Caio', 'Exemplo'),
      ...abroad,
      platform: 'intl_bank',
      country: 'BR',
      citizenship_country: 'BR',
      foreign_tax_id: '111.444.777-35',
      line_1: 'Rua Exemplo 1',
      city: 'São Paulo',
      state: 'SP',
      postcode: '01310-100',
      bank_code: '001',
      branch_code: '1234',
      account_number: '123456X',
      bank_account_type: 'checking',
    },
  },
  'japanese-illustrator': {
    name: 'Japanese illustrator',
    about: 'Yuki needs no tax number: nobody in Japan has to give one.',
    country: 'JP',
    phone: '+819012345#7#',
    values: {
      ...everybody,
      ...named('Yuki', 'Rei'),
      ...abroad,
      country: 'JP',
      citizenship_country: 'JP',
      no_foreign_tax_id: 'yes',
      line_1: '1-1 Reigai',
      city: 'Chiyoda',
      state: 'Tokyo',
      postcode: '100-0001',
    },
  },
  'us-citizen-in-berlin': {
    name: 'US citizen in Berlin',
    about: 'Nora lives in Germany and files a W-9 all the same.',
    country: 'DE',
    phone: '+4915123457#8#',
    values: {
      ...everybody,
      ...named('Nora', 'Example'),
      ...abroad,
      form: 'w9',
      country: 'DE',
      citizenship_country: 'US',
      tin: '123-45-6789',
      foreign_tax_id: '86 095 742 719',
      line_1: 'Musterstraße 1',
      city: 'Berlin',
      postcode: '10115',
    },
  },
} as const satisfies Readonly<Record<string, Persona>>;
export type PersonaId = keyof typeof personas;

export const personaIds = Object.keys(personas) as PersonaId[];
export const isPersona = (id: string): boolean => Object.hasOwn(personas, id);
export const personaOf = (id: PersonaId): Persona => personas[id];

/** Returns a number of theirs that nobody has, most likely. */
export const newPhone = ({ phone }: Persona): string =>
  phone.replace(/#/g, () => String(Math.floor(Math.random() * 10)));
