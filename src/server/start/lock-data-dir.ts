/**
 * Lets only one process open the embedded database's folder, because two would destroy it. Node has no file
 * locks. The lock is therefore a file that names its holder, with rules that tell when a holder is dead:
 * `kill -9` leaves the file behind, and a restart must work at once.
 *
 * On the same machine a holder is alive when its process runs and started at the time that the file says. A
 * process id alone is not enough: it is used again after a restart, in a container even the same one. Seen
 * from another machine or container a holder is alive as long as it keeps touching the file.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './known.ts';
import { makeDataDir } from './data-dir.ts';

/**
 * A live holder touches the file four times before others take it for dead, so a short pause does not cost it
 * the lock.
 */
const touchEveryMs = 5000;
const deadAfterMs = 20_000;

/** Another process has the folder. */
export class InUse extends ConfigError {}

interface Holder {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the kernel counts. Null where that cannot be known. */
  readonly started: string | null;
}

/**
 * The holders of this very process, which may open several folders. A process id says nothing about those.
 */
const holdersHere = new Set<string>();

/** Returns the function that releases the lock. Throws when another process has it. */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await makeDataDir(dataDir);
  const path = join(dataDir, 'lock');
  const me: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const ownFile = join(dataDir, `lock.${me.id}`);
  await writeFile(ownFile, JSON.stringify(me), { mode: 0o600 });
  // This comes before the file exists. Otherwise another call in this process would find a holder that it
  // does not know, and take it for dead.
  holdersHere.add(me.id);
  try {
    await take(path, me, ownFile, dataDir);
  } catch (error) {
    holdersHere.delete(me.id);
    throw error;
  } finally {
    await rm(ownFile, { force: true });
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, touchEveryMs);
  touch.unref();

  return async () => {
    clearInterval(touch);
    // The file goes first. Whoever finds the file with a dead holder puts their own in its place, which this
    // would then delete.
    await rm(path, { force: true });
    holdersHere.delete(me.id);
  };
}

/**
 * Takes the lock, or throws when a live process has it. Nobody may delete a dead holder's file to take its
 * place, because the file could be another's by then. Instead each dead holder has one successor, whose file
 * has a name made from the dead one's; `link` lets only one process create it. These files form a chain that
 * begins at `path`. The process at its end has the lock, and only that process shortens the chain, by moving
 * its file over the first. Any other process came too late.
 */
async function take(path: string, me: Holder, ownFile: string, dataDir: string): Promise<void> {
  const claims = new Set<string>();
  try {
    for (;;) {
      const { dead, end, holder } = await endOfChain(path);
      if (holder?.id === me.id) {
        if (end !== path) await rename(end, path);
        claims.delete(end);
        for (const file of dead) if (file !== path) await rm(file, { force: true });
        return;
      }
      if (holder) {
        throw new InUse([
          `${dataDir} is in use by process ${holder.pid} on ${holder.host}. Stop it, or set another DATA_DIR, or DATABASE_URL for several processes.`,
        ]);
      }
      if (await tryLink(ownFile, end)) claims.add(end);
    }
  } finally {
    for (const claim of claims) await rm(claim, { force: true });
  }
}

/**
 * Returns the files of dead holders, oldest first, and the name that follows them: that of the live holder,
 * or a free one.
 */
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

/** Creates a complete file in one operation. Returns false when the name exists already. */
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Returns whether a holder still has its lock. In doubt it is alive: a lock too many costs a restart, and one
 * too few costs the data.
 */
async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const touched = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
    return Date.now() - touched < deadAfterMs;
  }
  if (holder.pid === process.pid) return holdersHere.has(holder.id);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: the process runs, under another user.
    if (!isCode(error, 'EPERM')) return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/**
 * Reads field 22 of /proc/<pid>/stat (proc(5)). The name in field 2 may hold any character, so fields are
 * counted from the last parenthesis.
 */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Returns null when the text names no holder. Such a file counts as a dead holder's. */
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
