import type { Translation } from '../catalogue.ts';
import type { complianceOther as english } from '../en/compliance-other.ts';

export const complianceOther = {
  'compliance.other.title': 'Ein anderes Steuerformular',
  'compliance.other.lead':
    'Höchstens drei Fragen zeigen, welches. Sie füllen es bei der IRS aus und laden es hier hoch.',
  'compliance.other.payee': 'Wer bekommt das Geld?',
  'compliance.other.payee.person': 'Ich selbst',
  'compliance.other.payee.person.hint': 'Auch freiberuflich oder als Einzelunternehmen',
  'compliance.other.payee.business': 'Eine Gesellschaft',
  'compliance.other.payee.business.hint': 'Außerhalb der USA gegründet; sie behält das Geld',
  'compliance.other.payee.pass_on': 'Andere, über uns',
  'compliance.other.payee.pass_on.hint':
    'Personengesellschaft, Trust oder Vermittler, der das Geld weitergibt',
  'compliance.other.payee.exempt': 'Eine steuerbefreite Stelle',
  'compliance.other.payee.exempt.hint':
    'Ausländischer Staat, internationale Organisation, Zentralbank, gemeinnützige Organisation oder Stiftung',
  'compliance.other.own_work': 'Arbeiten Sie selbst in den USA?',
  'compliance.other.own_work.hint': 'Arbeit von anderswo für Kunden in den USA zählt nicht.',
  'compliance.other.treaty': 'Befreit ein Steuerabkommen diese Arbeit von US-Steuer?',
  'compliance.other.treaty.hint': 'Ihr Land hat eines mit den USA, und Sie haben eine SSN oder ITIN.',
  'compliance.other.us_business': 'Stammt das Geld aus einem Betrieb in den USA?',
  'compliance.other.us_business.hint': 'Aus einem eigenen, für den Sie dort eine Steuererklärung abgeben.',
  'compliance.other.status': 'Fehlt Ihr FATCA-Status in unserer Liste?',
  'compliance.other.status.hint':
    'Etwa eine Organisation nach 501(c), eine Gruppe in Abwicklung oder eine „sponsored entity“.',
  'compliance.other.yes': 'Ja',
  'compliance.other.no': 'Nein',
  'compliance.other.fill.w8ben': 'Das Formular W‑8BEN ist das richtige. Sie füllen es hier aus.',
  'compliance.other.fill.w8bene': 'Das Formular W‑8BEN‑E ist das richtige. Sie füllen es hier aus.',
  'compliance.other.form': 'Sie brauchen das Formular {form}',
  'compliance.other.8233':
    'Es sagt, dass ein Abkommen Ihre Arbeit in den USA von der Steuer befreit. Es gilt für ein Jahr und einen Auftraggeber.',
  'compliance.other.w8eci':
    'Es sagt, dass Sie dieses Geld selbst in den USA versteuern. Darum wird nichts einbehalten. Es braucht eine US-Steuernummer und gilt drei Jahre.',
  'compliance.other.w8imy':
    'Es sagt, dass das Geld nicht nur Ihnen gehört. Fügen Sie die Formulare der Empfänger und ihre Anteile hinzu, in einer PDF-Datei.',
  'compliance.other.w8exp':
    'Es sagt, warum Sie von US-Steuer befreit sind oder nur 4 % zahlen (private Stiftungen). Es gilt drei Jahre.',
  'compliance.other.w8bene':
    'Unser Formular hat nur die üblichen Status. Das ganze Formular hat Ihren. Es gilt drei Jahre.',
  'compliance.other.step.get': 'Hier gibt es das Formular:',
  'compliance.other.irs': 'Formular {form} bei irs.gov',
  'compliance.other.step.sign': 'Ausfüllen, unterschreiben, Datum dazu.',
  'compliance.other.step.send': 'Scannen oder als PDF drucken, dann hier hochladen.',
  'compliance.other.file': 'Unterschriebenes Formular als PDF',
  'compliance.other.file.hint': 'Eine Datei, höchstens 5 MB. Sie wird verschlüsselt gespeichert.',
  'compliance.other.send': 'Formular senden',
  'compliance.other.back': 'Zurück zu den anderen Formularen',
  'compliance.other.waiting.title': 'Ihr Formular wird geprüft',
  'compliance.other.waiting.text': '{app} hat Ihr Formular {form}. Dort sieht es jemand durch.',
  'compliance.other.waiting.time': 'Das kann einige Tage dauern. Sie können diese Seite schließen.',
  'compliance.other.next': 'So geht es weiter',
  'compliance.other.next.money': 'Auszahlungen warten, bis es angenommen ist. Das Geld bleibt Ihres.',
  'compliance.other.next.text': 'Sie bekommen eine SMS an {phone}.',
  'compliance.other.next.refused': 'Fehlt etwas, steht es hier, und Sie laden das Formular neu hoch.',
  'compliance.other.go-on': 'Währenddessen weiter',
  'compliance.other.again': 'Ein anderes Formular senden',
  'compliance.other.refused': 'Das Formular konnte nicht angenommen werden',
  'compliance.other.questions': 'Anderes Formular? Fragen neu beantworten',
  'field.other_payee.required': 'Wählen Sie, wer das Geld bekommt.',
  'field.other_own_work.required': 'Wählen Sie Ja oder Nein.',
  'field.other_treaty.required': 'Wählen Sie Ja oder Nein.',
  'field.other_us_business.required': 'Wählen Sie Ja oder Nein.',
  'field.other_status.required': 'Wählen Sie Ja oder Nein.',
  'field.file.required': 'Wählen Sie die PDF-Datei mit dem unterschriebenen Formular.',
  'field.file.image-too-large':
    'Die Datei ist größer als 5 MB. Scannen Sie in Schwarz-Weiß oder mit geringerer Auflösung.',
  'field.file.pdf-unreadable':
    'Diese Datei ist kein lesbares PDF. Scannen Sie das Formular oder drucken Sie es als PDF.',
  'field.file.pdf-encrypted': 'Dieses PDF ist gesperrt. Drucken Sie es als neues PDF oder scannen Sie es.',
  'field.file.pdf-xfa':
    'Dieses PDF lässt sich noch ändern. Drucken Sie es als neues PDF oder scannen Sie es.',
  'field.file.pdf-active-content':
    'Dieses PDF enthält Skripte. Drucken Sie es als neues PDF oder scannen Sie es.',
} satisfies Translation<typeof english>;
