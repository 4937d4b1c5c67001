/**
 * The id-verification step. Its calls are below `/v2`, with the session token as Bearer, and mutations carry
 * an `Idempotency-Key`. A call returns the new Snapshot unless another answer is named.
 *
 * - `POST /session/id-verification/document` {country, document_type}: from `choose`, and again before
 *   submitting, which drops the pictures.
 * - `POST /session/id-verification/uploads` {side, size} → 201 IdUpload. A new upload of a side replaces the
 *   one before it, finished or not.
 * - `PATCH /session/id-verification/uploads/{id}`: bytes (`application/offset+octet-stream`) with the header
 *   `Upload-Offset` → 200 IdUpload. There is no Idempotency-Key, because the offset says it all. Another
 *   offset than the server's → 409 `upload-offset-mismatch` with `upload_offset` in the body. With the last
 *   byte the picture is checked. If it is not acceptable → 422, `errors: [{field: <side>, code: image-…}]`,
 *   and the side is needed again.
 * - `GET /session/id-verification/uploads/{id}` → IdUpload, after a lost connection.
 * - `DELETE /session/id-verification/uploads/{id}`: the payee takes the picture again.
 * - `POST /session/id-verification/submit` {}: once `needs` is empty → phase `review`.
 * - `POST /session/id-verification/restart` {}: from `rejected` to `choose`, while tries_left > 0.
 * - `POST /session/id-verification/handoff` {} → 201 Handoff. Makes a new link and ends the one before it.
 * - `POST /session/id-verification/handoff/cancel` {}: the starter goes on by itself.
 * - `POST /session/id-verification/handoff/take` {}: the phone goes on again after a cancel.
 * - `POST /handoff/sessions` {token} → 201 Session for the phone. It needs no session and is CORS-simple,
 *   like opening one. The phone's session can do this step only. One browser can open a link, and may do so
 *   again (a reload); anybody else gets 410 `handoff-expired`.
 *
 * Whoever does not hold the step gets 409 `handed-off`: the starter while the phone has it open, and the
 * phone after a cancel.
 */
import * as z from '../z.ts';
import { browserSecret } from './browser.ts';
import { notification } from './notifications.ts';
import { timestamp, uuid } from '../flow.ts';
import {
  documentTypes,
  documentTypesOf,
  handoffStates,
  idVerificationPhases,
  imageSides,
  imageTypes,
  maximumImageBytes,
  rejectionReasons,
} from './id-documents.ts';
import { stepReasons } from '../steps.ts';
import { country } from '../forms/fields.ts';

/** The picture of one side, on its way up or complete. */
export const idUpload = z.object({
  upload_id: uuid,
  side: z.enum(imageSides),
  /** Bytes in all. `offset` is how many of them the server has. */
  size: z.int(),
  offset: z.int(),
  /**
   * `refused`: all bytes came and are no acceptable picture. `refusal` says why, and another upload has to be
   * begun.
   */
  state: z.enum(['receiving', 'complete', 'refused']),
  /** A code of `fieldCatalogue`. */
  refusal: z.nullable(z.string()),
  chunk_bytes: z.int(),
});
export type IdUpload = z.infer<typeof idUpload>;

/** What `id-verification` shows. */
export const idVerificationRequirement = z.object({
  step: z.literal('id-verification'),
  notification,
  hide_continue_button: z.boolean(),
  reason: z.enum(stepReasons),
  phase: z.enum(idVerificationPhases),
  /** Where the payee lives, as the first choice. Null when unknown. */
  default_country: z.nullable(z.string()),
  /** The name that the document has to show. */
  name: z.nullable(z.string()),
  document: z.nullable(z.object({ country: z.string(), document_type: z.enum(documentTypes) })),
  /**
   * Sides whose picture is still missing, in order. When there are none in phase `selfie`, the payee submits.
   */
  needs: z.array(z.enum(imageSides)),
  /** Pictures that the server has, or has begun to receive. */
  uploads: z.array(idUpload),
  /** Data of the server, so that the element never guesses. */
  limits: z.object({
    max_bytes: z.int(),
    min_long_side: z.int(),
    min_short_side: z.int(),
    types: z.array(z.enum(imageTypes)),
    chunk_bytes: z.int(),
  }),
  tries_left: z.int(),
  /** Why the last try was not accepted. It is kept through the next try, so that it can be said again. */
  rejection: z.nullable(z.enum(rejectionReasons)),
  /** Whose picture was not accepted. Null: it is about the whole try, or nobody knows. */
  rejected_side: z.optional(z.nullable(z.enum(imageSides))),
  /** In phase `review`: a person looks at the pictures, which may take days. */
  manual: z.boolean(),
  handoff: z.object({
    state: z.enum(handoffStates),
    /** Four digits that both devices show, so that the payee can compare them. */
    code: z.nullable(z.string()),
    /** Which device this session is. */
    role: z.nullable(z.enum(['starter', 'phone'])),
    /** Whether this session may take pictures and submit. */
    holds: z.boolean(),
    /** While `waiting`: seconds until the link is worth nothing. */
    expires_in: z.nullable(z.int()),
  }),
});
export type IdVerificationRequirement = z.infer<typeof idVerificationRequirement>;

/** A link by which the payee's phone takes over the step. */
export const handoff = z.object({
  /** The hosted page, with the secret in the fragment (`#handoff=…`), which no server log sees. */
  url: z.string(),
  /** Four digits that both devices show, so that the payee can compare them. */
  code: z.string(),
  expires_at: timestamp,
  expires_in: z.int(),
});
export type Handoff = z.infer<typeof handoff>;

/** Which document the payee shows. Its country has to issue that kind. */
export const idDocumentInput = z.object({ country, document_type: z.enum(documentTypes, 'required') }).check(
  z.refine((input) => documentTypesOf(input.country).includes(input.document_type), {
    path: ['document_type'],
    error: 'invalid-choice',
  }),
);

/** Which side comes, and how many bytes it has. */
export const idUploadInput = z.object({
  side: z.enum(imageSides, 'invalid-choice'),
  size: z
    .int('invalid-number')
    .check(z.minimum(1, 'invalid-number'), z.maximum(maximumImageBytes, 'image-too-large')),
});

/** Body of `POST /handoff/sessions`. */
export const handoffSessionInput = z.object({
  token: z.string('required').check(z.minLength(1, 'required'), z.maxLength(100, 'too-long')),
  browser: z.optional(browserSecret),
});
