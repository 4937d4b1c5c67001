/** Gives a sandbox app money to pay with, once, as the vendor's sandbox does. */
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { hasOpening } from '../db/ledger.ts';
import type { Sending } from '../webhooks/outbox.ts';
import { openingCents } from '../../contract/sandbox/table.ts';
import { appWallet, book, outside } from './movements.ts';

export async function openAppWallet(deps: Sending, tx: Queryable, app: Pick<App, 'id'>): Promise<void> {
  if (await hasOpening(tx, app.id)) return;
  await book(deps, tx, {
    appId: app.id,
    kind: 'opening',
    lines: [
      { account: outside, amount: -openingCents },
      { account: appWallet, amount: openingCents },
    ],
  });
}
