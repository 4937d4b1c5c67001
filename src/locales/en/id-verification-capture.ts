/** Words of the camera, the photos and their way up; they come with the part that shows them. */
export const idCapture = {
  'id-verification.camera.opening': 'Starting the camera',
  'id-verification.camera.label': 'Picture of the camera',
  'id-verification.camera.shoot': 'Take the photo',
  'id-verification.camera.begin': 'Begin',
  'id-verification.camera.stop': 'Close the camera',
  'id-verification.hint.dark': 'Too dark. Find more light.',
  'id-verification.hint.empty': 'Put your ID inside the frame',
  'id-verification.hint.far': 'Too far. Fill the frame.',
  'id-verification.hint.blurred': 'Blurred. Hold still.',
  'id-verification.hint.glare': 'Reflection. Tilt it a little.',
  'id-verification.hint.good': 'Good. Take the photo.',
  'id-verification.hint.face.dark': 'Too dark. Face the light.',
  'id-verification.hint.face.blurred': 'Blurred. Hold still.',
  'id-verification.hint.face.good': 'Good. Press begin.',
  'id-verification.example.bad': 'Not like this',
  'id-verification.example.cut-off': 'Cut off',
  'id-verification.example.blurred': 'Blurred',
  'id-verification.example.glare': 'Reflection',
  'id-verification.example.dark': 'Too dark',
  'id-verification.example.covered': 'Covered',
  'id-verification.pose.straight': 'Look straight ahead',
  'id-verification.pose.turn': 'Turn your head a little to one side',
  'id-verification.pose.closer': 'Look ahead and come closer',

  'id-verification.trouble.title': 'The camera can’t be used',
  'id-verification.trouble.policy':
    'This website does not let its pages use the camera. Upload a photo instead, or go on with your phone.',
  'id-verification.trouble.denied':
    'The camera is switched off for this page. Press the sign beside the address bar, allow the camera, and try again. Or upload a photo.',
  'id-verification.trouble.dismissed':
    'Your browser asked for the camera and got no answer. Try again and choose “Allow”. Or upload a photo.',
  'id-verification.trouble.none':
    'No camera was found on this device. Upload a photo, or go on with your phone.',
  'id-verification.trouble.busy':
    'Another app is using the camera. Close it (a video call, perhaps) and try again. Or upload a photo.',
  'id-verification.trouble.insecure':
    'Browsers open the camera on secure (https) pages only. Upload a photo instead.',
  'id-verification.trouble.unsupported':
    'This browser opens no camera here. Upload a photo instead, or open this page in another browser.',
  'id-verification.trouble.stopped':
    'The camera stopped. Check that it is plugged in and try again. Or upload a photo.',
  'id-verification.trouble.again': 'Try the camera again',

  'id-verification.preparing': 'Preparing your photo',
  'id-verification.preview.title': 'Can you read every word?',
  'id-verification.preview.lead': 'All four corners visible, nothing blurred, no reflection.',
  'id-verification.preview.selfie.title': 'Is this you, clearly?',
  'id-verification.preview.selfie.lead': 'Your whole face, sharp and well lit.',
  'id-verification.preview.alt': 'Your photo: {title}',
  'id-verification.preview.alt.selfie': 'A photo of you',
  'id-verification.preview.use': 'Use this photo',
  'id-verification.preview.use.selfie': 'Use and send',
  'id-verification.preview.again': 'Take it again',
  'id-verification.sending.title': 'Sending your photo',
  'id-verification.sending.lead': 'Keep this page open until it has arrived.',
  'id-verification.sending.progress': '{percent} % sent',
  'id-verification.sending.stalled':
    'No connection. Your photo is kept and goes on from {percent} % as soon as you are online again.',
  'id-verification.sending.cancel': 'Cancel',
  'id-verification.said.arrived': 'Your photo has arrived.',

  'field.image-too-large':
    'This photo is too large, even after we made it smaller. Take a new one, or choose another file.',
  'field.image-too-small':
    'This photo is too small to be read. Use one straight from a camera, not a thumbnail.',
  'field.image-type-unsupported': 'This file is not a photo that can be used. Choose a JPEG or PNG picture.',
  'field.image-heic':
    'Your browser cannot open HEIC photos. Take the photo here, or save it as JPEG first and choose that.',
  'field.image-damaged': 'This photo is damaged or incomplete. Choose another one, or take it again.',
  'error.upload-offset-mismatch': 'The upload lost its place. Try again; your photo is still here.',
} as const;
