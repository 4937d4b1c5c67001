/**
 * Runs one journey in a Chromium at the floor that docs/browsers.md names: `npm run test:old-browser`. npm
 * carries old Chromiums for servers without a screen, packed with brotli; the oldest that installs is 106.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from './find-tests.mjs';

const version = '106.0.2';
const folder = mkdtempSync(join(tmpdir(), 'old-chromium-'));
try {
  // Its own dependencies and scripts would look for a browser elsewhere.
  execFileSync(
    'npm',
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--silent',
      '--prefix',
      folder,
      `@sparticuz/chromium@${version}`,
    ],
    { cwd: folder, stdio: 'inherit' },
  );
  const packed = join(folder, 'node_modules/@sparticuz/chromium/bin');
  const executable = join(folder, 'chromium');
  writeFileSync(executable, brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
  chmodSync(executable, 0o755);
  // SwiftShader draws what a graphics card would.
  const libraries = brotliDecompressSync(readFileSync(join(packed, 'swiftshader.tar.br')));
  execFileSync('tar', ['-x', '-C', folder], { input: libraries });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config',
      'test/e2e/playwright.config.ts',
      'old-browser',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, OLD_CHROMIUM: executable, LD_LIBRARY_PATH: folder },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
