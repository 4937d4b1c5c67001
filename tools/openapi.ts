/**
 * `npm run test:openapi` has others judge the description of the API: spectral and redocly by their
 * recommended rules, and TypeScript the types that openapi-typescript makes of it and the samples for
 * `dots-flow/partner`. The three are fetched for the run, because they are a hundred megabytes that nobody
 * needs otherwise.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiDocument } from '../src/server/docs/openapi.ts';
import { operations } from '../src/server/docs/operations.ts';
import { samples } from '../src/server/docs/samples.ts';
import { root } from './imports.ts';

const tools = ['@stoplight/spectral-cli@6.15.0', '@redocly/cli@1.34.5', 'openapi-typescript@7.8.0'];
const folder = mkdtempSync(join(tmpdir(), 'dots-flow-openapi-'));

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ended with ${status}.`);
}
const typecheck = (...files: string[]) =>
  run(
    join(root, 'node_modules/.bin/tsc'),
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    ...files,
  );
const own = (name: string): string => join(folder, 'node_modules/.bin', name);

try {
  run('npm', 'install', '--silent', '--no-save', '--no-audit', '--prefix', folder, ...tools);
  writeFileSync(
    join(folder, 'openapi.json'),
    JSON.stringify(openApiDocument('https://payouts.example', { sandbox: true })),
  );
  writeFileSync(join(folder, '.spectral.json'), JSON.stringify({ extends: ['spectral:oas'] }));
  run(own('spectral'), 'lint', 'openapi.json', '--ruleset', '.spectral.json', '--fail-severity', 'warn');
  run(own('redocly'), 'lint', 'openapi.json', '--extends', 'recommended');
  run(own('openapi-typescript'), 'openapi.json', '--output', 'api.ts');
  typecheck('api.ts');
  writeFileSync(join(folder, 'samples.ts'), allSamples());
  typecheck(
    ...['--target', 'esnext', '--module', 'esnext', '--moduleResolution', 'bundler'],
    ...['--allowImportingTsExtensions', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')],
    'samples.ts',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Each sample in a block of its own, as somebody pastes it. */
function allSamples(): string {
  const blocks = operations.flatMap((operation) =>
    samples(operation, 'https://payouts.example')
      .filter(({ lang }) => lang === 'TypeScript')
      .map(({ source }) => `{\n${source}\n}\n`),
  );
  return `import { readFile } from 'node:fs/promises';
import { createPartnerClient } from '${join(root, 'src/partner/index.ts')}';
const flows = createPartnerClient({ baseUrl: 'https://payouts.example', clientId: '', apiKey: '' });
${blocks.join('')}`;
}
