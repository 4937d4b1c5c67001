import type { Translation } from '../catalogue.ts';
import type { idVerification as english } from '../en/id-verification.ts';

export const idVerification = {
  'step.id-verification': 'Ihr Ausweis',
  'id-verification.choose.title': 'Zeigen Sie uns, dass Sie es sind',
  'id-verification.choose.lead':
    'Ein Foto Ihres Ausweises und eines von Ihrem Gesicht. Das dauert etwa zwei Minuten.',
  'id-verification.choose.screening':
    'Ihr Name ähnelt einem auf einer Liste, die wir prüfen müssen, bevor Geld fließen darf. Ihr Ausweis klärt das.',
  'id-verification.choose.name': 'Auf dem Ausweis muss Ihr Name stehen: {name}.',
  'id-verification.why': 'Warum wir fragen und wer es sieht',
  'id-verification.why.law':
    '{app} muss wissen, wen es bezahlt. So kann niemand unter Ihrem Namen Ihr Geld abholen.',
  'id-verification.why.who':
    'Die Fotos werden verschlüsselt übertragen und gespeichert. Der Prüfdienst von {app} vergleicht sie; sonst werden sie für nichts verwendet.',
  'id-verification.country.label': 'Ausstellendes Land',
  'id-verification.document_type.label': 'Welches Dokument haben Sie zur Hand?',
  'id-verification.document_type.passport': 'Reisepass',
  'id-verification.document_type.passport.hint': 'Ein Foto der Seite mit Ihrem Bild',
  'id-verification.document_type.drivers-license': 'Führerschein',
  'id-verification.document_type.drivers-license.hint': 'Zwei Fotos, Vorder- und Rückseite',
  'id-verification.document_type.id-card': 'Personalausweis',
  'id-verification.document_type.id-card.hint': 'Zwei Fotos, Vorder- und Rückseite',
  'id-verification.choose.continue': 'Weiter',
  'id-verification.again': 'Letztes Mal:',

  'id-verification.capture.passport.front': 'Die Fotoseite Ihres Reisepasses',
  'id-verification.capture.drivers-license.front': 'Vorderseite Ihres Führerscheins',
  'id-verification.capture.drivers-license.back': 'Rückseite Ihres Führerscheins',
  'id-verification.capture.id-card.front': 'Vorderseite Ihres Personalausweises',
  'id-verification.capture.id-card.back': 'Rückseite Ihres Personalausweises',
  'id-verification.capture.lead.front':
    'Legen Sie ihn bei gutem Licht flach auf eine einfarbige Fläche. Alle vier Ecken müssen auf dem Foto sein.',
  'id-verification.capture.lead.back':
    'Drehen Sie ihn jetzt um. Der Code oder die Zeilen mit Buchstaben müssen scharf sein.',
  'id-verification.selfie.title': 'Jetzt ein Foto von Ihnen',
  'id-verification.selfie.lead':
    'Wenden Sie sich einem Fenster oder einer Lampe zu und nehmen Sie Mütze und Sonnenbrille ab. Sie blicken geradeaus, drehen den Kopf ein wenig und kommen näher: drei Fotos in wenigen Sekunden.',
  'id-verification.selfie.honest':
    'Die Posen zeigen, dass ein Mensch vor der Kamera ist. Ein Prüfdienst vergleicht dann Ihr Gesicht mit dem Ausweis.',
  'id-verification.open-camera': 'Kamera öffnen',
  'id-verification.upload': 'Foto hochladen',
  'id-verification.camera-app': 'Kamera-App verwenden',
  'id-verification.drop': 'Oder ziehen Sie ein Foto hierher oder fügen Sie eines ein.',
  'id-verification.drop.now': 'Loslassen, um dieses Foto zu verwenden',
  'id-verification.other-document': 'Anderes Dokument verwenden',
  'id-verification.part-unreachable':
    'Die Kamera-Ansicht ließ sich nicht laden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',

  'id-verification.send.title': 'Alle Fotos sind da',
  'id-verification.send.text': 'Senden Sie sie zur Prüfung ab. Vorher können Sie sie noch neu aufnehmen.',
  'id-verification.send.button': 'Zur Prüfung senden',

  'id-verification.review.title': 'Wir prüfen Ihren Ausweis',
  'id-verification.review.text':
    'Meist dauert das weniger als eine Minute. Die Seite geht von selbst weiter.',
  'id-verification.review.manual.title': 'Ein Mensch prüft Ihre Fotos',
  'id-verification.review.manual.text': 'Das kann bis zu drei Arbeitstage dauern.',
  'id-verification.review.next': 'So geht es weiter',
  'id-verification.review.close': 'Sie dürfen diese Seite schließen. Derselbe Link führt Sie wieder hierher.',
  'id-verification.review.notification': 'Sobald es ein Ergebnis gibt, erhalten Sie eine SMS an {phone}.',
  'id-verification.review.notification.late':
    'Dauert es länger als zehn Minuten, erhalten Sie eine SMS an {phone}.',
  'id-verification.review.told': '{app} wird informiert, sobald es ein Ergebnis gibt.',
  'id-verification.review.money': 'Ihr Geld bleibt so lange, wo es ist, und ist sicher.',
  'id-verification.rejected.title': 'Ihr Ausweis ist noch nicht bestätigt',
  'id-verification.rejected.tries': {
    one: 'Sie haben noch einen Versuch.',
    other: 'Sie haben noch {count} Versuche.',
  },
  'id-verification.rejected.all': 'Alle Fotos werden neu gemacht.',
  'id-verification.rejected.photo': 'Es geht um dieses Foto: {photo}.',
  'id-verification.rejected.unknown': 'Welches, wissen wir nicht. Prüfen Sie jedes, bevor Sie es senden.',
  'id-verification.rejected.others': 'Auch möglich: {documents}.',
  'id-verification.rejected.again': 'Erneut versuchen',
  'id-verification.failed.title': 'Wir konnten Ihre Identität nicht bestätigen',
  'id-verification.failed.text':
    'Hier sind keine Versuche mehr möglich. Ihr Geld ist sicher und bleibt bei {app}.',
  'id-verification.failed.next':
    'Schreiben Sie {app}. Dort ist zu sehen, dass Sie es versucht haben, und man hilft Ihnen auf anderem Weg.',
  'id-verification.done.title': 'Auf diesem Smartphone fertig',
  'id-verification.done.text':
    'Gehen Sie zurück zu Ihrem anderen Bildschirm. Dort geht es schon weiter. Diese Seite können Sie schließen.',

  'id-verification.reason.blurred': 'Ein Foto war unscharf.',
  'id-verification.reason.glare': 'Eine Spiegelung hat einen Teil eines Fotos verdeckt.',
  'id-verification.reason.too-dark': 'Ein Foto war zu dunkel.',
  'id-verification.reason.cut-off': 'Auf einem Foto war etwas abgeschnitten.',
  'id-verification.reason.unreadable': 'Die Schrift auf Ihrem Ausweis war nicht lesbar.',
  'id-verification.reason.expired': 'Dieses Dokument ist abgelaufen.',
  'id-verification.reason.wrong-document': 'Das war ein anderes Dokument als das gewählte.',
  'id-verification.reason.document-not-accepted': 'Dieses Dokument wird hier nicht angenommen.',
  'id-verification.reason.name-mismatch': 'Auf dem Dokument steht ein anderer Name als hier.',
  'id-verification.reason.date-of-birth-mismatch':
    'Auf dem Dokument steht ein anderes Geburtsdatum, als Sie angegeben haben.',
  'id-verification.reason.face-mismatch': 'Ihr Gesicht ließ sich dem Dokument nicht zuordnen.',
  'id-verification.reason.no-face': 'Es war kein Gesicht zu sehen.',
  'id-verification.reason.not-confirmed': 'Ihre Identität ließ sich nicht bestätigen.',
  'id-verification.advice.blurred': 'Halten Sie still und warten Sie, bis das Bild scharf ist.',
  'id-verification.advice.glare': 'Gehen Sie weg von der Lampe, und nutzen Sie keinen Blitz.',
  'id-verification.advice.too-dark': 'Gehen Sie ans Fenster oder schalten Sie eine Lampe ein.',
  'id-verification.advice.cut-off': 'Alles muss im Rahmen sein.',
  'id-verification.advice.unreadable': 'Wischen Sie Dokument und Kamera ab und gehen Sie etwas näher heran.',
  'id-verification.advice.expired': 'Nehmen Sie eines, das noch gültig ist.',
  'id-verification.advice.wrong-document': 'Wählen Sie das Dokument, das Sie fotografieren.',
  'id-verification.advice.document-not-accepted': 'Nehmen Sie ein anderes.',
  'id-verification.advice.name-mismatch':
    'Nehmen Sie ein Dokument mit Ihrem heutigen Namen. Ist Ihr Name hier falsch, schreiben Sie {app}.',
  'id-verification.advice.date-of-birth-mismatch':
    'Prüfen Sie, ob es Ihr eigenes Dokument ist. War Ihre Angabe falsch, schreiben Sie {app}.',
  'id-verification.advice.face-mismatch':
    'Machen Sie das Foto Ihres Gesichts bei gutem Licht, ohne Mütze und Brille.',
  'id-verification.advice.no-face': 'Blicken Sie bei gutem Licht gerade in die Kamera.',
  'id-verification.advice.not-confirmed':
    'Versuchen Sie es noch einmal mit deutlichen Fotos oder mit einem anderen Dokument.',
  'id-verification.photo.selfie': 'Ihr Gesicht',

  'id-verification.handoff.offer': 'Am Smartphone weitermachen',
  'id-verification.handoff.offer.hint':
    'Smartphones machen die schärfsten Fotos. Diese Seite wartet und geht von selbst weiter.',
  'id-verification.away.title': 'Machen Sie am Smartphone weiter',
  'id-verification.away.text':
    'Auf Ihrem Smartphone ist die Seite offen. Machen Sie die Fotos dort; hier geht es von selbst weiter.',
  'id-verification.away.here': 'Doch hier weitermachen',
  'id-verification.code': 'Code',
  'id-verification.code.same':
    'Ihr Smartphone zeigt denselben Code. Zeigt es einen anderen, schließen Sie dort die Seite.',
  'id-verification.match.title': 'Zeigt Ihr anderer Bildschirm diesen Code?',
  'id-verification.match.text':
    'Auch der Bildschirm, an dem Sie begonnen haben, zeigt einen Code. Vergleichen Sie beide, bevor Sie weitermachen.',
  'id-verification.match.why':
    'Hat Ihnen jemand diesen Link geschickt oder gibt es keinen anderen Bildschirm? Dann machen Sie nicht weiter: Jemand will vielleicht Ihren Ausweis für sich nutzen.',
  'id-verification.match.yes': 'Die Codes sind gleich',
  'id-verification.match.no': 'Sie sind verschieden, oder es gibt keinen anderen Bildschirm',
  'id-verification.stop.title': 'Bitte hier aufhören',
  'id-verification.stop.text':
    'Es wurde nichts gesendet. Schließen Sie diese Seite und antworten Sie nicht, wer immer Ihnen den Link geschickt hat.',
  'id-verification.stop.back': 'Zurück zum Code',
  'id-verification.canceled.title': 'Sie haben am anderen Bildschirm weitergemacht',
  'id-verification.canceled.text':
    'An diesem Smartphone ist jetzt nichts zu tun. Angekommene Fotos bleiben erhalten.',
  'id-verification.canceled.take': 'Mit diesem Smartphone weitermachen',

  'field.country.required': 'Wählen Sie das Land.',
  'field.invalid-country': 'Wählen Sie ein Land aus der Liste.',
  'field.document_type.required': 'Wählen Sie das Dokument, das Sie zur Hand haben.',
  'field.document_type.invalid-choice':
    'Dieses Land stellt kein solches Dokument aus. Wählen Sie ein anderes.',
  'error.images-missing': 'Ein Foto fehlt noch. Versuchen Sie es erneut; Sie werden dorthin geführt.',
  'error.no-tries-left':
    'Hier sind keine Versuche mehr möglich. Schreiben Sie {app}; dort hilft man Ihnen auf anderem Weg.',
  'error.handed-off':
    'Ihr anderes Gerät hat jetzt diesen Schritt. Machen Sie dort weiter oder holen Sie ihn hierher zurück.',
} satisfies Translation<typeof english>;
