/** A wire between a server and its PostgreSQL that can be cut, as when the database restarts. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  /** The address of the database, over the wire. */
  readonly url: string;
  /** Breaks every connection, and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  /**
   * The next time PostgreSQL says that it is ready, its word that it shuts down comes in the same piece, so
   * that both are heard in one turn.
   */
  endWhenReady(): void;
  close(): void;
}

/** `ReadyForQuery`, idle (PostgreSQL's manual, "Message Formats"). */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** `ErrorResponse`: the administrator ends the connection. */
function terminating(): Buffer {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0');
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

export async function wireTo(databaseUrl: string): Promise<Wire> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  let endsWhenReady = false;
  const server = createServer((near) => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect(Number(port || 5432), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (piece: Buffer) => {
      const ends = endsWhenReady && piece.subarray(-ready.length).equals(ready);
      if (ends) endsWhenReady = false;
      near.write(ends ? Buffer.concat([piece, terminating()]) : piece);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    cut,
    mend: () => void (isCut = false),
    endWhenReady: () => void (endsWhenReady = true),
    close: () => {
      cut();
      server.close();
    },
  };
}
