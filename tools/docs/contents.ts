/**
 * What the documentation consists of, and in which order it is read. A page that is not named here fails
 * the build.
 */

export interface Chapter {
  readonly title: string;
  /** Sources, from the root of the repository. */
  readonly pages: readonly string[];
}

export const contents: readonly Chapter[] = [
  {
    title: 'Start',
    pages: [
      'docs/index.md',
      'docs/start-script-tag.md',
      'docs/start-npm.md',
      'docs/start-frameworks.md',
      'docs/start-no-back-end.md',
      'docs/concepts.md',
    ],
  },
  {
    title: 'Frameworks',
    pages: [
      'demo/frameworks/react-19/README.md',
      'demo/frameworks/react-18/README.md',
      'demo/frameworks/next/README.md',
      'demo/frameworks/vue/README.md',
      'demo/frameworks/svelte/README.md',
      'demo/frameworks/solid/README.md',
      'demo/frameworks/preact/README.md',
      'demo/frameworks/angular/README.md',
    ],
  },
  {
    title: 'Steps',
    pages: [
      'docs/steps/authentication.md',
      'docs/steps/onboarding.md',
      'docs/steps/compliance.md',
      'docs/steps/id-verification.md',
      'docs/steps/background-check.md',
      'docs/steps/manage-payments.md',
      'docs/steps/manage-payouts.md',
      'docs/steps/payout.md',
      'docs/steps/pdf-form-fill.md',
      'docs/steps/redirect.md',
    ],
  },
  {
    title: 'On your server',
    pages: ['docs/flows.md', 'docs/webhooks.md', 'docs/money.md', 'docs/law.md'],
  },
  {
    title: 'In your page',
    pages: [
      'docs/events.md',
      'docs/theming.md',
      'docs/playground.md',
      'docs/languages.md',
      'docs/strict-pages.md',
      'docs/browsers.md',
      'docs/moving.md',
    ],
  },
  {
    title: 'Try and test',
    pages: ['docs/sandbox.md', 'docs/testing.md', 'docs/errors.md', 'docs/agents.md'],
  },
  {
    title: 'Run it',
    pages: ['docs/running.md', 'docs/operations.md', 'docs/limits.md', 'docs/retention.md', 'docs/keys.md'],
  },
  {
    title: 'Trust',
    pages: ['SECURITY.md', 'docs/asvs.md', 'docs/accessibility.md', 'docs/answers.md'],
  },
  {
    title: 'Reference',
    pages: ['docs/element.md', 'docs/architecture.md', 'docs/versions.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  },
];

/** Where a page is in the site: `docs/steps/payout.md` is at `/steps/payout/`. */
export const addressOf = (source: string): string =>
  source === 'docs/index.md'
    ? '/'
    : `/${source
        .replace(/^(?:docs|demo)\//, '')
        .replace(/(?:\/README)?\.md$/, '')
        .toLowerCase()}/`;
