/**
 * The step that most flows begin with. In the published modules it is an import of its own, like any other
 * step: a page's bundler counts every byte of the page's first chunk. The script-tag bundle takes
 * tools/first-step.ts instead of this file.
 */
export const firstStep = () => import('./authentication/index.ts');

/**
 * Begins to load it, so that it is there when the session is open. Should that fail, it is loaded again when
 * it is shown.
 */
export const loadFirstStep = (): void => void firstStep().catch(() => undefined);
