export const idVerification = {
  'step.id-verification': 'Your ID',
  'id-verification.choose.title': 'Show us that it’s you',
  'id-verification.choose.lead': 'A photo of your ID and one of your face. It takes about two minutes.',
  'id-verification.choose.screening':
    'Your name resembles one on a list that we have to check before money can move. Your ID clears this up.',
  'id-verification.choose.name': 'The ID has to show your name: {name}.',
  'id-verification.why': 'Why we ask, and who sees it',
  'id-verification.why.law':
    '{app} has to know who it pays. It keeps others from collecting your money under your name.',
  'id-verification.why.who':
    'The photos travel encrypted and are stored encrypted. The verification service of {app} compares them; they are used for nothing else.',
  'id-verification.country.label': 'Country that issued your ID',
  'id-verification.document_type.label': 'Which ID do you have with you?',
  'id-verification.document_type.passport': 'Passport',
  'id-verification.document_type.passport.hint': 'One photo, of the page with your picture',
  'id-verification.document_type.drivers-license': 'Driver’s license',
  'id-verification.document_type.drivers-license.hint': 'Two photos, front and back',
  'id-verification.document_type.id-card': 'ID card',
  'id-verification.document_type.id-card.hint': 'Two photos, front and back',
  'id-verification.choose.continue': 'Continue',
  'id-verification.again': 'Last time:',

  'id-verification.capture.passport.front': 'The photo page of your passport',
  'id-verification.capture.drivers-license.front': 'Front of your driver’s license',
  'id-verification.capture.drivers-license.back': 'Back of your driver’s license',
  'id-verification.capture.id-card.front': 'Front of your ID card',
  'id-verification.capture.id-card.back': 'Back of your ID card',
  'id-verification.capture.lead.front':
    'Lay it flat on something plain, in good light. All four corners have to be in the photo.',
  'id-verification.capture.lead.back': 'Now turn it over. The code or the lines of letters have to be sharp.',
  'id-verification.selfie.title': 'Now a photo of you',
  'id-verification.selfie.lead':
    'Face a window or a lamp, and take off cap and sunglasses. You look straight ahead, turn your head a little, and come closer: three photos in a few seconds.',
  'id-verification.selfie.honest':
    'The poses help to show that a real person is here. A verification service then compares your face with your ID.',
  'id-verification.open-camera': 'Open the camera',
  'id-verification.upload': 'Upload a photo',
  'id-verification.camera-app': 'Use the camera app',
  'id-verification.drop': 'Or drop a photo here, or paste one.',
  'id-verification.drop.now': 'Let go to use this photo',
  'id-verification.other-document': 'Use another document',
  'id-verification.part-unreachable':
    'The camera part could not be loaded. Check your connection and try again.',

  'id-verification.send.title': 'All photos are here',
  'id-verification.send.text': 'Send them off to be checked. You can take them again before that.',
  'id-verification.send.button': 'Send for checking',

  'id-verification.review.title': 'We’re checking your ID',
  'id-verification.review.text': 'This usually takes less than a minute. The page goes on by itself.',
  'id-verification.review.manual.title': 'A person is checking your photos',
  'id-verification.review.manual.text': 'That can take up to three working days.',
  'id-verification.review.next': 'What happens now',
  'id-verification.review.close': 'You may close this page. The same link brings you back here.',
  'id-verification.review.notification': 'You get a text at {phone} as soon as there is a result.',
  'id-verification.review.notification.late':
    'If it takes longer than ten minutes, you get a text at {phone}.',
  'id-verification.review.told': '{app} is told as soon as there is a result.',
  'id-verification.review.money': 'Your money stays where it is and is safe meanwhile.',
  'id-verification.rejected.title': 'Your ID is not confirmed yet',
  'id-verification.rejected.tries': {
    one: 'You have one try left.',
    other: 'You have {count} tries left.',
  },
  'id-verification.rejected.all': 'All photos are taken again.',
  'id-verification.rejected.photo': 'It is about this photo: {photo}.',
  'id-verification.rejected.unknown': 'We do not know which one. Check each before you send it.',
  'id-verification.rejected.others': 'Also accepted: {documents}.',
  'id-verification.rejected.again': 'Try again',
  'id-verification.failed.title': 'We could not confirm your ID',
  'id-verification.failed.text': 'There are no tries left here. Your money is safe and stays with {app}.',
  'id-verification.failed.next':
    'Write to {app}. They can see that it was tried, and help you in another way.',
  'id-verification.done.title': 'Done on this phone',
  'id-verification.done.text':
    'Go back to your other screen. It has gone on already. You can close this page.',

  'id-verification.reason.blurred': 'A photo was blurred.',
  'id-verification.reason.glare': 'A reflection hid part of a photo.',
  'id-verification.reason.too-dark': 'A photo was too dark.',
  'id-verification.reason.cut-off': 'Something was cut off on a photo.',
  'id-verification.reason.unreadable': 'The print on your ID could not be read.',
  'id-verification.reason.expired': 'This document has expired.',
  'id-verification.reason.wrong-document': 'This was another document than the one you chose.',
  'id-verification.reason.document-not-accepted': 'This document is not accepted here.',
  'id-verification.reason.name-mismatch': 'The name on the document is another one than yours here.',
  'id-verification.reason.date-of-birth-mismatch':
    'The date of birth on the document is another one than you gave us.',
  'id-verification.reason.face-mismatch': 'The face in your photo could not be matched with the document.',
  'id-verification.reason.no-face': 'There was no face to be seen.',
  'id-verification.reason.not-confirmed': 'Your ID could not be confirmed.',
  'id-verification.advice.blurred': 'Hold still, and wait until the picture is sharp.',
  'id-verification.advice.glare': 'Step away from the lamp, and use no flash.',
  'id-verification.advice.too-dark': 'Go near a window or switch on a lamp.',
  'id-verification.advice.cut-off': 'Keep all of it inside the frame.',
  'id-verification.advice.unreadable': 'Wipe the document and the lens, and come a little closer.',
  'id-verification.advice.expired': 'Use one that is still valid.',
  'id-verification.advice.wrong-document': 'Choose the one that you will take photos of.',
  'id-verification.advice.document-not-accepted': 'Use another one.',
  'id-verification.advice.name-mismatch':
    'Use a document in your current name. If your name here is wrong, write to {app}.',
  'id-verification.advice.date-of-birth-mismatch':
    'Check that it is your own document. If the date you gave us is wrong, write to {app}.',
  'id-verification.advice.face-mismatch':
    'Take the photo of your face in good light, without cap or glasses.',
  'id-verification.advice.no-face': 'Look straight into the camera, in good light.',
  'id-verification.advice.not-confirmed': 'Try once more with clear photos, or with another document.',
  'id-verification.photo.selfie': 'Your face',

  'id-verification.handoff.offer': 'Continue on your phone',
  'id-verification.handoff.offer.hint':
    'Phones take the sharpest photos. This page waits here and goes on by itself.',
  'id-verification.away.title': 'Go on with your phone',
  'id-verification.away.text':
    'Your phone has the page open. Take the photos there; this page goes on by itself.',
  'id-verification.away.here': 'Go on here instead',
  'id-verification.code': 'Code',
  'id-verification.code.same':
    'Your phone shows the same code. If it shows another one, close the page there.',
  'id-verification.match.title': 'Is this your other screen’s code?',
  'id-verification.match.text':
    'The screen where you began shows a code too. Compare the two before you go on.',
  'id-verification.match.why':
    'Did somebody send you this link, or is there no other screen? Then don’t go on: they may want to use your ID for themselves.',
  'id-verification.match.yes': 'The codes are the same',
  'id-verification.match.no': 'They differ, or I see no other screen',
  'id-verification.stop.title': 'Stop here',
  'id-verification.stop.text':
    'Nothing was sent. Close this page, and don’t answer whoever sent you the link.',
  'id-verification.stop.back': 'Back to the code',
  'id-verification.canceled.title': 'You went on at the other screen',
  'id-verification.canceled.text': 'This phone has nothing to do now. Photos that arrived are kept.',
  'id-verification.canceled.take': 'Go on with this phone',

  'field.country.required': 'Choose the country.',
  'field.invalid-country': 'Choose a country from the list.',
  'field.document_type.required': 'Choose the ID you have with you.',
  'field.document_type.invalid-choice': 'This country issues no such document. Choose another one.',
  'error.images-missing': 'A photo is still missing. Try again; you are taken to it.',
  'error.no-tries-left': 'There are no tries left here. Write to {app}; they can help you in another way.',
  'error.handed-off': 'Your other device has this step now. Go on there, or take it back here.',
} as const;
