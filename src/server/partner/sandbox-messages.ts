/**
 * `/sandbox/messages`: the messages that a live server would have sent to payees of the app. Codes are not
 * among them, because everybody knows the sandbox's code.
 */
import { Hono } from 'hono';
import type { SandboxMessage } from '../../contract/partner/sandbox-messages.ts';
import { sentNotifications } from '../db/notifications.ts';
import type { NotificationRow } from '../db/notifications.ts';
import { sentLinkMessages } from '../db/payout-link-messages.ts';
import type { SentLinkMessage } from '../db/payout-link-messages.ts';
import type { Deps } from '../ports/deps.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';

export function sandboxMessageRoutes(deps: Deps): Hono<PartnerEnv> {
  // Each message has the id and the link of a flow.
  const partner = authenticatePartner(deps, 'settings', 'secret');
  return new Hono<PartnerEnv>().get('/sandbox/messages', partner, async (c) => {
    const app = c.get('partner').id;
    const data = [
      ...(await sentNotifications(deps.db, app)).map(messageObject),
      ...(await sentLinkMessages(deps.db, app)).map(linkMessageObject),
    ];
    data.sort((a, b) => (a.sent < b.sent ? 1 : a.sent > b.sent ? -1 : 0)).splice(100);
    return c.json({ data }, 200, { 'cache-control': 'no-store' });
  });
}

const messageObject = (row: NotificationRow): SandboxMessage => ({
  id: row.id,
  flow_id: row.flow_id,
  step: row.step,
  sent: row.sent?.toISOString() ?? '',
  language: row.language ?? '',
  text: row.text ?? '',
});

const linkMessageObject = (row: SentLinkMessage): SandboxMessage => ({
  id: row.id,
  flow_id: row.flow_id,
  step: 'payout',
  sent: row.done?.toISOString() ?? '',
  language: row.language ?? '',
  text: row.text ?? '',
  payout_link_id: row.link_id,
  channel: row.channel,
  ...(row.channel === 'email' && row.subject !== null && { subject: row.subject }),
});
