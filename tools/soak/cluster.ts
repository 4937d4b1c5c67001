/**
 * A PostgreSQL of the soak's own, which writes as a real one does (fsync), and PgBouncer in transaction mode
 * before it. Neither runs as root, so as root both are started as `postgres`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPg } from '../../src/server/db/pg.ts';
import type { Database } from '../../src/server/ports/database.ts';
import { newPort } from './ports.ts';

const isRoot = process.getuid?.() === 0;
const asPostgres = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];

/** Returns the folder of PostgreSQL's programs: the newest of Debian's, or none, which means the path. */
function programs(): string {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions[0] ? `/usr/lib/postgresql/${versions[0]}/bin/` : '';
  } catch {
    return '';
  }
}

export type Stop = 'fast' | 'immediate';

export class Cluster {
  readonly #dir: string;
  readonly #port: number;
  readonly #bouncerPort: number;
  #bouncer: ChildProcess | undefined;

  private constructor(dir: string, port: number, bouncerPort: number) {
    this.#dir = dir;
    this.#port = port;
    this.#bouncerPort = bouncerPort;
  }

  static async start(): Promise<Cluster> {
    const dir = mkdtempSync(join(tmpdir(), 'dots-flow-soak-'));
    // `postgres` makes what it needs in it.
    chmodSync(dir, 0o777);
    const cluster = new Cluster(dir, await newPort(), await newPort());
    cluster.#run('initdb', [
      '-D',
      cluster.#data,
      '-U',
      'dots',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-sync',
    ]);
    cluster.startPostgres();
    cluster.#run('createdb', ['-h', '127.0.0.1', '-p', String(cluster.#port), '-U', 'dots', 'dots']);
    await cluster.startBouncer();
    return cluster;
  }

  get #data(): string {
    return join(this.#dir, 'data');
  }

  /** Through PgBouncer. */
  get url(): string {
    return `postgres://dots@127.0.0.1:${this.#bouncerPort}/dots`;
  }

  /** Straight to PostgreSQL, for whoever checks. */
  look(): Database {
    return openPg({ connectionString: `postgres://dots@127.0.0.1:${this.#port}/dots`, max: 2 });
  }

  startPostgres(): void {
    const options = [
      `-p ${this.#port}`,
      '-c listen_addresses=127.0.0.1',
      '-c unix_socket_directories=',
      '-c log_min_messages=fatal',
    ].join(' ');
    this.#run('pg_ctl', ['-D', this.#data, '-l', join(this.#dir, 'log'), '-w', '-s', '-o', options, 'start']);
  }

  stopPostgres(how: Stop): void {
    this.#run('pg_ctl', ['-D', this.#data, '-w', '-s', '-m', how, 'stop']);
  }

  async startBouncer(): Promise<void> {
    writeFileSync(join(this.#dir, 'users'), '"dots" ""\n');
    writeFileSync(
      join(this.#dir, 'pgbouncer.ini'),
      [
        '[databases]',
        `dots = host=127.0.0.1 port=${this.#port} dbname=dots`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${this.#bouncerPort}`,
        'unix_socket_dir =',
        'auth_type = trust',
        `auth_file = ${join(this.#dir, 'users')}`,
        'pool_mode = transaction',
        'default_pool_size = 20',
        'max_client_conn = 200',
        // As docs/operations.md says: its 15 s would keep everybody out after PostgreSQL is back.
        'server_login_retry = 1',
        'log_connections = 0',
        'log_disconnections = 0',
      ].join('\n'),
    );
    const [command, args] = asPostgres('pgbouncer', ['-q', join(this.#dir, 'pgbouncer.ini')]);
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { PATH: `${process.env['PATH']}:/usr/sbin` },
    });
    this.#bouncer = child;
    const db = openPg({ connectionString: this.url, max: 1 });
    while (
      !(await db.query('select 1').then(
        () => true,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}.`);
      await sleep(50);
    }
    await db.close();
  }

  async stopBouncer(): Promise<void> {
    const child = this.#bouncer;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // `runuser` hands the signal on; SIGINT would let PgBouncer wait for its clients.
    child.kill('SIGTERM');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stopBouncer();
    this.stopPostgres('immediate');
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #run(command: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(...asPostgres(programs() + command, args), {
      // A server that goes on must not keep our pipes.
      stdio: command === 'pg_ctl' ? 'ignore' : ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  }
}
