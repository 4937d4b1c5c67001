/**
 * Only one process may open the embedded database's folder: two would destroy it. Node has no file locks, so this is a
 * file that names its holder, and rules for when a holder is dead: `kill -9` leaves the file behind, and a restart must work at once.
 *
 * On the same machine a holder is alive when its process runs and started when the file says (a process id is used again
 * after a restart, in a container even the same one). Seen from another machine or container it is alive while it keeps touching the file.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config.ts';
import { makeDataDir } from './data-dir.ts';

const touchEveryMs = 5000;
const deadAfterMs = 20_000;

interface Holder {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the kernel counts; null where that cannot be known. */
  readonly started: string | null;
}

const heldHere = new Set<string>();

/** Answers the function that gives it back. Throws when another process holds it. */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await makeDataDir(dataDir);
  const path = join(dataDir, 'lock');
  const me: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const mine = join(dataDir, `lock.${me.id}`);
  await writeFile(mine, JSON.stringify(me), { mode: 0o600 });
  // Before the file is there: another call in this process would take a holder that it does not know for dead.
  heldHere.add(me.id);
  try {
    await take(path, me, mine, dataDir);
  } catch (error) {
    heldHere.delete(me.id);
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, touchEveryMs);
  touch.unref();

  return async () => {
    clearInterval(touch);
    // In this order: who finds the file and its holder dead puts their own in its place.
    await rm(path, { force: true });
    heldHere.delete(me.id);
  };
}

/**
 * Nobody deletes the file of a dead holder to take its place: it could be another's by then. Each dead holder has one successor, whose
 * file stands under a name made of the dead one's; `link` lets one come first. Whoever finds themselves at the end of this chain, which
 * begins at `path`, has the lock, and only they shorten it, by moving their file over the first. Who stands elsewhere came too late.
 */
async function take(path: string, me: Holder, mine: string, dataDir: string): Promise<void> {
  const claims = new Set<string>();
  try {
    for (;;) {
      const { dead, end, holder } = await endOfChain(path);
      if (holder?.id === me.id) {
        if (end !== path) await rename(end, path);
        claims.delete(end);
        for (const left of dead) if (left !== path) await rm(left, { force: true });
        return;
      }
      if (holder) {
        throw new ConfigError([
          `${dataDir} is in use by process ${holder.pid} on ${holder.host}. Stop it, or set another DATA_DIR, or DATABASE_URL for several processes.`,
        ]);
      }
      if (await tryLink(mine, end)) claims.add(end);
    }
  } finally {
    for (const claim of claims) await rm(claim, { force: true });
  }
}

/** The files of holders that have died, oldest first, and the name after them: that of the one who lives, or a free one. */
async function endOfChain(path: string): Promise<{ dead: string[]; end: string; holder: Holder | null }> {
  const dead: string[] = [];
  for (let end = path; ;) {
    const text = await readFile(end, 'utf8').catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (text === null) return { dead, end, holder: null };
    const holder = parse(text);
    if (holder && (await isAlive(holder, end))) return { dead, end, holder };
    dead.push(end);
    end = `${path}.${dead.length}-${createHash('sha256').update(text).digest('hex')}`;
  }
}

/** Fails when the name exists, and makes a complete file appear at once. */
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const touched = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
    return Date.now() - touched < deadAfterMs;
  }
  if (holder.pid === process.pid) return heldHere.has(holder.id);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!isCode(error, 'EPERM')) return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Field 22 of /proc/<pid>/stat (proc(5)); the name in field 2 may hold anything, so it is counted from the last parenthesis. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
