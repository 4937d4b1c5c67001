/** Words of Forms W-8BEN and W-8BEN-E; loaded with them. */
export const complianceW8 = {
  'compliance.reporting.dac7':
    'EU law (DAC7) has platforms like {app} tell the tax authorities, once a year, what you were paid. For that it also asks where your tax number is from and, if you have one, for your VAT number.',
  'compliance.reporting.uk':
    'UK law has platforms like {app} tell HMRC, once a year, what you were paid. For that it also asks where your tax number is from.',
  'compliance.reporting.ca':
    'Canadian law (Income Tax Act, Part XX) has platforms like {app} tell the CRA, once a year, what you were paid. For that it also asks where your tax number is from.',
  'compliance.reporting.au':
    'Australian law (Sharing Economy Reporting Regime) has platforms like {app} tell the ATO, twice a year, what you were paid. For that it asks for your ABN, if you have one.',
  'compliance.reporting.nz':
    'New Zealand law has platforms like {app} tell Inland Revenue, once a year, what you were paid. For that it also asks where your tax number is from.',
  'compliance.address.title.foreign': 'Where you live',
  'compliance.address.hint.foreign': 'Your permanent home, where you pay tax. The form takes no PO box.',
  'compliance.state.label.foreign': 'State or province',
  'compliance.postcode.label.foreign': 'Postal code',
  'compliance.country.label': 'Country',
  'compliance.country.us':
    'If you live in the United States, Form W-9 is most likely the right form for you.',
  'compliance.citizenship_country.label': 'Country of citizenship',
  'compliance.citizenship_country.us': 'US citizens use Form W-9, wherever they live.',
  'compliance.use-w9': 'Switch to Form W-9, keeping what I typed',
  'compliance.name.label': 'Full name',
  'compliance.name.hint': 'As on your passport or ID.',
  'compliance.foreign_tax_id.label': 'Tax number of your country',
  'compliance.foreign_tax_id.hint.none': 'Not needed for citizens of this country.',
  'compliance.treaty.title': 'Tax treaty',
  'compliance.claims_treaty.label': 'I claim a lower rate under a tax treaty',
  'compliance.claims_treaty.hint':
    'Only if you know that your country has such a treaty with the US. Leave it unticked if you are not sure.',
  'compliance.tax_treaty_country.label': 'Treaty country',
  'compliance.tax_treaty_country.hint': 'Where you are a resident for tax.',
  'compliance.tax_treaty_income_type.label': 'Kind of income',
  'compliance.tax_treaty_rate.label': 'Claimed rate',
  'compliance.tax_treaty_rate.hint': 'From 0 to 30',
  'compliance.tax_treaty_citation.label': 'Article of the treaty',
  'compliance.tax_treaty_citation.hint': 'For example “Article 12(1)”',
  'compliance.tax_treaty_explanation.label': 'Why the article applies to you',
  'compliance.tax_treaty_explanation.hint': 'Needed only where the article has conditions of its own.',
  'compliance.tax_treaty_income_type.interest1': 'Interest',
  'compliance.tax_treaty_income_type.dividend6': 'Dividends',
  'compliance.tax_treaty_income_type.dividend7': 'Dividends at the rate for direct investors',
  'compliance.tax_treaty_income_type.pension15': 'Pensions and annuities',
  'compliance.tax_treaty_income_type.socialSecurity': 'Social security payments',
  'compliance.tax_treaty_income_type.equipment10': 'Royalties: use of equipment',
  'compliance.tax_treaty_income_type.knowhow10': 'Royalties: know-how',
  'compliance.tax_treaty_income_type.patent10': 'Royalties: patents',
  'compliance.tax_treaty_income_type.film11': 'Royalties: film and television',
  'compliance.tax_treaty_income_type.copyright12': 'Royalties: copyright',
  'compliance.sign.title': 'Sign the form',
  'compliance.sign.declare':
    'Under penalties of perjury, I declare that I have looked over this form and that, as far as I know and believe, it is true, correct and complete. I also certify under penalties of perjury that:',
  'compliance.sign.owner':
    'I am the person this income belongs to (the beneficial owner), or may sign for that person;',
  'compliance.sign.foreign': 'that person is not a US person;',
  'compliance.sign.treaty':
    'that person is a resident of the treaty country named above, as its treaty with the US means it;',
  'compliance.sign.share':
    'whoever pays this income or withholds tax from it may see this form, and I will send a new one within 30 days if something in it stops being true.',
  'compliance.signature.label': 'Signature',
  'compliance.signature.hint': 'Type your full name as above: {name}',
  'compliance.signature.hint.empty': 'Type your full name as above.',
  'compliance.consent.label': 'I sign this form electronically and may sign it for the person named in it.',
  'field.name.required': 'Enter your full name.',
  'field.foreign_tax_id.required':
    'Enter the tax number of your country. It is on letters of your tax office.',
  'field.country.required': 'Choose the country.',
  'field.citizenship_country.required': 'Choose your country of citizenship.',
  'field.invalid-country': 'Choose a country from the list.',
  'field.citizenship_country.invalid-country':
    'US citizens use Form W-9, wherever they live. Switch to Form W-9, or choose another country.',
  'field.country.invalid-country':
    'This form is for people who live outside the US. Choose another country, or switch to Form W-9.',
  'field.tax_treaty_income_type.required': 'Choose the kind of income.',
  'field.tax_treaty_citation.required': 'Enter the article, or untick the claim.',
  'field.tax_treaty_rate.required': 'Enter the rate, or untick the claim.',
  'field.invalid-treaty-rate': 'Enter a percentage from 0 to 30, for example 15.',
  'field.signature.required': 'Sign by typing your full name.',
  'field.signature-mismatch': 'The signature has to be your full name. Capitals and accents do not matter.',
  'compliance.tax-id.title': 'Tax number in your country',
  'compliance.foreign_tax_id.hint':
    'The number under which you pay tax where you live. You find it on a letter of your tax office.',
  'compliance.foreign_tax_id.hint.called': 'In {country}: {number}.',
  'compliance.foreign_tax_id.wrong':
    'This is not a {number} as {country} gives them out. Check it on a letter of the tax office.',
  'compliance.foreign_tax_id.wrong.any':
    'This does not look like a tax number of that country. Check it on a letter of the tax office.',
  'compliance.no_foreign_tax_id.label': 'I have no tax number and need none where I live',
  'compliance.tax_id_country.label': 'Country of the number',
  'compliance.tax_id_country.hint': 'The country that gave you this number. Most people leave this as it is.',
  'compliance.place_of_birth.label': 'Place of birth',
  'compliance.place_of_birth.hint': 'Town and country. Asked for in place of a tax number.',
  'compliance.vat_id.label': 'VAT number',
  'compliance.vat_id.hint':
    'With the letters in front, for example DE or FR. Leave it empty if you have none.',
  'compliance.abn.label': 'ABN',
  'compliance.abn.hint': 'Eleven digits. Not your tax file number.',
  'compliance.tax_treaty_citation.hint.suggested': 'From the IRS’s treaty table. Check that it fits.',
  'compliance.sign.income':
    'this form is about income that does not come from running a business in the United States, or does but is not taxed there under a treaty, or about a partner’s share of a partnership’s such income or of the sale of an interest in one;',
  'compliance.sign.broker':
    'for broker transactions or barter exchanges, the beneficial owner is an exempt foreign person as the form’s instructions define it;',
  'field.foreign_tax_id.invalid-foreign-tax-id':
    'This does not look like a tax number of that country. Check it on a letter of the tax office.',
  'field.place_of_birth.required': 'Enter where you were born.',
  'field.invalid-vat-id':
    'This is not a VAT number of that country. Check it, with the letters in front, or leave it empty.',
  'field.invalid-abn': 'An ABN has eleven digits. Check it, or leave it empty.',
  'field.tax_treaty_country.required': 'Choose the country of the treaty.',
  'field.no-tax-treaty': 'The US have no tax treaty with this country. Choose another, or untick the claim.',
} as const;
