/**
 * The calls of the id-verification step. Two of them are not made by the payee's session: the phone opens a
 * session of its own, and the vendor calls back.
 */
import {
  handoff,
  handoffSessionInput,
  idDocumentInput,
  idUpload,
  idUploadInput,
} from '../../../contract/steps/id-verification.ts';
import { session } from '../../../contract/steps/session.ts';
import { vendorCallback } from '../../identity/vendor-answer.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

const base = '/session/id-verification';
const changeByPost = {
  ...change,
  method: 'post',
  errors: ['handed-off'] as Operation['errors'] & object,
} as const;
/**
 * What the calls about one upload have in common. They take no Idempotency-Key: the offset tells a
 * repetition.
 */
const upload = { security: 'session', tag: 'Payee session', status: 200, answer: idUpload } as const;

export const idVerificationOperations: readonly Operation[] = [
  {
    ...changeByPost,
    id: 'chooseIdDocument',
    path: `${base}/document`,
    summary: 'Choose country and kind of the document',
    description:
      'The answer says which sides have to be photographed, and whether a selfie is wanted. Begin here before any picture is sent.',
    body: idDocumentInput,
  },
  {
    ...changeByPost,
    id: 'beginIdUpload',
    path: `${base}/uploads`,
    summary: 'Begin to upload a picture of one side, or of the face',
    description: 'Replaces what there was of that side. Send the bytes in pieces to the upload.',
    body: idUploadInput,
    status: 201,
    answer: idUpload,
  },
  {
    ...upload,
    id: 'continueIdUpload',
    errors: ['upload-offset-mismatch'],
    method: 'patch',
    path: `${base}/uploads/{id}`,
    summary: 'Send the next piece of a picture',
    description:
      'At most 1 MiB. A piece that belongs elsewhere is answered with 409 and `upload_offset`, the place to go on from. With the last piece the picture is checked by its bytes (JPEG, PNG or WebP), and everything in the file that is not picture is removed.',
    body: 'bytes',
  },
  {
    ...upload,
    id: 'getIdUpload',
    method: 'get',
    path: `${base}/uploads/{id}`,
    summary: 'Ask how much of a picture has come',
    description:
      'After a connection broke, `upload_offset` says from which byte on to send the rest. Whoever sends from another place is answered `upload-offset-mismatch`.',
  },
  {
    ...changeByPost,
    id: 'deleteIdUpload',
    method: 'delete',
    path: `${base}/uploads/{id}`,
    summary: 'Remove a picture, to take it again',
    description:
      'For a picture that is blurred, or shows the wrong side. The other pictures stay, and a new one is begun with `POST /session/id-verification/uploads`.',
  },
  {
    ...changeByPost,
    id: 'submitIdVerification',
    errors: ['handed-off', 'images-missing'],
    path: `${base}/submit`,
    summary: 'Submit the pictures',
    description:
      'Before the identity provider is asked, what the document says of itself is read from the pictures: the barcode (PDF417) on the back of a US or Canadian card, and the machine-readable zone (ICAO Doc 9303) of a passport or ID card. Expired, another birth date or plainly another name than the payee gave: the try is refused with that reason. A zone counts only when all its check digits hold; what cannot be read is left to the provider.',
  },
  {
    ...changeByPost,
    id: 'restartIdVerification',
    errors: ['handed-off', 'no-tries-left'],
    path: `${base}/restart`,
    summary: 'Try again after a refusal',
    description:
      'The payee chooses the document anew and takes new pictures. When no tries are left it is `no-tries-left`, and the app has to decide.',
  },
  {
    ...changeByPost,
    id: 'beginHandoff',
    path: `${base}/handoff`,
    summary: 'Make a link that carries the step to a phone',
    description:
      'The secret is in the fragment, which no server sees. One browser can open it, within 10 minutes.',
    status: 201,
    answer: handoff,
  },
  {
    ...changeByPost,
    id: 'cancelHandoff',
    path: `${base}/handoff/cancel`,
    summary: 'Go on here instead of on the phone',
    description:
      'The link that was shown for the phone stops working, and the payee goes on where the link was made.',
  },
  {
    ...changeByPost,
    id: 'takeHandoff',
    path: `${base}/handoff/take`,
    summary: 'Go on on the phone again',
    description:
      'For the phone that had the step and lost it to the first device. One device has the step at a time; the other one is told so.',
  },
  {
    id: 'openHandoff',
    errors: ['handoff-expired', 'origin-not-allowed'],
    method: 'post',
    path: '/handoff/sessions',
    tag: 'Payee session',
    summary: 'Open the session of a hand-off',
    description: 'The session can do the step that was handed over, and nothing else.',
    security: 'none',
    body: handoffSessionInput,
    status: 201,
    answer: session,
  },
  {
    id: 'idVerificationCallback',
    errors: ['invalid-signature'],
    method: 'post',
    path: '/providers/id-verification/callback',
    tag: 'Payee session',
    summary: 'What the identity provider found',
    description:
      'Called by the provider behind ID_VERIFICATION_URL, at once or days later, signed by the Standard Webhooks scheme with ID_VERIFICATION_SECRET. A repeated `webhook-id` changes nothing.',
    security: 'none',
    body: vendorCallback,
    status: 204,
  },
];
