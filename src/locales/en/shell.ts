/**
 * Words of the frame that the first screen needs, and those that must be there when nothing more can be
 * loaded. Sentence case, plain, short; they say what happened and what to do.
 */
export const shell = {
  'action.retry': 'Try again',
  'error.network-error':
    'We could not reach the server. Check your connection and try again; what you typed is still here.',
  'failed.title': 'We cannot show this right now',
  'progress.position': 'Step {step} of {steps}',
  'loading.label': 'Loading',
  'sandbox.tag': 'Sandbox',
  'step.authentication': 'Your phone',
  'progress.unfinished': 'Finish this first.',
} as const;
