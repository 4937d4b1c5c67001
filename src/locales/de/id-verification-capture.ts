import type { Translation } from '../catalogue.ts';
import type { idCapture as english } from '../en/id-verification-capture.ts';

export const idCapture = {
  'id-verification.camera.opening': 'Kamera wird gestartet',
  'id-verification.camera.label': 'Bild der Kamera',
  'id-verification.camera.shoot': 'Foto aufnehmen',
  'id-verification.camera.begin': 'Beginnen',
  'id-verification.camera.stop': 'Kamera schließen',
  'id-verification.hint.dark': 'Zu dunkel. Mehr Licht bitte.',
  'id-verification.hint.empty': 'Ausweis in den Rahmen halten',
  'id-verification.hint.far': 'Zu weit weg. Rahmen ausfüllen.',
  'id-verification.hint.blurred': 'Unscharf. Still halten.',
  'id-verification.hint.glare': 'Spiegelung. Etwas kippen.',
  'id-verification.hint.good': 'Gut. Foto aufnehmen.',
  'id-verification.hint.face.dark': 'Zu dunkel. Zum Licht drehen.',
  'id-verification.hint.face.blurred': 'Unscharf. Still halten.',
  'id-verification.hint.face.good': 'Gut. „Beginnen“ drücken.',
  'id-verification.example.bad': 'So nicht',
  'id-verification.example.cut-off': 'Ecke fehlt',
  'id-verification.example.blurred': 'Unscharf',
  'id-verification.example.glare': 'Spiegelt',
  'id-verification.example.dark': 'Zu dunkel',
  'id-verification.example.covered': 'Verdeckt',
  'id-verification.pose.straight': 'Geradeaus blicken',
  'id-verification.pose.turn': 'Kopf etwas zur Seite drehen',
  'id-verification.pose.closer': 'Geradeaus blicken und näher kommen',

  'id-verification.trouble.title': 'Die Kamera ist nicht verfügbar',
  'id-verification.trouble.policy':
    'Diese Website lässt ihre Seiten nicht an die Kamera. Laden Sie stattdessen ein Foto hoch oder machen Sie am Smartphone weiter.',
  'id-verification.trouble.denied':
    'Die Kamera ist für diese Seite gesperrt. Tippen Sie auf das Zeichen neben der Adresszeile, erlauben Sie die Kamera und versuchen Sie es erneut. Oder laden Sie ein Foto hoch.',
  'id-verification.trouble.dismissed':
    'Ihr Browser hat nach der Kamera gefragt und keine Antwort bekommen. Versuchen Sie es erneut und wählen Sie „Zulassen“. Oder laden Sie ein Foto hoch.',
  'id-verification.trouble.none':
    'An diesem Gerät wurde keine Kamera gefunden. Laden Sie ein Foto hoch oder machen Sie am Smartphone weiter.',
  'id-verification.trouble.busy':
    'Eine andere App nutzt die Kamera. Schließen Sie sie (vielleicht ein Videogespräch) und versuchen Sie es erneut. Oder laden Sie ein Foto hoch.',
  'id-verification.trouble.insecure':
    'Browser öffnen die Kamera nur auf sicheren Seiten (https). Laden Sie stattdessen ein Foto hoch.',
  'id-verification.trouble.unsupported':
    'Dieser Browser öffnet hier keine Kamera. Laden Sie ein Foto hoch oder öffnen Sie diese Seite in einem anderen Browser.',
  'id-verification.trouble.stopped':
    'Die Kamera ist ausgegangen. Prüfen Sie, ob sie angeschlossen ist, und versuchen Sie es erneut. Oder laden Sie ein Foto hoch.',
  'id-verification.trouble.again': 'Kamera erneut versuchen',

  'id-verification.preparing': 'Ihr Foto wird vorbereitet',
  'id-verification.preview.title': 'Ist jedes Wort lesbar?',
  'id-verification.preview.lead': 'Alle vier Ecken sichtbar, nichts unscharf, keine Spiegelung.',
  'id-verification.preview.selfie.title': 'Sind Sie deutlich zu sehen?',
  'id-verification.preview.selfie.lead': 'Das ganze Gesicht, scharf und gut beleuchtet.',
  'id-verification.preview.alt': 'Ihr Foto: {title}',
  'id-verification.preview.alt.selfie': 'Ein Foto von Ihnen',
  'id-verification.preview.use': 'Dieses Foto verwenden',
  'id-verification.preview.use.selfie': 'Verwenden und senden',
  'id-verification.preview.again': 'Neu aufnehmen',
  'id-verification.sending.title': 'Ihr Foto wird gesendet',
  'id-verification.sending.lead': 'Lassen Sie diese Seite offen, bis es angekommen ist.',
  'id-verification.sending.progress': '{percent} % gesendet',
  'id-verification.sending.stalled':
    'Keine Verbindung. Ihr Foto bleibt erhalten; sobald Sie wieder online sind, geht es bei {percent} % weiter.',
  'id-verification.sending.cancel': 'Abbrechen',
  'id-verification.said.arrived': 'Ihr Foto ist angekommen.',

  'field.image-too-large':
    'Dieses Foto ist auch verkleinert noch zu groß. Nehmen Sie ein neues auf oder wählen Sie eine andere Datei.',
  'field.image-too-small':
    'Dieses Foto ist zu klein zum Lesen. Nehmen Sie eines direkt aus der Kamera, kein Vorschaubild.',
  'field.image-type-unsupported':
    'Diese Datei ist kein geeignetes Foto. Wählen Sie ein Bild im Format JPEG oder PNG.',
  'field.image-heic':
    'Ihr Browser kann HEIC-Fotos nicht öffnen. Nehmen Sie das Foto hier auf oder speichern Sie es zuerst als JPEG.',
  'field.image-damaged':
    'Dieses Foto ist beschädigt oder unvollständig. Wählen Sie ein anderes oder nehmen Sie es neu auf.',
  'error.upload-offset-mismatch':
    'Beim Hochladen ging etwas durcheinander. Versuchen Sie es erneut; Ihr Foto ist noch da.',
} satisfies Translation<typeof english>;
