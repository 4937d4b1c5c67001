import type { Translation } from '../catalogue.ts';
import type { idVerification as english } from '../en/id-verification.ts';

export const idVerification = {
  'step.id-verification': 'Ihr Ausweis',
  'id-verification.choose.title': 'Zeigen Sie, dass Sie es sind',
  'id-verification.choose.lead':
    'Mit einem Foto Ihres Ausweises und einem Gesichtsfoto. Das dauert etwa zwei Minuten.',
  'id-verification.choose.screening':
    'Ihr Name ähnelt einem Namen auf einer Liste, die wir prüfen müssen, bevor Geld fließen kann. Ihr Ausweis klärt das.',
  'id-verification.choose.name': 'Darin muss Ihr Name stehen: {name}.',
  'id-verification.why': 'Warum wir fragen und wer die Fotos sieht',
  'id-verification.why.law':
    '{app} muss wissen, an wen das Geld geht. So kann niemand unter Ihrem Namen Ihr Geld erhalten.',
  'id-verification.why.who':
    'Die Fotos werden verschlüsselt übertragen und gespeichert. Der Prüfdienst von {app} vergleicht sie; für anderes werden sie nicht verwendet.',
  'id-verification.country.label': 'Ausstellendes Land',
  'id-verification.document_type.label': 'Welches Ausweisdokument haben Sie zur Hand?',
  'id-verification.document_type.passport': 'Reisepass',
  'id-verification.document_type.passport.hint': 'Ein Foto von der Seite mit Ihrem Bild',
  'id-verification.document_type.drivers-license': 'Führerschein',
  'id-verification.document_type.drivers-license.hint': 'Zwei Fotos, Vorder- und Rückseite',
  'id-verification.document_type.id-card': 'Personalausweis',
  'id-verification.document_type.id-card.hint': 'Zwei Fotos, Vorder- und Rückseite',
  'id-verification.choose.continue': 'Weiter',
  'id-verification.again': 'Beim letzten Mal:',

  'id-verification.capture.passport.front': 'Seite mit Ihrem Bild im Reisepass',
  'id-verification.capture.drivers-license.front': 'Vorderseite Ihres Führerscheins',
  'id-verification.capture.drivers-license.back': 'Rückseite Ihres Führerscheins',
  'id-verification.capture.id-card.front': 'Vorderseite Ihres Personalausweises',
  'id-verification.capture.id-card.back': 'Rückseite Ihres Personalausweises',
  'id-verification.capture.lead.front':
    'Legen Sie das Dokument bei gutem Licht flach auf eine einfarbige Fläche. Alle vier Ecken müssen auf dem Foto sein.',
  'id-verification.capture.lead.back':
    'Drehen Sie das Dokument jetzt um. Der Code oder die Buchstabenzeilen müssen scharf sein.',
  'id-verification.selfie.title': 'Jetzt ein Foto von Ihnen',
  'id-verification.selfie.lead':
    'Wenden Sie sich einem Fenster oder einer Lampe zu und nehmen Sie Mütze und Sonnenbrille ab. Sie schauen geradeaus, drehen den Kopf etwas und kommen näher: drei Fotos in wenigen Sekunden.',
  'id-verification.selfie.honest':
    'Das hilft nur zu zeigen, dass ein Mensch da ist. Die Gesichter vergleicht der Prüfdienst.',
  'id-verification.open-camera': 'Kamera öffnen',
  'id-verification.upload': 'Foto hochladen',
  'id-verification.camera-app': 'Kamera-App verwenden',
  'id-verification.drop': 'Oder ziehen Sie ein Foto hierher oder fügen Sie es ein.',
  'id-verification.drop.now': 'Loslassen, um dieses Foto zu verwenden',
  'id-verification.other-document': 'Anderes Dokument verwenden',
  'id-verification.part-unreachable':
    'Die Kamera-Funktion konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',

  'id-verification.send.title': 'Alle Fotos sind da',
  'id-verification.send.text': 'Senden Sie sie zur Prüfung ab. Davor können Sie sie neu aufnehmen.',
  'id-verification.send.button': 'Zur Prüfung senden',

  'id-verification.review.title': 'Wir prüfen Ihren Ausweis',
  'id-verification.review.text':
    'Das dauert meist weniger als eine Minute. Die Seite geht von selbst weiter.',
  'id-verification.review.manual.title': 'Ihr Ausweis wird persönlich geprüft',
  'id-verification.review.manual.text':
    'Ein Mensch vergleicht Ihre Fotos. Das kann bis zu drei Arbeitstage dauern.',
  'id-verification.review.next': 'Wie es weitergeht',
  'id-verification.review.close': 'Sie können diese Seite schließen. Derselbe Link führt Sie hierher zurück.',
  'id-verification.review.told': '{app} erfährt es, sobald ein Ergebnis vorliegt.',
  'id-verification.review.money': 'Ihr Geld bleibt so lange, wo es ist, und ist sicher.',
  'id-verification.rejected.title': 'Das hat noch nicht geklappt',
  'id-verification.rejected.tries': {
    one: 'Sie haben noch einen Versuch.',
    other: 'Sie haben noch {count} Versuche.',
  },
  'id-verification.rejected.again': 'Erneut versuchen',
  'id-verification.failed.title': 'Ihr Ausweis ließ sich nicht bestätigen',
  'id-verification.failed.text':
    'Hier sind keine Versuche mehr übrig. Ihr Geld ist sicher und bleibt bei {app}.',
  'id-verification.failed.next':
    'Schreiben Sie an {app}. Dort ist zu sehen, dass Sie es versucht haben, und es gibt andere Wege.',
  'id-verification.done.title': 'Auf diesem Smartphone ist alles erledigt',
  'id-verification.done.text':
    'Gehen Sie zurück zu Ihrem anderen Bildschirm. Dort geht es schon weiter. Diese Seite können Sie schließen.',

  'id-verification.reason.blurred':
    'Das Foto war unscharf. Halten Sie still, tippen Sie zum Scharfstellen auf den Bildschirm und warten Sie, bis die Schrift scharf ist.',
  'id-verification.reason.glare':
    'Eine Spiegelung verdeckte einen Teil des Ausweises. Neigen Sie ihn etwas oder gehen Sie von der Lampe weg, und verwenden Sie keinen Blitz.',
  'id-verification.reason.too-dark':
    'Es war zu dunkel zum Lesen. Gehen Sie an ein Fenster oder schalten Sie eine Lampe ein.',
  'id-verification.reason.cut-off': 'Eine Ecke fehlte. Das ganze Dokument muss im Rahmen sein.',
  'id-verification.reason.unreadable':
    'Die Schrift war nicht lesbar. Wischen Sie Dokument und Objektiv ab und gehen Sie etwas näher heran.',
  'id-verification.reason.expired':
    'Dieses Dokument ist abgelaufen. Verwenden Sie ein gültiges, zum Beispiel Ihren Reisepass.',
  'id-verification.reason.wrong-document':
    'Das war ein anderes Dokument als das gewählte. Wählen Sie neu und nehmen Sie dann die Fotos auf.',
  'id-verification.reason.document-not-accepted':
    'Diese Art von Dokument wird nicht angenommen. Verwenden Sie Reisepass, Führerschein oder Personalausweis.',
  'id-verification.reason.name-mismatch':
    'Der Name im Dokument ist ein anderer als Ihr Name hier. Verwenden Sie ein Dokument mit Ihrem heutigen Namen.',
  'id-verification.reason.date-of-birth-mismatch':
    'Das Geburtsdatum im Dokument ist ein anderes als das angegebene. Prüfen Sie, ob es Ihr eigenes Dokument ist.',
  'id-verification.reason.face-mismatch':
    'Das Gesicht auf Ihrem Foto ließ sich dem Dokument nicht zuordnen. Nehmen Sie es bei gutem Licht auf, ohne Mütze und Brille.',
  'id-verification.reason.no-face':
    'Es war kein Gesicht zu sehen. Schauen Sie bei gutem Licht direkt in die Kamera.',
  'id-verification.reason.not-confirmed':
    'Ihr Ausweis ließ sich nicht bestätigen. Versuchen Sie es noch einmal mit scharfen Fotos oder mit einem anderen Dokument.',

  'id-verification.handoff.offer': 'Am Smartphone weitermachen',
  'id-verification.handoff.offer.hint':
    'Damit werden Fotos am schärfsten. Diese Seite wartet und geht von selbst weiter.',
  'id-verification.away.title': 'Weiter am Smartphone',
  'id-verification.away.text':
    'Die Seite ist auf Ihrem Smartphone geöffnet. Nehmen Sie die Fotos dort auf; diese Seite geht von selbst weiter.',
  'id-verification.away.here': 'Doch hier weitermachen',
  'id-verification.code': 'Code',
  'id-verification.code.same':
    'Ihr Smartphone zeigt denselben Code. Zeigt es einen anderen, schließen Sie dort die Seite.',
  'id-verification.match.title': 'Zeigt Ihr anderer Bildschirm diesen Code?',
  'id-verification.match.text':
    'Auch der Bildschirm, an dem Sie begonnen haben, zeigt einen Code. Vergleichen Sie beide, bevor Sie weitermachen.',
  'id-verification.match.why':
    'Hat Ihnen jemand diesen Link gesendet oder gibt es keinen anderen Bildschirm? Dann machen Sie nicht weiter: Jemand will vielleicht Ihren Ausweis für sich selbst nutzen.',
  'id-verification.match.yes': 'Die Codes sind gleich',
  'id-verification.match.no': 'Codes verschieden oder kein anderer Bildschirm',
  'id-verification.stop.title': 'Dann brechen Sie hier ab',
  'id-verification.stop.text':
    'Es wurde nichts gesendet. Schließen Sie diese Seite und antworten Sie nicht, wenn Ihnen jemand den Link gesendet hat.',
  'id-verification.stop.back': 'Zurück zum Code',
  'id-verification.canceled.title': 'Am anderen Bildschirm fortgesetzt',
  'id-verification.canceled.text':
    'Auf diesem Smartphone ist nichts mehr zu tun. Angekommene Fotos bleiben erhalten.',
  'id-verification.canceled.take': 'Mit diesem Smartphone weitermachen',

  'field.country.required': 'Wählen Sie das Land, das Ihr Dokument ausgestellt hat.',
  'field.document_type.required': 'Wählen Sie das Dokument, das Sie zur Hand haben.',
  'field.document_type.invalid-choice':
    'Dieses Land stellt kein solches Dokument aus. Wählen Sie ein anderes.',
  'error.images-missing': 'Ein Foto fehlt noch. Versuchen Sie es erneut; Sie kommen direkt dorthin.',
  'error.no-tries-left':
    'Hier sind keine Versuche mehr übrig. Schreiben Sie an {app}; dort kann man Ihnen anders helfen.',
  'error.handed-off':
    'Dieser Schritt läuft auf Ihrem anderen Gerät. Machen Sie dort weiter oder holen Sie ihn hierher zurück.',
} satisfies Translation<typeof english>;
