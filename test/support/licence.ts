/**
 * The back of a US licence: a PDF417 barcode with made-up data, as AAMVA's standard lays it out (2020, Annex
 * D).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { png } from './images.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

export interface LicenceData {
  readonly first?: string;
  readonly last?: string;
  /** MMDDCCYY */
  readonly born?: string;
  readonly expires?: string;
}

export function aamvaText({
  first = 'JANE',
  last = 'DOE',
  born = '04121990',
  expires = '04122031',
}: LicenceData = {}): string {
  const elements = [
    'DAQX0000000',
    `DCS${last}`,
    'DDEN',
    `DAC${first}`,
    'DDFN',
    'DADNONE',
    'DDGN',
    'DCAD',
    `DBB${born}`,
    `DBA${expires}`,
  ];
  return `@\n\u001e\rANSI 636000100002DL00410278ZV03190008DL${[...elements, 'DCGUSA'].join('\n')}\r`;
}

/** Returns black modules on white, with room around them. */
export async function licenceBack(data?: LicenceData): Promise<Buffer> {
  const { symbol } = await writeBarcode(aamvaText(data), { format: 'PDF417' });
  const scale = Math.max(3, Math.ceil(640 / symbol.width));
  const quiet = 24;
  const width = symbol.width * scale + 2 * quiet;
  const height = Math.max(400, symbol.height * scale * 3 + 2 * quiet);
  return png(width, height, {
    grey(x, y) {
      const [column, row] = [Math.floor((x - quiet) / scale), Math.floor((y - quiet) / (scale * 3))];
      if (column < 0 || row < 0 || column >= symbol.width || row >= symbol.height) return 255;
      return (symbol.data[row * symbol.width + column] ?? 255) < 128 ? 0 : 255;
    },
  });
}
