/**
 * The one catalogue of everything that can go wrong, shared by server and element.
 *
 * A problem is sent as RFC 9457 `application/problem+json`, together with the API's own `{success,
 * error_code, message}`. The English here is for developers; what a payee reads is in `src/locales`.
 */
import { stepNames } from './steps.ts';
import * as z from './z.ts';

/** `status`: of HTTP; 0 for what only the element raises. `message`: what is wrong, and what to do. */
interface ProblemEntry {
  readonly status: number;
  readonly message: string;
}

const entry = (status: number, message: string): ProblemEntry => ({ status, message });

/** Problems of a whole request. */
export const problemCatalogue = {
  'invalid-json': entry(400, 'The body is not JSON.'),
  'invalid-input': entry(422, 'Some fields are not right; see `errors`.'),
  'payload-too-large': entry(413, 'The body is larger than this call accepts.'),
  'unsupported-media-type': entry(415, 'The body is of a type that is not taken here.'),
  unauthorized: entry(401, 'The client id or the API key is wrong. Use HTTP Basic with `client_id:api_key`.'),
  'session-expired': entry(401, 'The session has ended. Open a new one on the flow.'),
  'authentication-required': entry(403, 'The payee has to confirm their phone number first.'),
  'origin-not-allowed': entry(403, 'This origin is not one of the app’s allowed origins.'),
  'host-not-allowed': entry(403, 'The server does not answer under this name.'),
  'unknown-client-id': entry(404, 'No app has this client id.'),
  'insufficient-scope': entry(403, 'This API key may not do this.'),
  'user-id-not-allowed': entry(422, 'Only a flow that your server makes can name a user.'),
  'no-such-resource': entry(404, 'There is nothing with this id, or it belongs to another app.'),
  'not-offered': entry(404, 'This call is a part of the vendor’s API that this server does not offer.'),
  'method-not-allowed': entry(405, 'This address does not take this method; `Allow` says which it takes.'),
  'flow-expired': entry(410, 'The flow has expired. Create a new one.'),
  'flow-canceled': entry(410, 'The flow was canceled. Create a new one.'),
  'flow-completed': entry(409, 'The flow is already completed.'),
  'step-not-current': entry(409, 'This is not the step that the flow waits for. Read the session again.'),
  'conflicting-state': entry(409, 'Its state does not allow this. `detail` says why, and what to do.'),
  'idempotency-conflict': entry(409, 'This key was used before with a different request. Send another one.'),
  'resource-busy': entry(409, 'The same request is still being worked on. Try again in a moment.'),
  'too-many-requests': entry(429, 'Too many requests. Wait as long as Retry-After says.'),
  'no-code-sent': entry(409, 'No code is waiting to be checked. Send one first.'),
  'code-expired': entry(410, 'The code has expired. Send a new one.'),
  'too-many-attempts': entry(429, 'Too many wrong codes. Send a new one.'),
  'user-info-missing': entry(422, 'The user lacks information that this call needs.'),
  'default-payout-method-required': entry(
    409,
    'The partner asks for a default payout method before this step can end.',
  ),
  'auto-payout-required': entry(409, 'The partner wants automatic payouts to be on before this step ends.'),
  'payout-method-exists': entry(409, 'This payout method is already on the list.'),
  'upload-offset-mismatch': entry(
    409,
    'The server has another number of bytes of this upload. Go on at `upload_offset`.',
  ),
  'images-missing': entry(409, 'Some sides of the document, or the selfie, were not uploaded yet.'),
  'no-tries-left': entry(409, 'Identity verification has failed for good; there are no tries left.'),
  'handed-off': entry(409, 'Another device of the payee has this step now.'),
  'handoff-expired': entry(
    410,
    'This link has expired or was opened in another browser. Make a new one on the device that showed it.',
  ),
  'invalid-signature': entry(401, 'The signature is wrong or too old.'),
  'invalid-transaction': entry(422, 'This movement of money is not possible; `detail` says why.'),
  'transaction-insufficient-funds': entry(409, 'The wallet holds less than that.'),
  'amount-below-minimum': entry(422, 'The amount is below the least that this rail takes.'),
  'amount-above-maximum': entry(422, 'The amount is above the most that this rail takes at once.'),
  'payout-method-unavailable': entry(422, 'The payee cannot be paid on this method.'),
  'payout-method-paused': entry(
    409,
    'Three payouts in a row came back from this payout method. The payee corrects it, or uses another.',
  ),
  'payout-method-waiting': entry(409, 'This payout method is new. `detail` says from when it is paid to.'),
  'payment-method-exists': entry(409, 'This account is already on the list.'),
  'payment-method-unverified': entry(409, 'Only a verified account can be the default.'),
  'no-deposits': entry(409, 'No deposits to this account wait to be confirmed.'),
  'no-bank-link': entry(409, 'No sign-in at a bank stands where this call could go on with it. Begin one.'),
  'mandate-changed': entry(
    409,
    'The authorization has other words by now. Read the session again and show them.',
  ),
  'wrong-token': entry(400, 'This is not the token that was sent, or it has expired. Send a new one.'),
  'user-disabled': entry(403, 'The app has disabled this user. The flow goes on once it enables them.'),
  'user-unverified': entry(
    403,
    'The user has to confirm their phone number first: send a verification token, or run a flow.',
  ),
  'auth-username-already-exists': entry(409, 'Another user of the app has this username.'),
  'wallet-not-empty': entry(409, 'The user has money in the wallet, withheld, or on its way.'),
  'payment-customer-exists': entry(409, 'The user is a payment customer already. `detail` says which.'),
  'debit-to-come': entry(409, 'A debit of an account of this user has not ended. `detail` says which.'),
  'service-unavailable': entry(503, 'The service cannot answer now. Try again.'),
  'internal-error': entry(
    500,
    'The server failed. The request may be repeated with the same Idempotency-Key.',
  ),
  // The element itself raises these.
  'network-error': entry(0, 'The Flows API cannot be reached.'),
  offline: entry(0, 'The browser is offline. The element goes on by itself when it is not any more.'),
  'not-sent': entry(
    0,
    'The browser was offline, and the payee has changed something since. They have to press the button again.',
  ),
  'page-outdated': entry(
    0,
    'A chunk of the script is not on its server any more: the script was replaced since. Reload the page.',
  ),
  'unexpected-error': entry(0, 'The element itself has failed. The exception is in the console.'),
  timeout: entry(0, 'The Flows API did not answer in time.'),
  'invalid-answer': entry(0, 'The Flows API answered with something this version does not understand.'),
  'unsupported-step': entry(0, 'This version of the element does not know this step.'),
  'invalid-config': entry(
    0,
    'The element was not told which flow to run. Set flow-id, or client-id and steps, or config.createFlow.',
  ),
  'create-flow-failed': entry(0, 'config.createFlow threw, took too long, or did not answer with a flow id.'),
} as const satisfies Record<string, ProblemEntry>;

