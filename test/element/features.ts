/** Media features that a test chooses. Only Chromium lets it; style sheets are the same in all browsers. */
import { executeServerCommand } from '@web/test-runner-commands';

type Features = Partial<
  Record<'forced-colors' | 'prefers-contrast' | 'prefers-reduced-motion' | 'prefers-color-scheme', string>
>;

export const canEmulateFeatures = navigator.userAgent.includes('Chrome');

/** Makes the browser have these features. Without any it has its own again. */
export const prefer = (features: Features = {}): Promise<boolean> =>
  executeServerCommand<boolean, Features>('media-features', features);
