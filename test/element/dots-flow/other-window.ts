/** Another window on a flow of the mock: what was done before, or is done elsewhere while a page waits. */
import { createFlowsClient, type FlowsClient, type SessionRequest } from '../../../src/api/client.ts';
import { newIntent } from '../../../src/api/intent.ts';
import type { ImageSide } from '../../../src/contract/steps/id-documents.ts';
import type { Requirement, RequirementOf } from '../../../src/contract/steps/session.ts';
import type { StepName } from '../../../src/contract/steps.ts';
import type { MockApi } from '../../../src/testing/index.ts';

export interface OtherWindow {
  /** Submits below `/session`. Throws when it is refused. */
  does(path: string, body?: unknown, method?: 'POST' | 'PUT'): Promise<void>;
  /** As `does`, for what is answered with something else than a snapshot. Returns the answer. */
  makes(path: string, body: object): Promise<unknown>;
  /** Looks again, and returns what the step asks for. Throws when it is another step. */
  at<N extends StepName>(step: N): Promise<RequirementOf<N>>;
  /** Sends a picture of an ID, or of the payee. */
  sends(side: ImageSide): Promise<void>;
  /** Takes all pictures of an ID, and hands them in. */
  sendsPictures(): Promise<void>;
}

/** Opens the flow in another window, or with the secret of a hand-off on another device. */
export async function openWindow(api: MockApi, source: Parameters<FlowsClient['open']>[0]) {
  const { signal } = new AbortController();
  const client = createFlowsClient({ baseUrl: 'https://pay.example/api', fetch: api.fetch });
  const opened = await client.open(source, signal);
  if (!opened.ok) throw new Error(opened.problem.code);

  const call = async (path: string, init: SessionRequest) => {
    const headers = { 'idempotency-key': newIntent(), ...init.headers };
    const answer = await client.call(path, { ...init, headers }, signal);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.problem)}`);
    return answer.body;
  };
  const upload = async (side: ImageSide) => {
    const png = Uint8Array.of(0x89, ...new TextEncoder().encode('PNG'));
    const { upload_id: id } = (await other.makes('/id-verification/uploads', { side, size: png.length })) as {
      upload_id: string;
    };
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
    await call(`/id-verification/uploads/${id}`, { method: 'PATCH', headers, body: png });
  };

  const other: OtherWindow = {
    async does(path, body = {}, method = 'POST') {
      await call(path, { method, body: JSON.stringify(body) });
    },
    makes: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    async at(step) {
      const answer = await client.read(signal);
      const current: Requirement | null = answer.ok ? answer.snapshot.current : null;
      if (current?.step !== step) throw new Error(`It is at ${current?.step}, not at ${step}.`);
      return current as RequirementOf<typeof step>;
    },
    sends: upload,
    async sendsPictures() {
      await other.does('/id-verification/document', { country: 'US', document_type: 'drivers-license' });
      for (const side of ['front', 'back', 'selfie'] as const) await upload(side);
      await other.does('/id-verification/submit');
    },
  };
  return other;
}

export async function confirmPhone(other: OtherWindow): Promise<void> {
  const phone = { country: 'US', phone_number: '2025550123' };
  await other.does('/authentication/code', { ...phone, channel: 'sms' });
  await other.does('/authentication/check', { code: '123456' });
}

/** Confirms the phone and says who the payee is. */
export async function onboard(other: OtherWindow, last_name = 'Example'): Promise<void> {
  await confirmPhone(other);
  const profile = { first_name: 'Ada', last_name, email: 'ada@example.com', country: 'US' };
  await other.does('/onboarding', profile);
}
