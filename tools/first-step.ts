/**
 * Stands in the script-tag bundle for src/steps/first-step.ts. There the step comes along in the first file,
 * because on a slow network one more request costs as much as 29 kB.
 */
import authentication from '../src/steps/authentication/index.ts';

export const firstStep = () => Promise.resolve({ default: authentication });

/** There is nothing left to load. */
export const loadFirstStep = (): void => undefined;
