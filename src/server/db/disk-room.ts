/**
 * Keeps the embedded database from the end of its disk. An engine that cannot begin its next journal file
 * gives up (PostgreSQL, src/backend/access/transam/xlog.c, XLogFileInit: a PANIC), and in WebAssembly that
 * holds the whole process up. So it is asked for nothing that needs room while there is too little.
 */
import { DatabaseUnavailable } from '../ports/database.ts';

/** Bytes. A journal file has 16 MB, a start makes one too, and others may write to the disk as well. */
export const leastRoom = 32 * 1024 * 1024;

/** Milliseconds for which the room that was found is believed. */
const believed = 250;

/** What only reads goes on. */
const reads = /^\s*(?:select|set|show|with(?!.*\b(?:insert|update|delete)\b))\b/is;

export interface DiskRoom {
  /** Looks how much room there is, unless that was done a moment ago. */
  look(): Promise<void>;
  /** @throws DatabaseUnavailable when the statement writes and there is too little room */
  assertRoomFor(sql: string): void;
}

/**
 * @param free returns the bytes that are free
 * @param tell is called when there is too little room, and when there is enough again
 */
export function diskRoom(
  free: () => Promise<number>,
  tell: (isEnough: boolean, bytes: number) => void,
): DiskRoom {
  let bytes = Infinity;
  let looked = -Infinity;
  const isEnough = () => bytes >= leastRoom;
  return {
    async look() {
      if (Date.now() - looked < believed) return;
      looked = Date.now();
      const before = isEnough();
      // A disk of which nothing can be learned is no reason to stop.
      bytes = await free().catch(() => bytes);
      if (isEnough() !== before) tell(isEnough(), bytes);
    },
    assertRoomFor(sql) {
      if (!isEnough() && !reads.test(sql)) throw new DatabaseUnavailable(new DiskFull(bytes));
    },
  };
}

class DiskFull extends Error {
  constructor(bytes: number) {
    super(`The disk has ${Math.floor(bytes / 2 ** 20)} MB left, and ${leastRoom / 2 ** 20} MB are needed.`);
    this.name = 'DiskFull';
  }
}
