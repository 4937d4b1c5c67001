/** Payment customers in the vendor's v2 shape: whom an app debits. Each is one of its users. */
import * as z from '../z.ts';
import { metadata, timestamp, uuid } from '../flow.ts';
import { email, optionalText, personName, words } from '../forms/fields.ts';
import { changePhoneInput, userAddress } from './user-requests.ts';

const customerAddress = z.object({
  /** Street and number. */
  line_1: userAddress.shape.line_1,
  line_2: userAddress.shape.line_2,
  city: userAddress.shape.city,
  state: userAddress.shape.state,
  postcode: userAddress.shape.postcode,
  /** ISO 3166-1 alpha-2 code. */
  country: userAddress.shape.country,
});

const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** Body of `POST /payment-customers`. Names of a person, or the name of a business. */
export const createPaymentCustomerInput = z.object({
  /**
   * The user whose accounts are debited. Without it the customer is the user of this phone number, who is
   * made when the app has none.
   */
  user_id: maybe(uuid),
  /** Needed with the phone number. */
  email: maybe(email),
  /** Calling code without plus, 1 to 3 digits: `1`. */
  country_code: maybe(changePhoneInput.shape.country_code),
  /** National digits. */
  phone_number: maybe(changePhoneInput.shape.phone_number),
  first_name: maybe(personName),
  /** A name between the two. */
  middle_name: z.optional(z.nullable(optionalText(50))),
  last_name: maybe(personName),
  /** The name of a business. Whoever signs for it gives their own name in the step `onboarding`. */
  business_name: maybe(words(100)),
  /** Where the customer lives, or the business is. */
  address: maybe(customerAddress),
  metadata: maybe(metadata),
});

/** Somebody whose account the app debits. */
export const paymentCustomer = z.object({
  id: uuid,
  created: timestamp,
  updated: timestamp,
  /**
   * The user to whom it belongs. A flow with this `user_id` and the step `manage-payments` connects an
   * account.
   */
  user_id: uuid,
  email: z.optional(z.string()),
  /** Calling code without plus: `1`. */
  country_code: z.optional(z.string()),
  /** National digits. */
  phone_number: z.optional(z.string()),
  first_name: z.optional(z.string()),
  /** A name between the two. */
  middle_name: z.optional(z.string()),
  last_name: z.optional(z.string()),
  /** The name of a business. */
  business_name: z.optional(z.string()),
  /** Where the customer lives, or the business is. */
  address: z.optional(customerAddress),
  /** Your own note; absent when there is none. */
  metadata: z.optional(metadata),
});
export type PaymentCustomer = z.infer<typeof paymentCustomer>;
/** What is known of a customer beside the user. */
export type CustomerDetails = Omit<PaymentCustomer, 'id' | 'created' | 'updated' | 'user_id' | 'metadata'>;
