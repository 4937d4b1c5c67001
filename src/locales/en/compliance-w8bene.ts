/** Words of Form W‑8BEN‑E alone; loaded with it, on top of those of both W‑8s. */
export const complianceW8bene = {
  'compliance.business_registration_number.label': 'Company registration number',
  'compliance.business_registration_number.hint': 'In the register of companies.',
  'compliance.incorporation_country.label': 'Country of incorporation',
  'compliance.incorporation_country.us': 'A business organized in the United States uses Form W‑9.',
  'compliance.business_name.hint.abroad': 'As in the register of companies.',
  'compliance.address.hint.seat': 'Where the business is resident for tax. No PO box.',
  'compliance.chapter3_status.label': 'Kind of business',
  'compliance.chapter3_status.corporation': 'Corporation (Ltd, GmbH, S.A., …)',
  'compliance.chapter3_status.complex_trust': 'Complex trust',
  'compliance.chapter3_status.estate': 'Estate',
  'compliance.page.status': 'FATCA status',
  'compliance.page.status.lead':
    'FATCA is a US law against hidden accounts. It asks what kind of business is paid. Most sell work or goods: the first choice.',
  'compliance.chapter4_status.label': 'What is most of its income from?',
  'compliance.chapter4_status.active_nffe': 'Work, services or goods (active NFFE)',
  'compliance.chapter4_status.passive_nffe':
    'Interest, rent, royalties, … and no large US owner (passive NFFE)',
  'compliance.chapter4_status.publicly_traded_nffe':
    'It is listed on a stock exchange (publicly traded NFFE)',
  'compliance.chapter4_status.nonprofit': 'Charity, science, art, education, … (nonprofit organization)',
  'compliance.chapter4_status.excepted_startup': 'None yet: it was formed less than two years ago (start-up)',
  'compliance.chapter4_status.excepted_territory_nffe':
    'It is from a US territory, and so are all owners (excepted territory NFFE)',
  'compliance.chapter4_status.excepted_group_entity':
    'It is the holding or treasury of a nonfinancial group (excepted group entity)',
  'compliance.chapter4_status.direct_reporting_nffe': 'It reports to the IRS itself (direct reporting NFFE)',
  'compliance.chapter4_status.participating_ffi': 'A bank, fund or insurer: participating FFI',
  'compliance.chapter4_status.reporting_model_1_ffi': 'A bank, fund or insurer: reporting Model 1 FFI',
  'compliance.chapter4_status.reporting_model_2_ffi': 'A bank, fund or insurer: reporting Model 2 FFI',
  'compliance.chapter4_status.registered_deemed_compliant_ffi':
    'A bank, fund or insurer: registered deemed-compliant FFI',
  'compliance.status.none': 'None of these fits',
  'compliance.status.none.entity':
    'Partnerships, simple and grantor trusts, and those who receive money for others file Form W‑8IMY. Governments, international and tax-exempt organizations file Form W‑8EXP. Neither can be filled in here. Please write to {app}.',
  'compliance.status.none.fatca':
    'A passive NFFE with substantial US owners has to list them. Other financial institutions and exempt owners have to certify more. Both file Form W‑8BEN‑E on paper. Please write to {app}.',
  'compliance.securities_market.label': 'Stock exchange',
  'compliance.securities_market.hint': 'One on which the stock is regularly traded.',
  'compliance.formed_on.label': 'Formed on, or new line of business approved on',
  'compliance.formed_on.hint': 'Year, month and day, like 2026-01-31.',
  'compliance.giin.label': 'GIIN',
  'compliance.giin.hint': 'A GIIN is a number from the IRS: XXXXXX.XXXXX.XX.XXX',
  'compliance.status_certified.label.active_nffe':
    'I certify: The business is a foreign entity that is not a financial institution. Less than 50% of its gross income of the last calendar year is passive income. Less than 50% of its assets produce passive income, or are held to produce it (weighted average, measured quarterly).',
  'compliance.status_certified.label.passive_nffe':
    'I certify: The business is a foreign entity that is not a financial institution. (An investment entity organized in a US possession may be one.) It certifies no other NFFE status. It has no substantial US owners or, where that applies, no controlling US persons.',
  'compliance.status_certified.label.publicly_traded_nffe':
    'I certify: The business is a foreign corporation that is not a financial institution. Its stock is regularly traded on the exchange named here.',
  'compliance.status_certified.label.nonprofit':
    'I certify: The business is a nonprofit organization, exempt from income tax at home. It serves religious, charitable, scientific, artistic, cultural or educational purposes alone. Nobody has a share in its income or assets. Neither law nor its documents let them go to private or noncharitable hands, but for its charitable work, fair pay and fair prices. When it ends, its assets go to a government or to another such organization.',
  'compliance.status_certified.label.excepted_startup':
    'I certify: The business was formed, or its board approved the new line of business, on the day above. It has no operating history yet, or invests in a new line of business. It invests to run a business that is not a financial institution, and the new line is not a passive NFFE. It is no investment fund and does not act as one.',
  'compliance.status_certified.label.excepted_territory_nffe':
    'I certify: The business is organized in a US possession. It does not take deposits like a bank, does not hold financial assets for others as a large part of its business, or is not an insurer that has to pay on financial accounts. All owners are bona fide residents of that possession.',
  'compliance.status_certified.label.excepted_group_entity':
    'I certify: The business is a holding company, treasury center or captive finance company, and does hardly anything else. It is a member of a nonfinancial group. It is no depository or custodial institution, except for its group. It is no investment fund and does not act as one.',
  'compliance.status_certified.label.giin':
    'I certify: The business has this status and is registered with the IRS under this GIIN.',
  'compliance.lob_category.label': 'Limitation on benefits',
  'compliance.lob_category.hint':
    'The test of the treaty that the business meets. With it you certify that the business derives this income and meets what the treaty asks.',
  'compliance.lob_category.government': 'Government',
  'compliance.lob_category.pension': 'Tax-exempt pension trust or pension fund',
  'compliance.lob_category.exempt_organization': 'Other tax-exempt organization',
  'compliance.lob_category.public_company': 'Publicly traded corporation',
  'compliance.lob_category.public_subsidiary': 'Subsidiary of a publicly traded corporation',
  'compliance.lob_category.ownership_base_erosion': 'Ownership and base erosion test',
  'compliance.lob_category.derivative_benefits': 'Derivative benefits test',
  'compliance.lob_category.active_trade': 'Active trade or business test',
  'compliance.lob_category.discretionary': 'Favorable discretionary determination',
  'compliance.lob_category.no_lob_article': 'The treaty has no such article',
  'compliance.lob_category.other': 'Other',
  'compliance.lob_article.label': 'Article and paragraph',
  'compliance.signer_name.label': 'Who signs',
  'compliance.capacity.label': 'I am allowed to sign for this business.',
  'field.incorporation_country.required': 'Choose the country in which the business is incorporated.',
  'field.incorporation_country.invalid-country':
    'A business organized in the United States uses Form W‑9. Choose another country, or switch.',
  'field.chapter3_status.required': 'Choose what kind of business it is.',
  'field.chapter4_status.required': 'Choose what most of the income is from.',
  'field.securities_market.required': 'Name the stock exchange.',
  'field.formed_on.required': 'Enter the day.',
  'field.formed_on.invalid-date': 'Enter a day of the last 24 months, like 2026-01-31.',
  'field.giin.required': 'Enter the GIIN. Every business with this status has one.',
  'field.invalid-giin': 'A GIIN looks like 98Q96B.00000.LE.250: letters and digits in four groups with dots.',
  'field.status_certified.consent-required': 'Tick this box to certify the status.',
  'field.capacity.consent-required': 'Tick this box if you may sign for the business.',
  'field.signer_name.required': 'Enter the name of the person who signs.',
  'field.lob_category.required': 'Choose the test that the business meets.',
  'field.lob_article.required': 'Enter article and paragraph of the treaty.',
  'field.business_registration_number.required':
    'Enter the number of the business in the register of companies.',
} as const;
