/** One process of dots-flow, a server or a worker, which is ended as seldom as nicely as the seed says. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../imports.ts';

export class Member {
  readonly name: string;
  readonly url: string;
  readonly #env: Record<string, string>;
  readonly #command: 'serve' | 'work';
  #child: ChildProcess | undefined;
  #wanted = false;
  #said = '';
  /** How it ended when nobody had asked it to, or otherwise than by itself when somebody had. */
  readonly badEnds: string[] = [];

  constructor(command: 'serve' | 'work', name: string, port: number, env: Readonly<Record<string, string>>) {
    this.name = name;
    this.url = `http://127.0.0.1:${port}`;
    this.#command = command;
    this.#env = {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: process.env['SOAK_LOG'] ?? 'fatal',
      [command === 'serve' ? 'PORT' : 'WORK_PORT']: String(port),
      ...env,
    };
  }

  get pid(): number {
    return this.#child?.pid ?? NaN;
  }

  get isUp(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  start(version = root): void {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/cli.ts', this.#command], {
      cwd: version,
      env: this.#env,
      stdio: ['ignore', process.env['SOAK_LOG'] ? 'inherit' : 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#wanted = true;
    this.#said = '';
    child.stderr.on('data', (piece: Buffer) => (this.#said = (this.#said + piece.toString()).slice(-1000)));
    child.on('exit', (code, signal) => {
      if (this.#wanted) this.badEnds.push(`${this.name} ended by itself with ${code ?? signal}`);
    });
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async ready(): Promise<void> {
    while (!(await this.isReady())) {
      if (!this.isUp) throw new Error(`${this.name} ended while starting: ${this.#said}`);
      await sleep(100);
    }
  }

  /** SIGKILL leaves no time to finish anything. After SIGTERM it has to end by itself, with 0. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || !this.isUp) return;
    this.#wanted = false;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = (await ended) as [number | null, string | null];
    if (signal === 'SIGTERM' && code !== 0) this.badEnds.push(`${this.name} ended with ${code ?? by}`);
  }
}
