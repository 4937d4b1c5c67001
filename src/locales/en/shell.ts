/**
 * Words of the frame that the first screen needs, and those that must be there when nothing more can be
 * loaded. Sentence case, plain, short; they say what happened and what to do.
 */
export const shell = {
  'progress.position': 'Step {step} of {steps}',
  'step.authentication': 'Your phone',
  'loading.label': 'Loading',
  'action.retry': 'Try again',
  'failed.title': 'We cannot show this right now',
  'sandbox.tag': 'Sandbox',
  'error.network-error':
    'We could not reach the server. Check your connection and try again; what you typed is still here.',
  'error.other': 'This did not work ({code}). Please try again.',
  'progress.unfinished': 'Finish this first.',
} as const;
