/**
 * The words of disclosure and authorization are what the payee signs: change `disclosureVersion` in the
 * contract with them. The disclosure says what the report is and what it is for, and nothing else (15 USC
 * §1681b(b)(2)(A)(i)).
 */
export const backgroundCheck = {
  'step.background-check': 'Background check',
  'background-check.title': 'Background check',
  'background-check.lead':
    '{app} asks for a check of criminal records and sex offender registries before you start.',
  'background-check.why': 'Why we ask for these',
  'background-check.why.text':
    'Records are found by name, date of birth and Social Security number, in the places where you have lived. With less, somebody else’s record could be taken for yours.',
  'background-check.why.who':
    'They are stored encrypted and go to the agency that makes the check. {app} sees that you gave them, not the numbers. Nothing is ordered before you have signed.',
  'background-check.person': 'About you',
  'background-check.first_name.label': 'Legal first name',
  'background-check.last_name.label': 'Legal last name',
  'background-check.name.label': 'Legal name',
  'background-check.one_name.label': 'I have one name only',
  'background-check.date_of_birth.label': 'Date of birth',
  'background-check.kept': 'Leave this empty if nothing has changed.',
  'background-check.date.year': 'Year',
  'background-check.date.month': 'Month',
  'background-check.date.day': 'Day',
  'background-check.ssn.label': 'Social Security number',
  'background-check.ssn.hint': 'Nine digits. An ITIN cannot be used for this.',
  'background-check.ssn.hint.before': 'The number that was sent: {ssn}',
  'background-check.ssn.show': 'Show number',
  'background-check.address': 'Where you live',
  'background-check.line_1.label': 'Street address',
  'background-check.line_2.label': 'Apartment, suite',
  'background-check.city.label': 'City',
  'background-check.state.label': 'State',
  'background-check.postcode.label': 'ZIP code',
  'background-check.continue': 'Continue',

  'background-check.mismatch.title': 'These details do not belong together',
  'background-check.mismatch.text':
    'The agency could not find a person with this name, date of birth and Social Security number. Please check all of them. What you send again is looked up at once.',
  'background-check.mismatch.send': 'Send again',

  'background-check.disclosure.title': 'Disclosure: background report',
  'background-check.disclosure.report':
    '{app} may obtain a consumer report about you from a consumer reporting agency for employment purposes. That means: to decide whether to engage you, to keep working with you, or to give you other work. This includes work as an independent contractor.',
  'background-check.disclosure.content':
    'The report may contain your criminal history and entries in sex offender registries. It may also contain names and addresses you have used, to show that it is about you.',
  'background-check.disclosure.explained': '',
  'background-check.disclosure.read': 'I have read this',

  'background-check.authorization.title': 'Authorize the report',
  'background-check.authorization.lead': 'Read this page too, and sign it at the end.',
  'background-check.authorization.text':
    'I have read the disclosure about a background report. I authorize {app} to obtain this report about me. I authorize the consumer reporting agency to look up what it needs for it in public records.',
  'background-check.authorization.electronic':
    'I agree to sign electronically. A typed name counts as my signature.',
  'background-check.authorization.explained': '',
  'background-check.rights': 'A Summary of Your Rights Under the Fair Credit Reporting Act',
  'background-check.rights.text':
    'What the law gives you, among other things to see what is reported and to dispute what is wrong:',
  'background-check.new-tab': '(opens in a new tab)',
  'background-check.notice.CA':
    'In California you may look at the file that the agency keeps about you. You may do so in person, by mail or by phone, in business hours, and bring somebody along (Civil Code §1786.22). You may have a copy of the report at no cost (§1786.16).',
  'background-check.notice.MN':
    'In Minnesota you may ask the agency in writing what the report covers. The answer has to be full and accurate. You may have a copy of the report at no cost (Minnesota Statutes §13C.02).',
  'background-check.notice.NY':
    'In New York you may ask {app} whether a report about you was requested, and from which agency. You get its name and address. There you may see the report and have a copy (General Business Law §§380-b, 380-e). If there is a conviction in it, {app} has to give you Article 23-A of the Correction Law. It says how convictions may be weighed (§380-g).',
  'background-check.notice.OK': 'In Oklahoma you may have a copy of the report at no cost (Title 24 §148).',
  'background-check.notice.title': 'Where you live',
  'background-check.copy.label': 'Send me a free copy of the report',
  'background-check.signature.label': 'Signature',
  'background-check.signature.hint': 'Type your full name: {name}',
  'background-check.consent.label': 'I authorize this report and sign it electronically.',
  'background-check.sign': 'Sign and allow the report',

  'background-check.review.title': 'Your check is under way',
  'background-check.review.text': 'The agency is looking through public records.',
  'background-check.review.time':
    'Often this takes minutes, sometimes a few days when a court has to be asked.',
  'background-check.next': 'What happens next',
  'background-check.review.by-itself': 'When the report is there, this page goes on by itself.',
  'background-check.review.notification': 'You get a text at {phone} then.',
  'background-check.review.meanwhile':
    'You need not wait here: go on now. {app} gets the report as soon as it is there.',
  'background-check.review.stay': 'You may close this page and come back later; nothing is lost.',
  'background-check.review.mismatch':
    'If the agency cannot find you with these details, you can correct them.',
  'background-check.review.continue': 'Continue meanwhile',

  'background-check.reported.title': 'Your check is finished',
  'background-check.reported.text':
    '{app} has the report from the agency. We do not see it, and do not judge it.',
  'background-check.reported.next':
    'There is nothing to do for you here. If {app} has questions, it asks you.',
  'background-check.reported.before':
    'Before {app} decides against you because of the report, it has to send you a copy of it. A summary of your rights has to come with it.',
  'background-check.reported.dispute':
    'If something in it is wrong, you can have the agency correct it, at no cost.',

  'background-check.stopped.title': 'The check was not finished',
  'background-check.stopped.canceled':
    'The agency has canceled it without a report. This says nothing about you.',
  'background-check.stopped.expired':
    'It took too long, and the agency has closed it without a report. This says nothing about you.',
  'background-check.stopped.next':
    'You can have it made again. You are shown both papers once more before it is ordered.',
  'background-check.stopped.again': 'Start again',

  'background-check.unavailable.title': 'No background check for you',
  'background-check.unavailable.country':
    '{app} asks for a background check. The agency has US records only, and you live elsewhere.',
  'background-check.unavailable.age':
    '{app} asks for a background check. It is made only for people who are at least 18. By the date of birth you gave, you are younger.',
  'background-check.unavailable.tries':
    'The agency could not find you with the details you gave. It can be asked only so often. {app} will tell you what else it can use.',
  'background-check.unavailable.next':
    'Go on without it. {app} is told that the check could not be made. It is not your fault.',
  'background-check.unavailable.correct': 'Correct my date of birth',
  'background-check.unavailable.continue': 'Continue without a check',

  'field.first_name.required': 'Enter your first name.',
  'field.last_name.required': 'Enter your last name.',
  'field.invalid-name': 'Write the name in letters, as on your ID, without emoji, < or >.',
  'field.date_of_birth.required': 'Enter your date of birth.',
  'field.invalid-date': 'There is no such day. Check day, month and year.',
  'field.incomplete-date': 'Fill in all three: day, month and year.',
  'field.invalid-month': 'The month goes from 1 to 12. Are day and month swapped?',
  'field.short-year': 'Write the year with four digits, like 1990.',
  'field.date-in-future': 'This day is still to come. Check the year.',
  'field.too-old': 'This is more than 120 years ago. Check the year.',
  'field.ssn.required': 'Enter the nine digits of your Social Security number.',
  'field.ssn.invalid-ssn':
    'No one has this Social Security number: check the nine digits on your card. They never begin with 000, 666 or 9.',
  'field.line_1.required': 'Enter the street and number.',
  'field.city.required': 'Enter the city.',
  'field.state.required': 'Choose the state.',
  'field.invalid-state': 'Choose a state or territory of the US from the list.',
  'field.postcode.required': 'Enter the ZIP code.',
  'field.invalid-postcode': 'A ZIP code has five digits, as in 94107.',
  'field.too-long': 'This is too long. Please shorten it.',
  'field.signature.required': 'Sign by typing your own full name.',
  'field.signature-mismatch': 'Sign with your own full name. Capitals and accents do not matter.',
  'field.consent-required': 'Tick this box if you agree.',
  'field.disclosure_version.outdated-text':
    'The text was changed meanwhile. Reload the page to read the new one.',
} as const;
