/** Where the documentation is written to. */
import { join } from 'node:path';
import { root } from '../imports.ts';

export const site = join(root, 'site');
