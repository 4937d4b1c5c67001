/**
 * A payee who writes down every call with its answer. Ids, tokens and moments are given names in the order in
 * which they come, so that two transcripts can be compared.
 */
import assert from 'node:assert/strict';
import { problem as problemSchema } from '../../src/contract/problems.ts';
import { session as sessionSchema, snapshot as snapshotSchema } from '../../src/contract/steps/session.ts';
import type { Session, Snapshot } from '../../src/contract/steps/session.ts';
import type { Problem } from '../../src/contract/problems.ts';
import type { Backend } from './backends.ts';

export interface Entry {
  readonly call: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Recorder {
  readonly entries: Entry[];
  readonly backend: Backend;
  /** The last snapshot. */
  seen: Snapshot;
  /** Opens a session on the flow. */
  opens(flowId: string): Promise<Session>;
  opensWith(body: object, path?: string): Promise<Session>;
  /** Reads the session. */
  looks(): Promise<Snapshot>;
  /** Another device, whose calls are written down in the same list. */
  another(): Recorder;
  /** Makes a call that has to succeed, and returns the snapshot. */
  does(path: string, body?: unknown, method?: string): Promise<Snapshot>;
  /** Makes a call that has to be refused. */
  refused(path: string, body?: unknown, method?: string): Promise<Problem>;
  /** Any call, with headers of its own. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: unknown }>;
}

export function record(backend: Backend, entries: Entry[] = [], name = 'payee'): Recorder {
  const browser = name.padEnd(32, '-');
  let token = '';
  const call: Recorder['call'] = async (method, path, body, headers = {}) => {
    const answer = await backend.call(method, path, body, {
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    });
    token = (answer.body as Partial<Snapshot> | null)?.renewed?.token ?? token;
    entries.push({ call: `${method} ${path}`, status: answer.status, body: answer.body });
    return answer;
  };
  const open = async (path: string, body: unknown): Promise<Session> => {
    const answer = await call('POST', path, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const session = sessionSchema.parse(answer.body);
    token = session.token;
    self.seen = session.snapshot;
    return session;
  };
  const self: Recorder = {
    entries,
    backend,
    seen: undefined as unknown as Snapshot,
    opens: (flowId) => open(`/flows/${flowId}/sessions`, { browser }),
    opensWith: (body, path = '/sessions') => open(path, { browser, ...body }),
    looks: () => self.does('/session', undefined, 'GET'),
    another: () => record(backend, entries, 'another'),
    call,
    async does(path, body = {}, method = 'POST') {
      const answer = await call(method, path, bodyFor(method, body));
      assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`);
      return (self.seen = snapshotSchema.parse(answer.body));
    },
    async refused(path, body = {}, method = 'POST') {
      const answer = await call(method, path, bodyFor(method, body));
      assert.ok(answer.status >= 400, `${path} was not refused: ${JSON.stringify(answer.body)}`);
      problemSchema.parse(answer.body);
      return answer.body as Problem;
    },
  };
  return self;
}

const bodyFor = (method: string, body: unknown) =>
  method === 'GET' || method === 'DELETE' ? undefined : body;

const varying =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|msg_[0-9a-f]{32}|\d{4}-\d{2}-\d{2}T[\d:.]+Z|"token":"[^"]+"|"JVBERi0[A-Za-z0-9+/=]+"|#handoff=[\w-]+|"code":"\d{4}"/g;

/** Returns the entries with names in place of what differs from run to run. */
export function comparable(entries: unknown): unknown {
  const names = new Map<string, string>();
  const text = JSON.stringify(entries).replace(varying, (found) => {
    if (/^\d{4}-.*Z$/.test(found)) return '<moment>';
    if (found.startsWith('#handoff')) return '#handoff=<token>';
    if (found.startsWith('"code"')) return '"code":"<digits>"';
    if (found.startsWith('"token"')) return '"token":"<token>"';
    // The mock draws its PDFs by hand.
    if (found.startsWith('"JVBERi0')) return '"<pdf>"';
    const name = names.get(found) ?? `<id ${names.size + 1}>`;
    names.set(found, name);
    return name;
  });
  // Only a real server has a page behind the link.
  return JSON.parse(
    text
      .replace(/https?:\/\/[^/"]+\/(flow|bank-link)\//g, '<host>/$1/')
      .replace(/"returns_to":"[^"]+"/g, '"returns_to":"<host>"'),
  );
}
