/** A payee who shows an identity document, without the camera. */
import assert from 'node:assert/strict';
import type { Problem } from '../../../src/contract/problems.ts';
import type { DocumentType, ImageSide } from '../../../src/contract/steps/id-documents.ts';
import type {
  Handoff,
  IdUpload,
  IdVerificationRequirement,
} from '../../../src/contract/steps/id-verification.ts';
import { documentSides, maximumImageBytes } from '../../../src/contract/steps/id-documents.ts';
import { handoff as handoffSchema, idUpload } from '../../../src/contract/steps/id-verification.ts';
import { jpeg } from '../../support/images.ts';
import { allowedOrigin, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced, payee, profile, request, secretOf } from './payee.ts';
import type { Payee } from './payee.ts';

const base = '/session/id-verification';

/** Takes a payee to id-verification. The sandbox decides by the name `last`. */
export const atIdentity = (
  server: TestServer,
  last = 'Doe',
  more: Parameters<typeof introduced>[1] = [],
): Promise<Payee> => introduced(server, ['id-verification', ...more], { ...profile, last_name: last });

export function identity(one: Payee): IdVerificationRequirement {
  const { current } = one.seen;
  assert.equal(current?.step, 'id-verification');
  return current;
}

export const looks = (one: Payee) => one.does('/session', undefined, 'GET');

export const chooses = (one: Payee, document_type: DocumentType = 'passport', country = 'US') =>
  one.does(`${base}/document`, { document_type, country });

export interface PieceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: IdUpload & Problem;
}

export async function begins(one: Payee, side: ImageSide, size: number): Promise<IdUpload> {
  const answer = await one.call('POST', `${base}/uploads`, { side, size });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return idUpload.parse(answer.body);
}

export async function sends(
  server: TestServer,
  one: Payee,
  id: string,
  offset: number | string,
  bytes: Uint8Array,
): Promise<PieceAnswer> {
  const response = await server.app.request(`/v2${base}/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      origin: allowedOrigin,
      'user-agent': 'test',
      authorization: `Bearer ${one.token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: bytes as BodyInit,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as PieceAnswer['body'],
  };
}

export const asks = (one: Payee, id: string) => one.call('GET', `${base}/uploads/${id}`);

/** Uploads all of a picture, in pieces of the size that the server proposes. */
export async function uploads(
  server: TestServer,
  one: Payee,
  side: ImageSide,
  bytes: Buffer = jpeg(),
): Promise<PieceAnswer> {
  const { upload_id, chunk_bytes } = await begins(one, side, Math.min(bytes.length, maximumImageBytes));
  let answer: PieceAnswer | undefined;
  for (let at = 0; at < bytes.length; at += chunk_bytes)
    answer = await sends(server, one, upload_id, at, bytes.subarray(at, at + chunk_bytes));
  assert.ok(answer);
  return answer;
}

/** Chooses a document and uploads every picture. */
export async function shows(
  server: TestServer,
  one: Payee,
  {
    type = 'passport',
    country = 'US',
    ...pictures
  }: { type?: DocumentType; country?: string; front?: Buffer; back?: Buffer } = {},
): Promise<void> {
  await chooses(one, type, country);
  for (const side of [...documentSides[type], 'selfie' as const]) {
    const answer = await uploads(server, one, side, side === 'selfie' ? undefined : pictures[side]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }
  await looks(one);
}

export const submits = (one: Payee) => one.does(`${base}/submit`);

/** Makes a whole try, until the provider has looked at it. */
export async function tries(
  server: TestServer,
  one: Payee,
  how?: Parameters<typeof shows>[2],
  waitMs = 2_000,
): Promise<void> {
  await shows(server, one, how);
  await submits(one);
  await server.runDueJobs();
  server.clock.advance(waitMs);
  await server.runDueJobs();
  await looks(one);
}

export async function handsOff(one: Payee): Promise<Handoff & { token: string }> {
  const answer = await one.call('POST', `${base}/handoff`, {});
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const made = handoffSchema.parse(answer.body);
  return { ...made, token: new URL(made.url).hash.replace('#handoff=', '') };
}

export const opensLink = (server: TestServer, token: string, browser = 'phone', origin = publicUrl) =>
  request(server, 'POST', '/handoff/sessions', { token, browser: secretOf(browser) }, { origin });

export async function phoneOf(server: TestServer, token: string, browser = 'phone'): Promise<Payee> {
  const opened = await opensLink(server, token, browser);
  assert.equal(opened.status, 201, JSON.stringify(opened.body));
  return payee(server, opened.body);
}
