/** Runs the scripts of an example app. */
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';

// Nobody is asked, and nothing is sent about what runs here.
const env = { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };

/** Runs `npm` in `dir`. Throws what was printed when it fails. */
export function npm(dir: string, ...args: string[]): void {
  try {
    execFileSync('npm', args, { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    // Its cause would say the same at twice the length.
    throw new Error(`npm ${args.join(' ')} failed in ${dir}:\n${stdout}${stderr}`);
  }
}

/** Runs `use` while the app's script `script` serves it. */
export async function withServer<T>(
  dir: string,
  script: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const child = spawn('npm', ['run', script, '--', '--port', String(port)], {
    cwd: dir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm starts a shell that starts the server; all three are ended together.
    detached: true,
  });
  let said = '';
  const hear = (text: Buffer) => void (said += String(text));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  try {
    const url = `http://localhost:${port}`;
    for (let tries = 0; !(await answers(url)); tries++) {
      if (child.exitCode !== null || tries > 600)
        throw new Error(`npm run ${script} failed in ${dir}:\n${said}`);
      await pause(100);
    }
    return await use(url);
  } finally {
    if (child.pid) process.kill(-child.pid);
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
