/**
 * `npm run hostile [files]` uploads files that were made to break a server, those with a name and then as
 * many by seed as make `files` (300 when absent), and asks `/healthz` all the while. It prints how long
 * others waited, how much memory the server took (Linux alone tells), and how the files were answered. It
 * exits with 1 when one was neither taken nor refused, or when the server is gone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiServer } from '../test/e2e/support/api-server.ts';
import { newPhone } from '../test/e2e/support/payee.ts';
import { hostileBySeed, hostileImages, hostilePdfs } from '../test/support/hostile-files.ts';

const wanted = Number(process.argv[2] ?? 300);
const api = await ApiServer.start({});
const token = await payeeAtIdentity();

const waits: number[] = [];
const before = memory();
let running = true;
const watching = watch();
const answers = new Map<string, number>();
let wrong = 0;
try {
  for (const [name, bytes] of files()) {
    const from = performance.now();
    const answer = name.startsWith('PDF') ? await sendPdf(bytes) : await sendPicture(bytes);
    const took = performance.now() - from;
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    const isRight = /^(?:201|200 complete|422 (?:pdf|image)-\S+)$/.test(answer);
    if (!isRight) wrong += 1;
    if (!isRight || !name.includes('seed'))
      console.log(`${took.toFixed(0).padStart(6)} ms  ${answer.padEnd(24)} ${name}`);
  }
} finally {
  running = false;
  await watching;
}
waits.sort((a, b) => a - b);
const at = (share: number) => (waits[Math.floor((waits.length - 1) * share)] ?? NaN).toFixed(1);
console.log(
  `\n/healthz meanwhile, ${waits.length} times: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
);
console.log(`memory of the server: ${before} before, ${memory()} at most`);
console.log([...answers].map(([answer, count]) => `${count} × ${answer}`).join(', '));
await api.remove();
process.exitCode = wrong > 0 ? 1 : 0;

function* files(): Generator<[name: string, bytes: Buffer]> {
  let count = 0;
  for (const [kind, named] of Object.entries({ PDF: hostilePdfs, image: hostileImages }))
    for (const [name, make] of Object.entries(named)) {
      count += 1;
      yield [`${kind} that ${name}`, make()];
    }
  for (let seed = 0; count < wanted; seed += 1, count += 1) {
    const { type, bytes } = hostileBySeed(seed);
    yield [`${type === 'pdf' ? 'PDF' : 'image'} of seed ${seed}`, bytes];
  }
}

async function watch(): Promise<void> {
  while (running) {
    const from = performance.now();
    await fetch(`${api.url}/healthz`).then((answer) => answer.text());
    waits.push(performance.now() - from);
    await pause(5);
  }
}

/** Peak of what the process has in memory. */
function memory(): string {
  const file = `/proc/${api.pid}/status`;
  const peak = existsSync(file) && /VmHWM:\s*(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1];
  return peak ? `${Math.round(Number(peak) / 1024)} MB` : 'unknown';
}

async function sendPdf(bytes: Buffer): Promise<string> {
  const answer = await fetch(`${api.url}/api/v2/pdf-templates`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`,
      'content-type': 'application/pdf',
    },
    body: new Uint8Array(bytes),
  });
  return `${answer.status}${await codeOf(answer)}`;
}

/** Sends a picture in the pieces that the server asks for, and takes it away again. */
async function sendPicture(bytes: Buffer): Promise<string> {
  const begun = await asPayee('POST', '/uploads', JSON.stringify({ side: 'front', size: bytes.length }));
  if (!begun.ok) return `${begun.status}${await codeOf(begun)}`;
  const { upload_id: id, chunk_bytes } = (await begun.json()) as { upload_id: string; chunk_bytes: number };
  let answer = begun;
  for (let from = 0; from < bytes.length && answer.ok; from += chunk_bytes) {
    const piece = new Uint8Array(bytes.subarray(from, from + chunk_bytes));
    answer = await asPayee('PATCH', `/uploads/${id}`, piece, { 'upload-offset': String(from) });
  }
  const said = answer.ok ? ` ${((await answer.json()) as { state: string }).state}` : await codeOf(answer);
  await asPayee('DELETE', `/uploads/${id}`);
  return `${answer.status}${said}`;
}

async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json()) as { error_code?: string; errors?: { code: string }[] };
  const code = body.errors?.[0]?.code ?? body.error_code;
  return code === undefined ? '' : ` ${code}`;
}

function asPayee(
  method: string,
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${api.url}/api/v2/session/id-verification${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
}

async function payeeAtIdentity(): Promise<string> {
  const user_id = await api.createKnownUser(newPhone());
  const { id } = await api.createFlow({ user_id, steps: ['id-verification'] });
  const opened = await fetch(`${api.url}/api/v2/flows/${id}/sessions`, { method: 'POST', body: '{}' });
  const { token: bearer } = (await opened.json()) as { token: string };
  const chosen = await fetch(`${api.url}/api/v2/session/id-verification/document`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ document_type: 'passport', country: 'US' }),
  });
  if (!chosen.ok) throw new Error(`The document was answered with ${chosen.status}: ${await chosen.text()}`);
  return bearer;
}
