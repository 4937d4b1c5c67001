import type { Translation } from '../catalogue.ts';
import type { server as english } from '../en/server.ts';

export const server = {
  'server.sandbox.title': 'Testumgebung.',
  'server.sandbox.text':
    'Codes, Banken und der Abgleich mit der IRS sind nur nachgestellt; der Code ist immer 123456.',
  'server.noscript':
    'Diese Seite braucht JavaScript. Bitte schalten Sie es ein oder öffnen Sie den Link in einem anderen Browser.',
  'server.fallback.text':
    'Das dauert länger als sonst. Laden Sie die Seite neu; wenn das nicht hilft, öffnen Sie den Link in einem anderen Browser.',
  'server.fallback.reload': 'Seite neu laden',
  'server.outdated.text':
    'Dieser Browser ist zu alt für diese Seite. Aktualisieren Sie ihn, oder öffnen Sie diesen Link in einem anderen Browser:',
  'server.contact.text': 'Fragen? Wenden Sie sich an {app}.',
  'server.contact.link': 'Hilfe',
  'server.missing.title': 'Dieser Link funktioniert nicht',
  'server.missing.text':
    'Prüfen Sie, ob er vollständig kopiert wurde, oder bitten Sie den Absender um einen neuen.',

  'server.bank.back.title': 'Sie können dieses Fenster schließen',
  'server.bank.back.text':
    'Gehen Sie zurück zu der Seite, von der Sie kamen. Dort geht es von selbst weiter.',
  'server.bank.code.title': 'Zurück zu der Seite, auf der Sie begonnen haben',
  'server.bank.code.text': 'Dort geht es von selbst weiter, oder Sie werden nach diesem Code gefragt:',
  'server.bank.code.warning':
    'Hat jemand Sie hierher geschickt? Dann nennen Sie niemandem diesen Code. Schließen Sie das Fenster, und es wird nichts weitergegeben.',
  'server.bank.simulated.title': 'Konten freigeben?',
  'server.bank.simulated.tag': 'Das ist nur nachgestellt.',
  'server.bank.simulated.text': '{bank} gibt es nicht. Bei einer echten Bank würden Sie sich hier anmelden.',
  'server.bank.simulated.agree': 'Konten freigeben',
  'server.bank.simulated.decline': 'Nicht freigeben',
  'server.bank.simulated.question':
    'Geben Sie den Code ein, den wir an Ihr Telefon mit der Endung 00 gesendet haben.',

  'server.code.sms': '{code} ist Ihr Code für {app}. Er gilt zehn Minuten. Geben Sie ihn niemandem weiter.',
  'server.code.voice': 'Ihr Code für {app} lautet: {code}. Noch einmal: {code}.',

  'server.notification.compliance': '{app}: Ihre Steuernummer wurde geprüft. Hier steht das Ergebnis: {link}',
  'server.notification.form-refused':
    '{app}: Ihr Steuerformular wurde nicht angenommen. Hier stehen der Grund und wie es weitergeht: {link}',
  'server.notification.form-approved':
    '{app}: Ihr Steuerformular wurde angenommen. Hier geht es weiter: {link}',
  'server.notification.id-verification': '{app}: Ihr Ausweis wurde geprüft. Hier steht das Ergebnis: {link}',
  'server.notification.background-check':
    '{app}: Ihre Hintergrundprüfung ist fertig. Hier geht es weiter: {link}',
  'server.notification.manage-payments':
    '{app}: Zwei Testüberweisungen müssten auf Ihrem Konto sein. Geben Sie hier die Beträge ein: {link}',
  'server.notification.payout':
    '{app}: Ihre Auszahlung ist nicht angekommen. Hier sehen Sie, was Sie tun können: {link}',

  'server.payout-link.subject': '{app} hat {amount} für Sie',
  'server.payout-link.text': '{app} hat {amount} für Sie.',
  'server.payout-link.memo': 'Wofür: {memo}',
  'server.payout-link.page': '{amount} für Sie',
  'server.payout-link.claim': 'Hier bekommen Sie Ihr Geld: {link}',

  'server.form.draft': 'Entwurf, weder unterschrieben noch eingereicht',
  'server.form.given-to':
    'Das Formular geht an {app}. Senden Sie es nicht selbst an die US-Steuerbehörde IRS.',
  'server.form.certification':
    'Versicherung. Sie gilt in ihrem englischen Wortlaut. Auf Deutsch stand sie auf der Seite, auf der Sie dieses Formular erstellt haben.',
  'server.form.w9': 'Abfrage der US-Steuernummer und Versicherung',
  'server.form.w8ben':
    'Bescheinigung des Ausländerstatus einer wirtschaftlich berechtigten Person für die US-Quellensteuer und die Meldung (natürliche Personen)',
  'server.form.w8bene':
    'Bescheinigung des Status eines wirtschaftlich Berechtigten für die US-Quellensteuer und die Meldung (Rechtsträger)',
  'server.form.identification': 'Angaben zur Person oder zum Unternehmen',
  'server.form.tin': 'Teil I: US-Steuernummer',
  'server.form.certification-part': 'Teil II: Versicherung',
  'server.form.owner': 'Teil I: Angaben zur wirtschaftlich berechtigten Person',
  'server.form.treaty': 'Vorteile nach einem Doppelbesteuerungsabkommen',
  'server.form.platform': 'Weitere Angaben nach dem Recht Ihres Landes',
  'server.form.name': 'Name der Person oder des Unternehmens',
  'server.form.trade-name': 'Geschäftsbezeichnung, wenn sie vom Namen abweicht',
  'server.form.classification': 'Steuerliche Einstufung durch den Bund',
  'server.form.exempt-payee': 'Code für befreite Empfänger, falls vorhanden',
  'server.form.fatca-exemption': 'Code der Befreiung von FATCA-Meldungen, falls vorhanden',
  'server.form.street': 'Straße, Hausnummer, Wohnung',
  'server.form.city': 'Ort, Bundesstaat und ZIP-Code',
  'server.form.ein': 'US-Steuernummer des Unternehmens (EIN)',
  'server.form.ssn': 'US-Sozialversicherungsnummer (SSN)',
  'server.form.struck': 'Punkt 2 gestrichen: Die IRS hat einen Sicherheitseinbehalt angekündigt',
  'server.form.owner-name': 'Name der wirtschaftlich berechtigten Person',
  'server.form.citizenship': 'Staatsangehörigkeit',
  'server.form.residence': 'Anschrift des ständigen Wohnsitzes oder Sitzes',
  'server.form.foreign-tax-id': 'Steuer-Identifikationsnummer außerhalb der USA',
  'server.form.no-foreign-tax-id': 'Eine solche Nummer ist rechtlich nicht nötig',
  'server.form.date-of-birth': 'Geburtsdatum (Monat-Tag-Jahr)',
  'server.form.resident-of': 'Ansässig im Sinne des Abkommens in',
  'server.form.benefits': 'Schranken für die Abkommensvergünstigungen',
  'server.form.certify': 'Ich versichere, dass',
  'server.form.article': 'Artikel und Absatz',
  'server.form.rate': 'Satz der Quellensteuer',
  'server.form.income': 'Art der Einkünfte',
  'server.form.conditions': 'Weitere Bedingungen',
  'server.form.organization': 'Name des wirtschaftlich berechtigten Unternehmens',
  'server.form.incorporation': 'Gründungsland',
  'server.form.chapter3': 'Status nach Kapitel 3 (Art des Unternehmens)',
  'server.form.chapter4': 'Status nach Kapitel 4 (FATCA)',
  'server.form.giin': 'FATCA-Kennnummer (GIIN)',
  'server.form.securities-market': 'Börse',
  'server.form.tax-id-country': 'Land, das die Steuernummer vergeben hat',
  'server.form.place-of-birth': 'Geburtsort',
  'server.form.vat-id': 'Umsatzsteuer-Identifikationsnummer',
  'server.form.abn': 'Australische Unternehmensnummer (ABN)',
  'server.form.registration-number': 'Handelsregisternummer',
} satisfies Translation<typeof english>;
