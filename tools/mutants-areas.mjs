/**
 * The areas of `npm run mutants`: code that is broken, and the tests that have to notice. An area has parts,
 * so that no mutant waits for tests that cannot know of it. The first test that fails ends the run, so those
 * that need no database come first.
 *
 * @type {Record<string, { files: string[], tests: string[] }[]>}
 */
export const areas = {
  stream: [
    {
      files: ['src/api/event-stream.ts', 'src/api/watch.ts'],
      tests: ['test/api/event-stream', 'test/api/watch'],
    },
  ],
  transport: [
    {
      files: ['src/api/transport.ts', 'src/api/signals.ts'],
      tests: ['test/api/transport', 'test/api/signals', 'test/api/client'],
    },
  ],
  client: [
    {
      files: ['src/api/client.ts', 'src/api/session-calls.ts', 'src/api/parse.ts', 'src/flow/problem.ts'],
      tests: ['test/api/client', 'test/api/session-calls', 'test/api/parse'],
    },
  ],
  flow: [
    {
      files: [
        'src/flow/machine.ts',
        'src/flow/completions.ts',
        'src/shell/flow-controller.ts',
        'src/shell/flow-actions.ts',
        'src/shell/background.ts',
        'src/shell/calls.ts',
        'src/shell/completion-events.ts',
        'src/shell/wishes.ts',
      ],
      tests: ['test/flow/', 'test/shell/'],
    },
  ],
  contract: [
    {
      files: [
        'src/contract/forms/check-digits.ts',
        'src/contract/forms/tax-id-sums.ts',
        'src/contract/forms/tax-ids.ts',
      ],
      tests: ['test/contract/forms/numbers', 'test/contract/forms/tax-ids'],
    },
    {
      files: ['src/contract/forms/phone.ts', 'src/contract/forms/phone-reading.ts'],
      tests: ['test/contract/forms/phone'],
    },
    {
      files: [
        'src/contract/forms/dates.ts',
        'src/contract/forms/numbers.ts',
        'src/contract/forms/fields.ts',
        'src/contract/forms/names.ts',
        'src/contract/forms/addresses.ts',
        'src/contract/forms/address-checks.ts',
        'src/contract/forms/moments.ts',
        'src/contract/input/normalise.ts',
      ],
      tests: [
        'test/contract/forms/dates',
        'test/contract/forms/fields',
        'test/contract/forms/names',
        'test/contract/forms/numbers',
        'test/contract/forms/addresses',
        'test/contract/forms/moments',
        'test/contract/input/',
      ],
    },
    {
      files: [
        'src/contract/bank/bank-checks.ts',
        'src/contract/bank/banks-abroad.ts',
        'src/contract/bank/intl-bank.ts',
        'src/contract/bank/method-details.ts',
      ],
      tests: ['test/contract/bank/', 'test/contract/input/'],
    },
    {
      files: [
        'src/contract/steps/drafts.ts',
        'src/contract/steps/known-state.ts',
        'src/contract/steps/proof.ts',
      ],
      tests: ['test/contract/drafts', 'test/contract/known-state', 'test/server/payee/proof'],
    },
    {
      files: ['src/contract/plan/revisits.ts', 'src/contract/plan/parse-steps.ts'],
      tests: ['test/server/flows/parse-steps', 'test/contract/revisits'],
    },
    {
      files: ['src/contract/input/input.ts'],
      tests: ['test/server/http/body'],
    },
  ],
  plan: [
    {
      files: ['src/contract/plan/plan.ts', 'src/contract/plan/rules.ts'],
      tests: ['test/server/flows/plan.test.ts'],
    },
  ],
  tax: [
    {
      files: [
        'src/contract/tax/rules.ts',
        'src/contract/tax/form-on-file.ts',
        'src/contract/tax/platform-rules.ts',
        'src/server/tax/residence.ts',
      ],
      tests: [
        'test/server/tax/counts.test.ts',
        'test/server/tax/rules.test.ts',
        'test/server/tax/due.test.ts',
      ],
    },
    {
      files: [
        'src/contract/tax/document.ts',
        'src/contract/tax/parse-form.ts',
        'src/contract/tax/prefill.ts',
        'src/contract/tax/certifications.ts',
        'src/server/tax/sealed-fields.ts',
      ],
      tests: ['test/contract/tax/', 'test/server/tax/counts.test.ts'],
    },
    {
      files: [
        'src/server/tax/due.ts',
        'src/server/tax/paid-in-year.ts',
        'src/server/db/reportable-payments.ts',
      ],
      tests: [
        'test/server/tax/counts.test.ts',
        'test/server/tax/due.test.ts',
        'test/server/ledger/payouts.test.ts',
      ],
    },
    { files: ['src/server/tax/save-form.ts'], tests: ['test/server/tax/save-form.test.ts'] },
    {
      files: ['src/server/db/tax-forms.ts'],
      tests: ['test/server/partner/tax-forms.test.ts', 'test/server/payee/compliance.test.ts'],
    },
  ],
  rails: [
    {
      files: [
        'src/contract/rails/arrival.ts',
        'src/contract/rails/quote.ts',
        'src/contract/rails/terms.ts',
        'src/contract/rails/offers.ts',
      ],
      tests: ['test/contract/arrival.test.ts', 'test/contract/quote.test.ts', 'test/contract/rails/'],
    },
    {
      files: [
        'src/contract/rails/method-object.ts',
        'src/contract/money/method-correction.ts',
        'src/contract/money/payout-failures.ts',
      ],
      tests: ['test/contract/money/', 'test/contract/rails/'],
    },
    {
      files: ['src/contract/money/transfers.ts'],
      tests: ['test/contract/money/', 'test/server/partner/transfers.test.ts'],
    },
  ],
  ledger: [
    {
      files: ['src/server/ledger/movements.ts', 'src/server/ledger/transfer-events.ts'],
      tests: [
        'test/server/ledger/transfer-object.test.ts',
        'test/server/ledger/payouts.test.ts',
        'test/server/ledger/edges.test.ts',
        'test/server/ledger/advance-payout.test.ts',
        'test/server/partner/apps.test.ts',
        'test/server/partner/payout-batches.test.ts',
        'test/server/payout-links/next-in-line.test.ts',
      ],
    },
    {
      files: [
        'src/server/ledger/advance-payout.ts',
        'src/server/ledger/auto-payout.ts',
        'src/server/ledger/held.ts',
        'src/server/ledger/opening.ts',
        'src/server/ledger/payouts.ts',
        'src/server/ledger/release.ts',
        'src/server/ledger/rescue.ts',
        'src/server/ledger/settle.ts',
        'src/server/ledger/transfers.ts',
        'src/server/ledger/wallets.ts',
        'src/server/db/ledger.ts',
        'src/server/db/transfers.ts',
      ],
      tests: [
        'test/server/ledger/payouts.test.ts',
        'test/server/ledger/edges.test.ts',
        'test/server/ledger/advance-payout.test.ts',
        'test/server/ledger/new-methods.test.ts',
      ],
    },
    {
      files: ['src/server/ledger/transfer-object.ts'],
      tests: ['test/server/ledger/transfer-object.test.ts', 'test/server/ledger/payouts.test.ts'],
    },
  ],
  webhooks: [
    {
      files: [
        'src/server/webhooks/deliver.ts',
        'src/server/db/deliveries.ts',
        'src/server/webhooks/outbox.ts',
      ],
      tests: [
        'test/server/webhooks/attempt.test.ts',
        'test/server/webhooks/deliver.test.ts',
        'test/server/webhooks/health.test.ts',
      ],
    },
    {
      files: ['src/server/webhooks/url-safety.ts', 'src/server/webhooks/sign.ts'],
      tests: [
        'test/server/webhooks/attempt.test.ts',
        'test/server/webhooks/url-safety.test.ts',
        'test/server/webhooks/health.test.ts',
      ],
    },
    { files: ['src/webhooks/index.ts'], tests: ['test/webhooks/'] },
    {
      files: ['src/server/db/webhooks.ts'],
      tests: [
        'test/server/partner/webhook-endpoints',
        'test/server/start/seed.test.ts',
        'test/server/webhooks/deliver.test.ts',
      ],
    },
  ],
  sessions: [
    {
      files: [
        'src/server/payee/session/context.ts',
        'src/server/payee/session/visit.ts',
        'src/server/payee/come-back.ts',
      ],
      tests: [
        'test/server/payee/tokens',
        'test/server/payee/browsers',
        'test/server/payee/authentication',
        'test/testing/contract',
        'test/server/partner/user-control',
      ],
    },
    {
      files: [
        'src/server/payee/session/sessions.ts',
        'src/server/payee/open.ts',
        'src/server/payee/mutation.ts',
        'src/server/payee/authentication/let-in.ts',
        'src/server/payee/authentication/requirement.ts',
        'src/server/payee/authentication/submit.ts',
        'src/server/db/sessions.ts',
      ],
      tests: [
        'test/server/payee/tokens',
        'test/server/payee/browsers',
        'test/server/payee/authentication',
        'test/server/payee/once',
        'test/server/payee/proof',
        'test/server/payee/client-flows',
        'test/server/payee/asked-often',
        'test/server/payee/told',
        'test/server/payee/oracle',
        'test/server/partner/user-control',
        'test/server/http/security-log',
      ],
    },
    {
      files: ['src/server/payee/authentication/asked.ts', 'src/server/payee/authentication/known.ts'],
      tests: ['test/server/payee/known'],
    },
    {
      files: ['src/server/payee/session/back-to.ts', 'src/server/payee/session/filed.ts'],
      tests: ['test/server/payee/going-back', 'test/testing/contract'],
    },
    {
      files: ['src/server/payee/watch.ts'],
      tests: ['test/server/payee/watch'],
    },
    {
      files: ['src/server/payee/open-streams.ts', 'src/server/payee/events.ts'],
      tests: ['test/server/payee/open-streams', 'test/server/payee/events'],
    },
    {
      files: ['src/server/payee/draft.ts'],
      tests: ['test/server/payee/secrets', 'test/testing/contract'],
    },
  ],
  http: [
    { files: ['src/server/http/json-position.ts'], tests: ['test/server/http/body'] },
    { files: ['src/server/http/ask-outside.ts'], tests: ['test/server/http/ask-outside'] },
    { files: ['src/server/http/browser.ts'], tests: ['test/server/payee/browsers'] },
    { files: ['src/server/http/health.ts'], tests: ['test/server/http/health', 'test/server/http/app'] },
    {
      files: [
        'src/server/http/body.ts',
        'src/server/http/storable.ts',
        'src/server/http/metadata.ts',
        'src/server/http/parts.ts',
      ],
      tests: ['test/server/http/body', 'test/server/http/app', 'test/server/http/wire'],
    },
    {
      files: ['src/server/http/idempotent.ts', 'src/server/http/meaning.ts'],
      tests: ['test/server/partner/idempotency', 'test/server/payee/kept-answers'],
    },
    {
      files: ['src/server/http/api-key.ts', 'src/server/http/partner-key.ts'],
      tests: ['test/server/partner/api-keys', 'test/server/partner/browser-calls', 'test/server/http/body'],
    },
    {
      files: ['src/server/http/limits.ts', 'src/server/http/client.ts', 'src/server/http/rate-limit.ts'],
      tests: ['test/server/http/app', 'test/server/docs/limits', 'test/server/payee/oracle'],
    },
    {
      files: [
        'src/server/http/answer-errors.ts',
        'src/server/http/cors.ts',
        'src/server/http/not-offered.ts',
        'src/server/http/origins.ts',
        'src/server/http/problem.ts',
        'src/server/http/request-log.ts',
        'src/server/http/security-headers.ts',
        'src/server/http/security-log.ts',
      ],
      tests: ['test/server/http/app', 'test/server/http/exposure', 'test/server/http/security-log'],
    },
  ],
};