/** Problems of one field, as a sentence for developers. They arrive in `errors` of an `invalid-input`. */
export const fieldCatalogue = {
  required: 'This field is required.',
  unknown: 'This field is not known here. Leave it out.',
  'too-long': 'This is too long.',
  'too-long-for-field': 'This does not fit into its place in the PDF, however small it is printed.',
  'too-short': 'This is too short.',
  'invalid-characters': 'This has control characters or half of a surrogate pair: they cannot be stored.',
  'invalid-type': 'This has the wrong type.',
  'invalid-choice': 'This is not one of the choices.',
  'invalid-browser': 'Send 32 to 64 letters, digits, “-” or “_”, the same in every request of a browser.',
  'invalid-boolean': 'This must be true or false.',
  'invalid-number': 'This is not a number in the allowed range.',
  'invalid-uuid': 'This is not a UUID, like 6f1c3c1e-8f3a-4f6e-9b1d-0d4f5a6b7c8d.',
  'other-than-first': 'The first request with this key said something else here.',
  'invalid-metadata': 'Metadata is text or an object, at most 16 kB as JSON.',
  'unknown-step': `No step has this name. The steps are ${stepNames.join(', ')}.`,
  'duplicate-step': 'Each step can be asked for once.',
  'unknown-option': 'This step has no such option.',
  'step-not-for-clients': 'Without a back end only the steps of DOTS_CLIENT_STEPS can be had.',
  'force-not-allowed': 'A flow made with a client id alone cannot force a step. Create it from your server.',
  'invalid-redirect-url': 'The redirect step needs an absolute http or https URL in `redirect_url`.',
  'redirect-origin-not-allowed': 'Without a back end only to the app’s allowed origins can be redirected.',
  'insecure-url': 'This URL must not point into a private network and, outside sandbox mode, must be https.',
  'invalid-url': 'This is not an absolute http or https URL.',
  'invalid-email': 'This is not an email address.',
  'invalid-name': 'This name has characters that a name cannot have.',
  'invalid-country': 'This is not an ISO 3166-1 alpha-2 country code.',
  'invalid-phone-number': 'No number there: send its calling code, like 1, and the national digits.',
  'phone-undeliverable': 'A text or call to this number could not be delivered.',
  'too-many-requests': 'This was tried too often: codes to a number, or answers. Try again later.',
  'invalid-phone-number-landline': 'A landline cannot receive a text.',
  'invalid-phone-number-voip': 'Internet (VoIP) numbers are not accepted.',
  'phone-country-not-offered': 'No codes are sent to numbers of this country.',
  'sanctioned-place': 'Sanctions of the United States do not let anybody there be paid.',
  'phone-in-use': 'Another user of the app has this phone number.',
  'invalid-code': 'A code has six digits.',
  'wrong-code': 'This is not the code that was sent.',
  'invalid-ssn': 'This is not a Social Security number that was ever issued.',
  'invalid-ein': 'This is not an Employer Identification Number.',
  'tin-mismatch': 'Name and number do not match the tax authority’s records.',
  'owner-mismatch': 'This account is in another name than the payee’s.',
  'invalid-foreign-tax-id': 'This is not a tax number of that country.',
  'no-tax-treaty': 'The United States have no income tax treaty with this country.',
  'invalid-giin': 'This is not a GIIN (XXXXXX.XXXXX.XX.XXX).',
  'invalid-vat-id': 'This is not a VAT identification number of that country.',
  'invalid-abn': 'This is not an Australian Business Number.',
  'invalid-date': 'This is not a date.',
  'incomplete-date': 'Day, month and year are all needed.',
  'invalid-month': 'This is not a month.',
  'short-year': 'The year has to have four digits.',
  'date-in-future': 'This date is in the future.',
  'date-in-past': 'This is not later than now.',
  'invalid-duration':
    'This is neither a whole number of seconds nor an ISO 8601 duration of whole units, like PT15M or P3Y.',
  'too-young': 'The person must be at least 13 years old.',
  'too-old': 'This date is too long ago.',
  'address-incomplete': 'Addresses in this country have this.',
  'not-a-residence': 'A post office box or an address in care of somebody is no permanent residence.',
  'invalid-state': 'This is not a US state or territory.',
  'invalid-postcode': 'This is not a postcode of that country.',
  'consent-required': 'This has to be confirmed.',
  'unknown-template': 'This app has no PDF template with this id.',
  'pdf-unreadable': 'This is not a PDF that can be read and filled in.',
  'pdf-encrypted': 'This PDF is encrypted or protected. Upload it without protection.',
  'pdf-xfa': 'This is an XFA form. Save it as a static PDF form (AcroForm).',
  'pdf-active-content': 'This PDF has scripts or actions (also to format dates). Save it without them.',
  'pdf-without-form': 'This PDF has no form fields to fill in.',
  'unprintable-characters': 'The PDF cannot show all of these characters.',
  'outdated-text': 'The text shown is not the current one. Read the session again.',
  'signature-mismatch': 'The signature must be the full name as typed above.',
  'invalid-percent': 'It is a whole number from 1 to 99.',
  'invalid-treaty-rate': 'The rate is a fraction from 0 to 0.3.',
  'invalid-routing-number': 'This is not a valid ABA routing number (nine digits with a check digit).',
  'invalid-account-number': 'A US account number has 4 to 17 digits.',
  'invalid-bank-number': 'This is not how such a number is written in the country of the bank.',
  'invalid-check-digits': 'The check digits of this number are wrong: a digit is missing or mistyped.',
  'wrong-bank-country': 'This code belongs to a bank in another country.',
  'account-closed': 'The bank says that this account is closed.',
  'account-unverifiable': 'The bank could not confirm this account.',
  'payout-method-exists': 'This payout method is already on the list.',
  'transaction-insufficient-funds': 'The wallet holds less than that.',
  'invalid-amount': 'This is not an amount of money.',
  'amount-below-minimum': 'This is below the least that this rail takes.',
  'amount-above-maximum': 'This is above the most that this rail takes at once.',
  'payout-method-unavailable': 'The payee cannot be paid on this method.',
  'payout-method-paused': 'Payouts to this method are paused.',
  'payout-method-waiting': 'This payout method is new, and not paid to yet.',
  'payout-came-back': 'Money could not be sent here.',
  'payment-method-exists': 'This account is already on the list.',
  'invalid-deposit-amount': 'This is not an amount from 1 to 99 cents.',
  'wrong-deposit-amounts': 'These are not the amounts that were sent.',
  'wrong-answer': 'This is not the answer that was expected.',
  'invalid-handle': 'This is not a Venmo handle.',
  'invalid-cash-tag': 'A Cash App tag starts with $ and has up to 20 letters or digits.',
  'image-too-large': 'The picture is larger than 10 MB.',
  'image-too-small': 'The picture has too few pixels.',
  'image-type-unsupported': 'The picture is not a JPEG, PNG or WebP.',
  'image-heic': 'HEIC pictures are not taken; convert it to JPEG.',
  'image-damaged': 'The picture is damaged or incomplete.',
} as const satisfies Record<string, string>;

/** Code of a problem of a whole request: `error_code` on the wire. */
export type ProblemCode = keyof typeof problemCatalogue;
/** Code of a problem of one field: `code` on the wire. */
export type FieldCode = keyof typeof fieldCatalogue;

/** What is wrong with one field. `field`: its wire name. `code`: a key of `fieldCatalogue`. */
const fieldProblem = z.object({ field: z.string(), code: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem> & { readonly code: FieldCode };

/** The body of every answer that is not a success. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  success: z.literal(false),
  error_code: z.string(),
  message: z.string(),
  errors: z.optional(z.array(fieldProblem)),
  /** Seconds to wait, as in `Retry-After`. */
  retry_after: z.optional(z.number()),
  /** How many tries remain, with `wrong-code`. */
  attempts_left: z.optional(z.int()),
  /** Bytes that the server has, with `upload-offset-mismatch`. */
  upload_offset: z.optional(z.int()),
});
export type Problem = z.infer<typeof problem>;
