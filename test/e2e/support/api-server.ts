/**
 * The Flows API as a partner runs it: the real command in a process of its own, which a test can kill and
 * start again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../tools/free-port.mjs';

const serve = ['src/server/cli.ts', 'serve'];
/** What `npm start` runs once the bundle is built. */
export const demo = ['demo/server.ts'];

export class ApiServer {
  readonly #env: Record<string, string>;
  readonly #command: readonly string[];
  /** The database is in `db` below this folder. */
  readonly dataDir: string;
  readonly url: string;
  #process: ChildProcess | undefined;

  private constructor(
    port: number,
    dataDir: string,
    env: Record<string, string>,
    command: readonly string[],
  ) {
    this.url = `http://localhost:${port}`;
    this.#command = command;
    this.dataDir = dataDir;
    // What is pending stays pending until a test lets a minute pass.
    this.#env = {
      LOG_LEVEL: 'warn',
      SANDBOX_PENDING_SECONDS: '60',
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
    };
  }

  static async start(env: Record<string, string>, command: readonly string[] = serve): Promise<ApiServer> {
    const server = new ApiServer(
      await freePort(),
      await mkdtemp(join(tmpdir(), 'dots-flow-e2e-')),
      env,
      command,
    );
    await server.up();
    return server;
  }

  /** Of the process that runs now. */
  get pid(): number {
    return this.#process?.pid ?? NaN;
  }

  /** Starts the server. `more` are settings for this run only. */
  async up(more: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', ...this.#command], {
      env: { ...process.env, ...this.#env, ...more },
      stdio: ['ignore', 'inherit', 'ignore'],
    });
    this.#process = child;
    while (!(await this.#ready())) {
      const how = child.exitCode ?? child.signalCode;
      if (how !== null) throw new Error(`The server ended with ${how} while starting.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Kills the server with SIGKILL, which leaves no time to finish anything. */
  async down(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    // A process that a signal ended has no exit code.
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    await this.down();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Makes a call of the partner API. */
  async call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async createFlow(
    body: unknown = { steps: ['compliance', 'manage-payouts'] },
  ): Promise<{ id: string; link: string }> {
    const answer = await this.call('POST', '/v2/flows', body);
    if (answer.status !== 200)
      throw new Error(`Creating a flow was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return { id: String(answer.body['id']), link: String(answer.body['link']) };
  }

  /**
   * Creates somebody in the US, so that the app knows them already. A flow for them is open without a code
   * for 15 minutes.
   */
  async createUser(phone_number: string): Promise<string> {
    const answer = await this.call('POST', '/v2/users', {
      first_name: 'Robin',
      last_name: 'Example',
      email: 'robin@example.com',
      country_code: '1',
      phone_number,
    });
    if (typeof answer.body['id'] !== 'string')
      throw new Error(`Creating a user was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body['id'];
  }

  /** Pays a user who is in a flow, as the partner. */
  async fund(flowId: string, cents: number): Promise<void> {
    const flow = await this.call('GET', `/v2/flows/${flowId}`);
    const transfer = { user_id: flow.body['user_id'], amount: -cents };
    const answer = await this.call('POST', '/v2/transfers', transfer);
    if (answer.status >= 300)
      throw new Error(`Funding was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  /**
   * Lets time pass: an ISO 8601 duration, like `PT15M`. It does not come back, so a test should be content
   * with little.
   */
  async advance(duration: string): Promise<void> {
    const answer = await this.call('POST', '/v2/sandbox/clock', { advance: duration });
    if (answer.status !== 200)
      throw new Error(
        `Advancing the clock was answered with ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
  }

  /** Creates somebody whose phone is confirmed and whose profile is complete, by the partner API alone. */
  async createKnownUser(phone_number: string): Promise<string> {
    const id = await this.createUser(phone_number);
    await this.call('POST', `/v2/users/${id}/send-verification-token`, {});
    const verified = await this.call('POST', `/v2/users/${id}/verify`, { token: '123456' });
    if (verified.body['status'] !== 'verified')
      throw new Error(`The phone was not verified: ${JSON.stringify(verified.body)}`);
    const address = {
      line_1: '1 Main Street',
      city: 'Springfield',
      state: 'IL',
      country: 'US',
      postcode: '62701',
    };
    await this.call('PUT', `/v2/users/${id}/addresses`, address);
    return id;
  }

  async #ready(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
