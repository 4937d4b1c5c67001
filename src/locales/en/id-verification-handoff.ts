/** Words of the panel that brings the step to a phone. */
export const idHandoff = {
  'id-verification.handoff.title': 'Continue on your phone',
  'id-verification.handoff.lead': 'Point your phone’s camera at this code and open the link.',
  'id-verification.handoff.qr': 'QR code with the link for your phone',
  'id-verification.handoff.copy': 'Copy the link',
  'id-verification.handoff.copied': 'Copied',
  'id-verification.handoff.copy-failed': 'Press and hold to copy it yourself:',
  'id-verification.handoff.compare': 'Your phone will show this code. Go on there only if it is the same.',
  'id-verification.handoff.keep':
    'Open the link on your own phone only. Whoever has it could show their ID in your name.',
  'id-verification.handoff.expires': 'The link works for {time}.',
  'id-verification.handoff.expired': 'This link has expired.',
  'id-verification.handoff.renew': 'Make a new link',
  'id-verification.handoff.making': 'Making your link',
  'id-verification.handoff.cancel': 'Stay on this device',
} as const;
