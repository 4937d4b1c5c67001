/**
 * All calls under HTTP Basic. Each route authenticates for itself. A middleware for all of them would also
 * run before calls under the same base path that are not the partner's, such as the identity vendor's
 * callback.
 */
import { Hono } from 'hono';
import type { Deps } from '../ports/deps.ts';
import { appRoutes } from './apps.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { flowRoutes } from './flows.ts';
import { documentRoutes } from './documents.ts';
import { paymentCustomerRoutes } from './payment-customers.ts';
import { paymentRoutes } from './payments.ts';
import { payoutBatchRoutes } from './payout-batches.ts';
import { payoutLinkRoutes } from './payout-links.ts';
import { bNoticeRoutes } from './b-notices.ts';
import { payoutRoutes } from './payouts.ts';
import { pdfTemplateRoutes } from './pdf-templates.ts';
import { transactionRoutes } from './transactions.ts';
import { transferRoutes } from './transfers.ts';
import { statementRoutes } from './statements.ts';
import { taxFormRoutes } from './tax-forms.ts';
import { taxReturnRoutes } from './tax-returns.ts';
import { taxTotalRoutes } from './tax-totals.ts';
import { taxUploadRoutes } from './tax-uploads.ts';
import { sanctionsListRoutes, screeningRoutes } from './screening.ts';
import { sandboxMessageRoutes } from './sandbox-messages.ts';
import { sandboxWebhookRoutes } from './sandbox-webhooks.ts';
import { testClockRoutes } from './test-clock.ts';
import { userRoutes } from './users.ts';
import { webhookDeliveryRoutes } from './webhook-deliveries.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';

export function partnerRoutes(deps: Deps): Hono {
  const app = new Hono();
  app.route('/', flowRoutes(deps));
  app.route('/', documentRoutes(deps));
  app.route('/', pdfTemplateRoutes(deps));
  app.route('/', userRoutes(deps));
  app.route('/', transferRoutes(deps));
  app.route('/', payoutRoutes(deps));
  app.route('/', payoutBatchRoutes(deps));
  app.route('/', paymentCustomerRoutes(deps));
  app.route('/', paymentRoutes(deps));
  app.route('/', payoutLinkRoutes(deps));
  app.route('/', transactionRoutes(deps));
  app.route('/', appRoutes(deps));
  app.route('/', statementRoutes(deps));
  app.route('/', taxFormRoutes(deps));
  app.route('/', taxUploadRoutes(deps));
  app.route('/', bNoticeRoutes(deps));
  app.route('/', taxTotalRoutes(deps));
  app.route('/', taxReturnRoutes(deps));
  app.route('/', webhookEndpointRoutes(deps));
  app.route('/', webhookDeliveryRoutes(deps));
  app.route('/', apiKeyRoutes(deps));
  app.route('/', screeningRoutes(deps));
  if (deps.config.sandbox) {
    app.route('/', sandboxMessageRoutes(deps));
    app.route('/', sandboxWebhookRoutes(deps));
    app.route('/', sanctionsListRoutes(deps));
  }
  // Without a test clock (live mode) the calls do not exist, so they are 404 and not a refusal.
  if (deps.testClock) app.route('/', testClockRoutes(deps, deps.testClock));
  return app;
}
