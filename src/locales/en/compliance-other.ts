/** Words of the tax forms that are filled in elsewhere and uploaded; loaded by those who need one. */
export const complianceOther = {
  'compliance.other.title': 'Another tax form',
  'compliance.other.lead':
    'Up to three questions say which one. Then you fill it in at the IRS and upload it here.',
  'compliance.other.payee': 'Who gets the money?',
  'compliance.other.payee.person': 'I do, as a person',
  'compliance.other.payee.person.hint': 'Freelancers and sole traders too',
  'compliance.other.payee.business': 'A company',
  'compliance.other.payee.business.hint': 'Formed outside the US, and keeps the money',
  'compliance.other.payee.pass_on': 'Others, through us',
  'compliance.other.payee.pass_on.hint': 'Partnership, trust or agent that passes the money on',
  'compliance.other.payee.exempt': 'A body that pays no tax',
  'compliance.other.payee.exempt.hint':
    'Foreign government, international organization, central bank, charity or foundation',
  'compliance.other.own_work': 'Do you do the work yourself, in the US?',
  'compliance.other.own_work.hint': 'Work from elsewhere for US customers is no work in the US.',
  'compliance.other.treaty': 'Does a tax treaty free this work from US tax?',
  'compliance.other.treaty.hint':
    'Your country has one with the US, and you have a US tax number (SSN or ITIN).',
  'compliance.other.us_business': 'Is the money from a business in the US?',
  'compliance.other.us_business.hint': 'One that you run there, with its own US tax return.',
  'compliance.other.status': 'Is your FATCA status missing from our list?',
  'compliance.other.status.hint':
    'Such as a 501(c) organization, a group in liquidation, or a sponsored entity.',
  'compliance.other.yes': 'Yes',
  'compliance.other.no': 'No',
  'compliance.other.fill.w8ben': 'Form W‑8BEN is the right one. You fill it in here.',
  'compliance.other.fill.w8bene': 'Form W‑8BEN‑E is the right one. You fill it in here.',
  'compliance.other.form': 'You need Form {form}',
  'compliance.other.8233':
    'It says that a treaty frees your work in the US from tax. It is for one year and one payer, so there is a new one each year.',
  'compliance.other.w8eci':
    'It says that you pay tax on this money in the US yourself, with a return. So nothing is held back. It needs a US tax number and is good for three years.',
  'compliance.other.w8imy':
    'It says that the money is not yours alone. Add the forms of those who get it, and a list of their shares, in one PDF.',
  'compliance.other.w8exp':
    'It says why the law frees you from US tax, or lowers it to 4% (private foundations). It is good for three years.',
  'compliance.other.w8bene':
    'Our own form has the usual statuses only. The whole form has yours. It is good for three years.',
  'compliance.other.step.get': 'Get it here:',
  'compliance.other.irs': 'Form {form} at irs.gov',
  'compliance.other.step.sign': 'Fill it in, sign and date it.',
  'compliance.other.step.send': 'Scan it, or print it to a PDF, and upload that.',
  'compliance.other.file': 'Signed form as a PDF',
  'compliance.other.file.hint': 'One file, at most 5 MB. It is stored encrypted.',
  'compliance.other.send': 'Send the form',
  'compliance.other.back': 'Back to the other forms',
  'compliance.other.waiting.title': 'Your form is being checked',
  'compliance.other.waiting.text': '{app} has your Form {form}. Somebody there reads it.',
  'compliance.other.waiting.time': 'That may take a few days. You can close this page.',
  'compliance.other.next': 'What happens next',
  'compliance.other.next.money': 'Payouts wait until it is approved. The money stays yours.',
  'compliance.other.next.text': 'You get a text at {phone}.',
  'compliance.other.next.refused': 'If something is missing, you read here what, and upload it again.',
  'compliance.other.go-on': 'Continue meanwhile',
  'compliance.other.again': 'Send another form',
  'compliance.other.refused': 'The form could not be accepted',
  'compliance.other.questions': 'Is it another form? Answer the questions again',
  'field.other_payee.required': 'Choose who gets the money.',
  'field.other_own_work.required': 'Choose yes or no.',
  'field.other_treaty.required': 'Choose yes or no.',
  'field.other_us_business.required': 'Choose yes or no.',
  'field.other_status.required': 'Choose yes or no.',
  'field.file.required': 'Choose the PDF with the signed form.',
  'field.file.image-too-large':
    'The file is larger than 5 MB. Scan it in black and white, or at a lower resolution.',
  'field.file.pdf-unreadable':
    'This is not a PDF that can be read. Scan the signed form, or print it to a PDF.',
  'field.file.pdf-encrypted': 'This PDF is locked. Print it to a new PDF, or scan the signed form.',
  'field.file.pdf-xfa': 'This PDF can still be changed. Print it to a new PDF, or scan the signed form.',
  'field.file.pdf-active-content':
    'This PDF has scripts in it. Print it to a new PDF, or scan the signed form.',
} as const;
