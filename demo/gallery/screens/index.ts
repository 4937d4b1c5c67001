/** All walks, in the order of a flow. */
import { firstWalks } from './first.ts';
import { identityWalks } from './identity.ts';
import { moneyWalks } from './money.ts';
import { papersWalks } from './papers.ts';
import type { Walks } from './stage.ts';
import { taxWalks } from './tax.ts';

export const walks: Walks = { ...firstWalks, ...taxWalks, ...identityWalks, ...papersWalks, ...moneyWalks };
