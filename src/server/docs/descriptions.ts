/** Made by `npm run reference` of the comments beside the fields of the contract. Not edited by hand. */
export const descriptions: Readonly<Record<string, string>> = {
  'Flow.steps': 'What was requested, as bare names in the requested order.',
  'Flow.completed_steps': 'Which of `steps` are done.',
  'Flow.link': 'The hosted page on which the flow can be finished.',
  'Flow.origin':
    'Who made the flow: your server with its key (`api`), or a page with the client id alone (`client`).',
  'Flow.plan': 'What the payee really goes through: `steps` and what the server added.',
  'Flow.plan[]': 'One step that the payee goes through, and why.',
  CreateFlow: 'Body of `POST /flows`.',
  'CreateFlow.steps[]':
    'What `POST /flows` accepts in `steps`: a bare name, or an object with `name` and options. There is one shape for all steps: null asks for nothing, and what has no meaning for a step is left aside.',
  'CreateFlow.steps[]|1.name': 'Which step it is.',
  'CreateFlow.steps[]|1.hide_continue_button':
    '`true`: the step stays open, for a page that is about nothing else.',
  'CreateFlow.steps[]|1.force':
    '`true`: the step is shown even when what it asks for is known. Without it these are skipped: `authentication` (the phone was confirmed, and the flow has no `require_auth`), `onboarding` (names, email address and country are on file; `POST /users` gives no country), `compliance` (a form is on file; a sandbox shows a step that you asked for every time), `id-verification` (verified), `background-check` (reported), `manage-payments` (an account may be debited) and `pdf-form-fill` (this template was filled in). `manage-payouts`, `payout` and `redirect` are always shown.',
  'CreateFlow.steps[]|1.auto_payout_enabled':
    '`manage-payouts` and `payout`. `false`: the automatic-payout switch is hidden. Default `true`.',
  'CreateFlow.steps[]|1.require_default_payout_method':
    '`manage-payouts`. `true`: the step cannot be finished before a default method is chosen.',
  'CreateFlow.steps[]|1.require_auto_payout_method':
    '`manage-payouts`. `true`: the step cannot be finished before automatic payouts are on.',
  'CreateFlow.steps[]|1.payout_fee_party': '`payout`. Who bears the fee.',
  'CreateFlow.steps[]|1.template_id':
    '`pdf-form-fill`, which needs it: a PDF template of the app, see `POST /pdf-templates`.',
  'CreateFlow.steps[]|1.redirect_url': '`redirect`, which needs it: an absolute http(s) URL.',
  'CreateFlow.require_auth':
    '`true`: the link asks for a code even within the 15 minutes during which a flow with `user_id` is open without one. Default `false`.',
  'CreateFlow.expires_in':
    'Seconds until the flow expires, 1 to 31,536,000 (one year). Without it the flow never expires.',
  User: 'The user object of `GET /users/{id}`.',
  'User.country': 'ISO 3166-1 alpha-2 code of the country where the payee lives.',
  'User.default_payout_method':
    "The default method's rail. It is absent, with its details, while there is none.",
  'User.default_payout_method_details':
    'A payout method as partners see it. Account numbers are masked. Fields that do not apply are absent.',
  'User.wallet': 'What the app owes the user. Integer cents of US dollars.',
  'User.compliance.tax_id_collected': 'Whether a tax number is on file. Read the one in `w9` instead.',
  'User.compliance.has_criminal_activity': 'Whether the newest background check came back as `failed`.',
  'User.compliance.background_check': 'The newest one. Absent while there is none.',
  'User.compliance.w9': 'The form W-9. Null when the user is no US person.',
  'User.compliance.w9|0.entity_type': 'Of whom the form is. Absent until it was filed.',
  'User.compliance.w9|0.subject_to_backup_withholding':
    'Whether the payee crossed out item 2 of the certification, because the IRS has notified them of backup withholding: 24 % of interest and dividends has to be kept back (26 USC §3406(a)(2)).',
  'User.compliance.place_of_work':
    'Where the user works, as they said on a W-8. Null: a US person, or it was not said.',
  'User.compliance.us_work_percent':
    'With `both`: the percent of the work that is done in the United States.',
  'User.compliance.us_indicia':
    'What is known to be in the United States of a user who filed a W-8: an address, the phone, an account, the place of birth. Ask them for documents where that matters to you (Treas. Reg. §1.1441-7(b)(5)).',
  'User.compliance.us_indicia_explained':
    'Whether the form on file says why they are no US person all the same. The reason is in its PDF.',
  'User.compliance.tax_form_change': 'What has changed since the form on file was signed. Null: nothing.',
  'User.compliance.tax_form_change|0.what': 'Another country, an address in the US, or a phone there.',
  'User.compliance.tax_form_change|0.since': 'When it became known.',
  'User.compliance.tax_form_change|0.due_by':
    'Until then the form holds: 30 days. From then on nothing is paid until there is another one.',
  'User.compliance.flags.payout_method': 'Whether another user of the app is paid to the same account.',
  'User.compliance.flags.payout_method_cycle':
    'Whether methods were added and removed again and again within a day.',
  'User.compliance.flags.name_mismatch':
    'Whether the name on the newest identity document, or the owner of a bank account abroad, is another one.',
  'User.1099_adjustment':
    'What the user was paid outside of this platform, in cents. It counts towards what is reported.',
  CreateUser: 'Body of `POST /users`.',
  'CreateUser.country_code': 'Calling code, 1 to 3 digits: `1`. A plus before it is left aside.',
  'CreateUser.phone_number': 'National digits.',
  'CreateUser.username': 'Unique within the app. It is made up when absent.',
  'CreateUser.1099_adjustment':
    'What you paid the user elsewhere, by year and month, which counts for forms 1099.',
  'CreateUser.1099_adjustment_2024':
    'Cents of 2024: an older spelling of `1099_adjustment`, which wins where both are sent.',
  'CreateUser.payout_options_exclude_list': 'Rails that this user is not offered and not paid on.',
  'Transfer.user_id':
    'Absent from a refill, which is of no user, and from a payout link’s until it is claimed.',
  'Transfer.amount':
    "Integer cents of US dollars. Negative: from the app to the user, or out of the app's wallet. A payout is positive.",
  'Transfer.external_data': 'Empty unless it is a payout or a payment.',
  'Transfer.external_data.account_id': 'Id of the payout method, or of the account that a payment debits.',
  'Transfer.external_data.external_id': "The rail's own id for the payout or the payment.",
  'Transfer.transactions[]': 'One line of the books behind a transfer.',
  'Transfer.transactions[].id': 'Counts up, with gaps.',
  'Transfer.transactions[].amount':
    'Integer cents of US dollars that went from the source to the destination. More than 0.',
  'Transfer.payout_link_id':
    'The payout link that it brings money for, or in whose flow the payee withdrew. Absent without one.',
  'Transfer.fee':
    'Integer cents of US dollars. On payouts: what arrives is `amount`, less the fee when the user bears it, and less what is withheld.',
  'Transfer.failure_reason': "Why the transfer failed or was reversed, in the rail's words for developers.",
  'Transfer.return_code':
    'On payments: the return reason code of the ACH network with which the debit came back, like `R01`. Null: it did not, or the bank named none.',
  'Transfer.debit_on': 'On payments: the day on which the debit is given to the bank. Null: at once.',
  'Transfer.income_type':
    'What money between the app and a user is for. Null: it was not said, so the app’s usual type counts.',
  'Transfer.withholding':
    'What of a payout is kept back for a tax authority. Null: on what is no payout, and on payouts of US persons of which nothing is kept back.',
  'Transfer.withholding|0.mode': 'Whether it is kept back here.',
  'Transfer.withholding|0.amount':
    'What is kept back in all, in mode `report` elsewhere. Integer cents of US dollars.',
  'Transfer.withholding|0.state': 'Where that money is. Null where nothing was kept back here.',
  'Transfer.withholding|0.set_off':
    'What of it you did not send, as you said when you remitted it. Integer cents of US dollars. Null where it was not remitted.',
  'Transfer.withholding|0.parts':
    'One for each type of income that the payout was made of, and besides one of which nothing is withheld where withheld money was released and spent before its own payout came back. Their amounts sum to the payout’s.',
  'Transfer.withholding|0.parts[]':
    'The part of a payout that is of one type of income. It has exactly one rate.',
  'Transfer.withholding|0.parts[].income_type':
    'What this part was paid for. Null: the partner said that it is no income (`tax_exempt`).',
  'Transfer.withholding|0.parts[].amount': 'The part itself. Integer cents of US dollars.',
  'Transfer.withholding|0.parts[].source': 'Where the income comes from.',
  'Transfer.withholding|0.parts[].us_percent':
    'The percent of it that comes from the United States. The rate is for that.',
  'Transfer.withholding|0.parts[].rate': 'A fraction: `0.3` is 30 %.',
  'Transfer.withholding|0.parts[].reason': 'Why it is this rate.',
  'Transfer.withholding|0.parts[].withheld':
    'What is kept back of it, or is to be kept back elsewhere. Integer cents of US dollars.',
  Transaction: 'A line in the list of all lines.',
  'Transaction.id': 'Counts up, with gaps.',
  'Transaction.amount':
    'Integer cents of US dollars that went from the source to the destination. More than 0.',
  'Transaction.transfer_id': 'The transfer that the line is of. Null for the first money of a sandbox.',
  'CreateTransfer.amount': 'Integer cents of US dollars. Negative: from the app to the user.',
  'CreateTransfer.tax_exempt': '`true`: the transfer does not count towards the threshold of tax reporting.',
  'CreateTransfer.income_type':
    'What a payment is for. Without it the app’s usual type counts, which is `services` at first.',
  'CreateTransfer.idempotency_key':
    'A UUID that makes the call safe to repeat, for ever. The header `Idempotency-Key` does for 24 hours.',
  'CreatePayout.amount':
    'Integer cents of US dollars. Each rail has a least: 100 for `ach`, `paypal`, `venmo`, `cash_app` and `airtm`, 1000 for `intl_bank`, 2000 for `payoneer`. Below it: `amount-below-minimum`.',
  'CreatePayout.platform':
    "A rail, `bank_transfer` (the bank account, in the US or abroad), or `default` (the payee's default method). `intl_transfer` is how a user's list of methods spells `intl_bank`.",
  'CreatePayout.account_id':
    "Which of the payee's methods on that rail. It is needed when there are several.",
  'CreatePayout.fund':
    'Moves the money from the app to the user first. It returns to the app when the payout fails.',
  'CreatePayout.tax_exempt': 'About the money that `fund` moves; without it, refused.',
  'CreatePayout.income_type': 'What the money that `fund` moves is paid for; without `fund`, refused.',
  'CreatePayout.idempotency_key':
    'A UUID that makes one payout of the call, whenever it is repeated. A row of a batch with the same one is the same payout. A key of your app makes one thing: with other contents, or where it has made a payment, a batch or a link, it is refused with 409 `idempotency-conflict`, and `errors` names what is other.',
  PayoutBatch: 'A batch, without its rows.',
  'PayoutBatch.idempotency_key':
    'The key with which the batch was made; absent when it was made without one.',
  'PayoutBatch.status':
    '`created`: nothing was done yet. `processing`: payouts are being made of the rows. `paying_out`: every row has its payout or its error, and some payouts have not ended. `completed`: all have ended.',
  'PayoutBatch.metadata': 'The note on the batch; absent when there is none.',
  PayoutBatchResults: 'A batch with what became of its rows.',
  'PayoutBatchResults.idempotency_key':
    'The key with which the batch was made; absent when it was made without one.',
  'PayoutBatchResults.status':
    '`created`: nothing was done yet. `processing`: payouts are being made of the rows. `paying_out`: every row has its payout or its error, and some payouts have not ended. `completed`: all have ended.',
  'PayoutBatchResults.metadata': 'The note on the batch; absent when there is none.',
  'PayoutBatchResults.items': 'In the order in which they were sent.',
  'PayoutBatchResults.items[]': 'What became of a row.',
  'PayoutBatchResults.items[].idempotency_key': 'The key of the row.',
  'PayoutBatchResults.items[].metadata':
    'The note of the row. Null when there is none, and once the user was deleted.',
  'PayoutBatchResults.items[].transfer':
    'The payout, as it stands now. Null before it was made, and where `error_code` says why there is none.',
  'PayoutBatchResults.items[].transfer|0.id': '`GET /transfers/{id}` has all of it.',
  'PayoutBatchResults.items[].error_code':
    'Why nothing was paid: the code with which `POST /payouts` would have been refused, and `no_such_resource` where the app has no such user. Null otherwise.',
  'PayoutBatchResults.items[].error_message': 'The same as a sentence for developers.',
  'PayoutBatchResults.items[].request': 'The row as it was sent, with `include_request=true` only.',
  'PayoutBatchResults.has_more': 'Whether there are further rows in the direction of reading.',
  CreatePayoutBatch: 'Body of `POST /payout-batches`.',
  'CreatePayoutBatch.items': '1 to 5,000 payouts. No two have the same `idempotency_key`.',
  'CreatePayoutBatch.items[]':
    'One payout of a batch. It is asked for as `POST /payouts` is, and always brings its money along.',
  'CreatePayoutBatch.items[].amount': 'Integer cents of US dollars.',
  'CreatePayoutBatch.items[].platform':
    "A rail, `bank_transfer` (the bank account, in the US or abroad), or `default` (the payee's default method).",
  'CreatePayoutBatch.items[].account_id':
    "Which of the payee's methods on that rail. It is needed when there are several.",
  'CreatePayoutBatch.items[].idempotency_key':
    "The row's own UUID. The app pays once for it, for ever: the same key in another batch, or as the `idempotency_key` of `POST /payouts`, is the same payout. With other contents, or where the key has made something else, the row is refused with `idempotency-conflict`. The key of the batch is none for a row.",
  'CreatePayoutBatch.items[].fund':
    "Always `true`: the money of each row comes from the app's wallet, and returns there when it fails.",
  'CreatePayoutBatch.items[].tax_exempt':
    '`true`: the money does not count towards the threshold of tax reporting.',
  'CreatePayoutBatch.items[].income_type':
    'What the money is paid for. Without it the app’s usual type counts.',
  'CreatePayoutBatch.items[].payout_fee_party':
    'Who bears the fee: `user` takes it out of the amount, `platform` (the default) pays it on top.',
  'CreatePayoutBatch.idempotency_key':
    'A UUID of the batch. The same batch with the same key is the first one, for as long as it is kept. With other contents, or where the key has made something else, it is refused with 409 `idempotency-conflict`.',
  PaymentCustomer: 'Somebody whose account the app debits.',
  'PaymentCustomer.user_id':
    'The user to whom it belongs. A flow with this `user_id` and the step `manage-payments` connects an account.',
  'PaymentCustomer.country_code': 'Calling code without plus: `1`.',
  'PaymentCustomer.phone_number': 'National digits.',
  'PaymentCustomer.middle_name': 'A name between the two.',
  'PaymentCustomer.business_name': 'The name of a business.',
  'PaymentCustomer.address': 'Where the customer lives, or the business is.',
  'PaymentCustomer.address.line_1': 'Street and number.',
  'PaymentCustomer.address.country': 'ISO 3166-1 alpha-2 code.',
  'PaymentCustomer.metadata': 'Your own note; absent when there is none.',
  CreatePaymentCustomer: 'Body of `POST /payment-customers`. Names of a person, or the name of a business.',
  'CreatePaymentCustomer.user_id':
    'The user whose accounts are debited. Without it the customer is the user of this phone number, who is made when the app has none.',
  'CreatePaymentCustomer.email': 'Needed with the phone number.',
  'CreatePaymentCustomer.country_code': 'Calling code without plus, 1 to 3 digits: `1`.',
  'CreatePaymentCustomer.phone_number': 'National digits.',
  'CreatePaymentCustomer.middle_name': 'A name between the two.',
  'CreatePaymentCustomer.business_name':
    'The name of a business. Whoever signs for it gives their own name in the step `onboarding`.',
  'CreatePaymentCustomer.address': 'Where the customer lives, or the business is.',
  'CreatePaymentCustomer.address|0.line_1': 'Street and number.',
  'CreatePaymentCustomer.address|0.country': 'ISO 3166-1 alpha-2 code.',
  PaymentMethod: 'A bank account that a user has connected in the step `manage-payments`.',
  'PaymentMethod.description': 'Words for people: `Test Bank, checking`.',
  'PaymentMethod.mask': 'The last digits of the account number.',
  'PaymentMethod.status':
    '`pending`: two small deposits are being sent. `sent`: they wait to be confirmed. `verified`: the account may be debited. `failed`: it may not; the customer connects another. `removed`: by the customer, by you, or because the bank said that it was not authorized; it is never debited again.',
  'PaymentMethod.is_default': 'Whether a payment without `account_id` debits this one.',
  'PaymentMethod.authorization': 'What the customer agreed to: the proof that a bank may ask for.',
  'PaymentMethod.authorization.text': 'The paragraphs exactly as they were shown.',
  'PaymentMethod.authorization.accepted': 'When they were agreed to.',
  'PaymentMethod.authorization.revoked':
    'When it ended: the customer removed the account, or the bank said that it was not authorized.',
  CreatePayment: 'Body of `POST /payments`. `user_id` or `customer_id`.',
  'CreatePayment.customer_id': 'The payment customer whose account is debited, in place of `user_id`.',
  'CreatePayment.amount': 'Integer cents of US dollars.',
  'CreatePayment.platform': 'How the account is debited.',
  'CreatePayment.account_id':
    "Id of the account, from `GET /payment-methods`. The customer's default when absent or null.",
  'CreatePayment.debit_on':
    'The day on which the debit is given to the bank, at its first moment in UTC; today and earlier, and absent: at once. 90 days ahead at most. Until then it can be canceled.',
  'CreatePayment.idempotency_key':
    'A UUID that makes one payment of the call however often it is repeated. With other contents, or where the key has made something else, it is refused with 409 `idempotency-conflict`.',
  'PayoutLink.link': 'The page on which the payee claims the money: that of the flow.',
  'PayoutLink.amount': 'Integer cents of US dollars.',
  'PayoutLink.original_amount':
    'Integer cents of US dollars when the link was made. Here it never differs from `amount`.',
  'PayoutLink.payee': 'What is known of the payee. Once the link is claimed, their phone is here.',
  'PayoutLink.payee.country_code': 'Calling code without plus: `1`.',
  'PayoutLink.payee.phone_number': 'National digits.',
  'PayoutLink.delivery': 'How the payee gets the link.',
  'PayoutLink.delivery.method': '`link`: you give it to them. `all`: by text and by email.',
  'PayoutLink.delivery.message': 'What you have added to the message.',
  'PayoutLink.tax_exempt': 'The money does not count towards the threshold of tax reporting.',
  'PayoutLink.income_type': "Ours. What the money is for. Null: the app's usual type counts.",
  'PayoutLink.flow_id': 'The flow that the payee goes through.',
  'PayoutLink.accounting_data': 'No accounting is connected here, so it is null.',
  'PayoutLink.funding_source': "Where the money comes from: the app's wallet.",
  'PayoutLink.claimed_user_id': 'Who has claimed it; null until then.',
  'PayoutLink.transfer_id':
    'The transfer that brings the money: `pending` while the link is open, then `completed` or `canceled`.',
  'PayoutLink.memo': 'What it is for. Whoever opens the link reads it, as they read the amount.',
  'PayoutLink.description': 'What it is for, in your own words. The payee does not read it.',
  'PayoutLink.created_by_email': 'Keys have no email address, so it is null.',
  'PayoutLink.user_id': 'Ours. Whom it is for, where your app knows them, and later who has claimed it.',
  'PayoutLink.expires_at': 'Ours. When the money goes back, if nobody has claimed it by then.',
  'PayoutLink.deliveries': 'Ours. How often it was sent to the payee. Five times are the most.',
  'PayoutLink.not_paid_because':
    'Ours. Why `POST /payouts/send-payout` has made a link in place of paying at once: the payee does in the link what is missing. `payee-unknown`: no user has the phone, or only an email address was given. `app-wallet-too-low`: it does not hold the fee. Null where it has paid, while it waits for money, and for links that were to be links.',
  CreatePayoutLink: 'Body of `POST /payout-links`, and of `POST /payouts/send-payout`.',
  'CreatePayoutLink.amount':
    'Integer cents of US dollars. The least is 100, what the first rails take; to a user whom you name, what the rails of their country take. Below it: `amount-below-minimum`.',
  'CreatePayoutLink.user_id':
    'A user of the app. Without one, `payee` says who may claim it; without both, whoever has the link.',
  'CreatePayoutLink.payee':
    'What you know of the payee. With a phone number, nobody else can claim the money.',
  'CreatePayoutLink.payee|0.country_code':
    'Calling code, 1 to 3 digits: `1`. A plus before it is left aside.',
  'CreatePayoutLink.payee|0.phone_number': 'National digits.',
  'CreatePayoutLink.delivery':
    'How the payee gets the link. Without it you give it to them; `send-payout` writes to their phone or, where it has none, by email.',
  'CreatePayoutLink.delivery|0.message': 'It is added to the message. At most 300 characters.',
  'CreatePayoutLink.force_collect_compliance_information':
    '`true`: the payee files a tax form, even below the threshold of the law.',
  'CreatePayoutLink.tax_exempt': '`true`: the money does not count towards the threshold of tax reporting.',
  'CreatePayoutLink.income_type':
    "Ours. What the money is for, which decides what is withheld. Without it the app's usual type counts.",
  'CreatePayoutLink.memo':
    'What it is for. Whoever opens the link reads it, before any code. At most 255 characters.',
  'CreatePayoutLink.description':
    'What it is for, in your own words. The payee does not read it. At most 255 characters.',
  'CreatePayoutLink.idempotency_key':
    'A UUID. The same key answers the link that was made with it, for ever. With other contents, or where the key has made something else, it is refused with 409 `idempotency-conflict`, and `errors` names what is other.',
  'CreatePayoutLink.payout_fee_party': 'Who bears the fee when the payee withdraws.',
  'CreatePayoutLink.additional_steps':
    'What the payee goes through before the payout, as in `steps` of a flow.',
  'CreatePayoutLink.additional_steps|0[]':
    'What `POST /flows` accepts in `steps`: a bare name, or an object with `name` and options. There is one shape for all steps: null asks for nothing, and what has no meaning for a step is left aside.',
  'CreatePayoutLink.additional_steps|0[]|1.name': 'Which step it is.',
  'CreatePayoutLink.additional_steps|0[]|1.hide_continue_button':
    '`true`: the step stays open, for a page that is about nothing else.',
  'CreatePayoutLink.additional_steps|0[]|1.force':
    '`true`: the step is shown even when what it asks for is known. Without it these are skipped: `authentication` (the phone was confirmed, and the flow has no `require_auth`), `onboarding` (names, email address and country are on file; `POST /users` gives no country), `compliance` (a form is on file; a sandbox shows a step that you asked for every time), `id-verification` (verified), `background-check` (reported), `manage-payments` (an account may be debited) and `pdf-form-fill` (this template was filled in). `manage-payouts`, `payout` and `redirect` are always shown.',
  'CreatePayoutLink.additional_steps|0[]|1.auto_payout_enabled':
    '`manage-payouts` and `payout`. `false`: the automatic-payout switch is hidden. Default `true`.',
  'CreatePayoutLink.additional_steps|0[]|1.require_default_payout_method':
    '`manage-payouts`. `true`: the step cannot be finished before a default method is chosen.',
  'CreatePayoutLink.additional_steps|0[]|1.require_auto_payout_method':
    '`manage-payouts`. `true`: the step cannot be finished before automatic payouts are on.',
  'CreatePayoutLink.additional_steps|0[]|1.payout_fee_party': '`payout`. Who bears the fee.',
  'CreatePayoutLink.additional_steps|0[]|1.template_id':
    '`pdf-form-fill`, which needs it: a PDF template of the app, see `POST /pdf-templates`.',
  'CreatePayoutLink.additional_steps|0[]|1.redirect_url':
    '`redirect`, which needs it: an absolute http(s) URL.',
  'CreatePayoutLink.accounting_data': 'No accounting is connected here: an id in it is refused.',
  'CreatePayoutLink.accounting_data|0.quickbooks_account_id': 'Refused: put it into `metadata`.',
  'CreatePayoutLink.accounting_data|0.quickbooks_class_id': 'Refused: put it into `metadata`.',
  'CreatePayoutLink.funding_source':
    "`dots_balance`, the app's wallet. `ach` is refused: deposit the money first.",
  'CreatePayoutLink.expires_in':
    'Ours. Seconds until the money goes back, if nobody has claimed it, 60 to 31,536,000. 30 days if absent.',
  'App.status': 'Whether the app may pay. Here the operator decides that by starting the server.',
  'App.metrics': 'Sums and counts of the app.',
  'App.metrics.wallet_balance':
    "Cents of US dollars in the app's wallet. Transfers to users, and payouts with `fund`, come from it.",
  'App.metrics.money_out':
    'Cents of US dollars that have arrived at payees in all. What came back is not counted.',
  'App.metrics.connected_users': 'Users of the app, the deleted ones left out.',
  'App.refill_threshold':
    'When the wallet falls below this many cents, the webhook `app.low_balance` is sent. Null: never.',
  'App.income_type': 'What payments to users are for when the call does not say so.',
  Statement: "What the app's wallet did in a month, in UTC.",
  'Statement.app_id': 'The id of the app.',
  'Statement.month': '`2026-11`.',
  'Statement.from': 'The first moment of the month.',
  'Statement.to': 'The first moment after it.',
  'Statement.complete': 'Whether the month is over. Until then the statement grows.',
  'Statement.opening_balance': 'What the wallet held at the beginning. Integer cents of US dollars.',
  'Statement.closing_balance': '`opening_balance` and all of `totals`. Integer cents of US dollars.',
  'Statement.totals':
    'What the entries were for, each with how many there were and their sum. What left is negative.',
  'Statement.totals[].purpose': 'What they were for.',
  'Statement.totals[].entries': 'How many there were.',
  'Statement.totals[].amount': 'Their sum. Integer cents of US dollars.',
  'Statement.days': 'Days on which something was booked.',
  'Statement.days[].date': '`YYYY-MM-DD`, in UTC.',
  'Statement.days[].money_in': 'What came in. Integer cents of US dollars.',
  'Statement.days[].money_out': 'What left, as a negative number. Integer cents of US dollars.',
  'Statement.days[].balance': 'At the end of the day. Integer cents of US dollars.',
  TaxTotal: 'What one user was paid in a year or in a quarter.',
  'TaxTotal.id': 'The id of the user, also of one who was deleted.',
  'TaxTotal.year': 'The calendar year, in UTC.',
  'TaxTotal.quarter': 'Null: the whole year.',
  'TaxTotal.complete':
    'Whether the time is over. Until then the sums grow; a payout that comes back lowers them later, too.',
  'TaxTotal.payouts': 'How many payouts arrived and did not come back.',
  'TaxTotal.gross': 'Income, before anything was kept back of it. Integer cents of US dollars.',
  'TaxTotal.exempt': 'What was paid and is no income (`tax_exempt`). Integer cents of US dollars.',
  'TaxTotal.withheld': 'Tax that was kept back here. Integer cents of US dollars.',
  'TaxTotal.withheld_elsewhere':
    'Tax that was to be kept back elsewhere (mode `report`). Integer cents of US dollars.',
  'TaxTotal.released': 'What of `withheld` was given to the user after all. Integer cents of US dollars.',
  'TaxTotal.fees': 'Fees that the user bore. Integer cents of US dollars.',
  'TaxTotal.net':
    'What arrived: `gross` and `exempt`, less `withheld` and `fees`. Integer cents of US dollars.',
  'TaxTotal.paid_elsewhere':
    'What you say that you paid elsewhere in that year (`1099_adjustment` on a 1099-NEC). It is in no other sum, and 0 for a quarter. Integer cents of US dollars.',
  'TaxTotal.parts': 'The same by type of income, source and rate. Their amounts sum to those above.',
  'TaxTotal.parts[]': 'What was paid for one type of income, from one source, at one rate.',
  'TaxTotal.parts[].income_type': 'What it was paid for. Null: you said that it is no income (`tax_exempt`).',
  'TaxTotal.parts[].source': 'Where it comes from. Null: of before that was decided.',
  'TaxTotal.parts[].us_gross':
    'The part of `gross` that comes from the United States. Integer cents of US dollars.',
  'TaxTotal.parts[].chapter':
    'Under which chapter of the Code it falls. Null: no income, or of before that was decided.',
  'TaxTotal.parts[].rate': 'A fraction: `0.3` is 30 %. Null: of before that was decided.',
  'TaxTotal.parts[].reason': 'Why it is this rate. Null: of before that was decided.',
  'TaxTotal.parts[].gross':
    'What was paid, before anything was kept back of it. Integer cents of US dollars.',
  'TaxTotal.parts[].withheld': 'What was kept back of it here. Integer cents of US dollars.',
  'TaxTotal.parts[].withheld_elsewhere':
    'What was to be kept back of it elsewhere (mode `report`). Integer cents of US dollars.',
  'TaxTotal.parts[].released':
    'What of `withheld` was given to the user after all. Integer cents of US dollars.',
  'TaxTotal.quarters': 'The quarters in which something was paid.',
  'TaxTotal.quarters[]':
    'A quarter, as laws about platforms want it reported (Directive 2011/16/EU Annex V, Section III.B(2), and the OECD Model Rules).',
  'TaxTotal.quarters[].quarter': '1 to 4.',
  'TaxTotal.quarters[].consideration':
    'What was paid, less fees and tax that were kept back (Annex V, Section I.A(10)). Integer cents of US dollars.',
  'TaxTotal.quarters[].payouts':
    'How many payouts it were. Each is taken for one activity, because more is not known here.',
  'TaxTotal.quarters[].fees': 'Fees that the user bore. Integer cents of US dollars.',
  'TaxTotal.quarters[].withheld':
    'Tax that was kept back here and not released. Integer cents of US dollars.',
  'TaxTotal.regimes': 'Laws of the user’s country by which a platform reports them.',
  TaxReturns: 'A run: what had to be reported of a year on one form when it was made.',
  'TaxReturns.year': 'The calendar year that it is about.',
  'TaxReturns.originals': 'How many returns are new: nothing was made of these payees before.',
  'TaxReturns.corrections':
    'How many correct a return of an earlier run, because its amounts have changed since.',
  'TaxReturns.without_number':
    'How many of both have no tax number, because the payee gave none that counts.',
  CreateTaxReturns: 'Body of `POST /tax-returns`.',
  'CreateTaxReturns.year': 'A year that is over.',
  'CreateTaxReturns.payer': 'Whoever files: the payer of a 1099, and the withholding agent of a 1042-S.',
  'CreateTaxReturns.payer.name': 'The legal name of the business.',
  'CreateTaxReturns.payer.tin': 'Its EIN: nine digits.',
  'CreateTaxReturns.payer.phone': 'Ten digits.',
  CreateFunding: 'The body of `deposit` and of `withdraw`.',
  'CreateFunding.amount': 'Integer cents of US dollars.',
  'CreateFunding.idempotency_key':
    'A UUID that makes the call safe to repeat, for ever. The header `Idempotency-Key` does for 24 hours.',
  UpdateApp: 'The body of `change_settings`.',
  'UpdateApp.refill_threshold': 'Cents, at least 1. Null: no webhook.',
  'UpdateApp.income_type': 'What payments to users are for when the call does not say so.',
  UpdateUser: 'Body of `PATCH /users/{id}`. What is absent stays as it is; `null` clears.',
  'UpdateUser.default_payout_method':
    'The user needs a method on this rail; the newest one becomes the default.',
  'UpdateUser.1099_adjustment':
    'What you paid the user elsewhere in a year, which counts for forms 1099. That of another year stays. `null` clears the one that the user has here.',
  'UpdateUser.1099_adjustment_2024':
    'Cents of 2024: an older spelling of `1099_adjustment`, which wins where both are sent.',
  'UpdateUser.payout_options_exclude_list': 'Replaces the list; `[]` clears it.',
  PayoutMethod:
    'A payout method as partners see it. Account numbers are masked. Fields that do not apply are absent.',
  'PayoutMethod.platform':
    "The rail. Where a user's methods are shown (the list, `default_payout_method_details`), a bank account abroad is called `intl_transfer`. As a rail, and in the answer to adding one, it is `intl_bank`.",
  'PayoutMethod.description': 'Words for people: `Test Bank, checking`.',
  'PayoutMethod.mask': 'The last digits, when it is a bank account.',
  'PayoutMethod.account_number': 'Masked: `•••6789`.',
  'PayoutMethod.country': "ISO 3166-1 alpha-2 code of the account's country.",
  'PayoutMethod.currency': "ISO 4217 code of the account's currency.",
  'PayoutMethod.account_holder':
    'Of a bank account, in the two calls about a user’s methods: whose it is, as it is told to the bank.',
  'PayoutMethod.account_holder.name': 'As the bank has it.',
  'PayoutMethod.account_holder.address': 'Null while neither a tax form nor the partner has told one.',
  'PayoutMethod.account_holder.address|0.country': 'ISO 3166-1 alpha-2 code.',
  'PayoutMethod.meta': 'What the partner stored with the method: any JSON.',
  WebhookEndpoint: 'An address to which webhooks are sent.',
  'WebhookEndpoint.description': 'What it is for, in your words.',
  'WebhookEndpoint.enabled': '`false`: nothing is sent. What waits is sent when it is `true` again.',
  'WebhookEndpoint.failing_since':
    'Since when every attempt has failed. Null: the last one went well, or there was none.',
  'WebhookEndpoint.disables_at':
    'The first attempt that fails from then on disables the endpoint. Set after three days of failing.',
  'WebhookEndpoint.disabled_at': 'When sending stopped, or null while it goes on.',
  'WebhookEndpoint.disabled_reason':
    '`requested`: by a call. `gone`: it answered 410. `failing`: nothing arrived for five days.',
  'WebhookEndpoint.previous_secret_until':
    'Until then the secret before the last one signs as well; one before that, until its own day is over.',
  'WebhookEndpoint.secret': '`whsec_…`. Only the answers to creating and to rotating have it.',
  CreateWebhookEndpoint: 'Body of `POST /webhook-endpoints`.',
  'CreateWebhookEndpoint.events': 'Which events to send. All are sent when it is absent or empty.',
  'CreateWebhookEndpoint.description': "What it is for, in the partner's words: at most 500 characters.",
  UpdateWebhookEndpoint: 'Body of `PATCH /webhook-endpoints/{id}`. What is absent stays as it is.',
  'UpdateWebhookEndpoint.events':
    'Which events to send from now on. Empty: all. What waits to be sent is sent all the same.',
  'UpdateWebhookEndpoint.description': 'What it is for, in your words: at most 500 characters.',
  'UpdateWebhookEndpoint.enabled':
    '`false` stops sending, `true` begins again; what waits is kept meanwhile.',
  WebhookDelivery: 'One message to one endpoint, and what came of it.',
  ScreeningMatch: 'A name of a user that is on a sanctions list, or is like one that is.',
  'ScreeningMatch.role': 'Whose name it is, or `place`.',
  'ScreeningMatch.name':
    'The name that was compared. Empty where it was found by a version that did not keep it.',
  'ScreeningMatch.list': 'The list, as the provider of screening calls it.',
  'ScreeningMatch.entry': 'The entry of that list, as the provider calls it.',
  'ScreeningMatch.verdict': '`id_verification_required`: the payee is asked for a document first.',
  'ScreeningMatch.state':
    '`held`: nobody has decided, and no money goes out. `released`: another person. `confirmed`: they.',
  'ScreeningMatch.decisions': 'What was decided so far, oldest first. Nothing of it is ever changed.',
  'ScreeningMatch.decisions[].state': 'What was decided.',
  'ScreeningMatch.decisions[].reason': 'Why, in the words of whoever decided.',
  'ScreeningMatch.decisions[].api_key_id':
    'The key by which it was decided: `GET /api-keys` has its name. Null: an identity document decided.',
  'TaxUpload.created': 'When the last byte of it came.',
  'TaxUpload.form':
    'Which form the payee says it is. `w8bene`: the whole Form W-8BEN-E, for a status that ours lacks.',
  'TaxUpload.state':
    '`submitted`: it waits for you. `approved`: it counts while it holds. `refused`: the payee is asked for another. `replaced`: another form was filed or approved since.',
  'TaxUpload.size': 'Bytes of the PDF.',
  'TaxUpload.sha256': 'Hex digest of the PDF.',
  'TaxUpload.decided': 'When you approved or refused it; null until then.',
  'TaxUpload.api_key_id':
    'The key by which that was done: `GET /api-keys` has its name. Null: nobody has decided.',
  'TaxUpload.reason': 'Why, in your words. What you refused, the payee reads.',
  'TaxUpload.rate':
    'A fraction of what comes from the United States: `0.3` is 30 %. Null: it was not approved.',
  'TaxUpload.income_types':
    'The types of income that the rate is for. All others are judged as if this form were not there.',
  'TaxUpload.counts_from':
    'From when on the rate is used: ten days after Form 8233 was mailed to the IRS, others at once.',
  'TaxUpload.holds_until':
    'First moment at which the form no longer holds. Null: until something changes, or not approved.',
  'TaxUpload.file': "Path of the PDF, below the API's base.",
  'Access.api_key_id': 'The key that was used: `GET /api-keys` has its name and scopes.',
  'Access.call':
    'Method and path, like `GET /users/{id}/export`. `GET /users` was a list with the user on it.',
  'BNotice.received': 'The day on which you got it: `2026-11-30`.',
  'BNotice.kind':
    '`second`: another one came in one of the two calendar years before. Notices of one calendar year count as one.',
  'BNotice.withhold_from':
    'The day from which 24 % is withheld: the one after the 30th business day. Holidays are not left out.',
  'BNotice.standing':
    '`waiting`: for a new W-9, or the letter. `withholding`: neither came in time. `answered`: it did; a W-9 answers a first notice only. `undone`: it was recorded by mistake.',
  'BNotice.letter': 'Who has confirmed the number: the IRS with Letter 147C, or the SSA. Null: nobody has.',
  'BNotice.letter_received': 'When you said that the letter has come; null until then.',
  'BNotice.undone': 'When it was undone; null for all others.',
  'ApiKey.last4': 'The last four characters, to tell keys apart.',
  'ApiKey.last_used': 'To the minute; null: never.',
  'ApiKey.revoked': 'Since when it opens nothing any more.',
  'ApiKey.from_environment': 'The key of `DOTS_API_KEY`. It is changed in the environment, and only there.',
  'ApiKey.key': 'Only the answer to creating has it.',
  'CreateApiKey.name': 'For whom or what the key is: `billing service`.',
  PdfTemplate: 'A PDF form that a partner uploaded.',
  'PdfTemplate.size': 'Bytes.',
  'PdfTemplate.sha256': 'SHA-256 of the file as it was uploaded, in hexadecimal.',
  'PdfTemplate.fields[]': 'One field of a PDF form.',
  'PdfTemplate.fields[].id': '`f1`, `f2`, … It stays the same for the life of the template.',
  'PdfTemplate.fields[].name': "The field's full name in the PDF.",
  'PdfTemplate.fields[].label': "The partner's label, else the PDF's tooltip, else words made of the name.",
  'PdfTemplate.fields[].options':
    'What can be chosen. Empty for fields that are typed. A box with one option stands for that option of a list from which several can be chosen.',
  'PdfTemplate.fields[].max_length': 'Characters. Null means 1,000, or 5,000 in several lines.',
  'PdfTemplate.fields[].secret': 'Hidden while typed and masked when shown again.',
  'PdfTemplate.fields[].page': 'Counted from 1.',
  'PdfTemplate.fields[].prefill':
    'What the field starts with. `{{first_name}}` and the like are filled in; see `prefillWords`.',
  UpdatePdfTemplate:
    "What a partner may change of a template. `fields` is keyed by the field's full name in the PDF. What is absent stays as it is.",
  'UpdatePdfTemplate.fields{}': 'What a partner may say about one field.',
  'UpdatePdfTemplate.fields{}.type': 'A text field can be declared a date, and back.',
  FlowDocument: 'A finished document. Its bytes are at `…/documents/{id}`.',
  'FlowDocument.size': 'Bytes.',
  Session: "One browser's right to work on one flow.",
  'Session.token': 'Bearer token. It is bound to this flow and origin, and kept in memory only.',
  'Session.expires_in': 'Seconds until `expires_at`, so that a wrong clock on the phone does not matter.',
  'Session.snapshot': 'Everything that the element may show of a flow.',
  Snapshot: 'Everything that the element may show of a flow.',
  'Snapshot.app_name': "The partner's name, as the payee knows it.",
  'Snapshot.help': 'Whom the payee may ask, and what they may read. Null where the partner gives none.',
  'Snapshot.now':
    "The server's time, by which ages and days to come are judged. The clock of a device may be wrong.",
  'Snapshot.sandbox': 'Whether codes, banks and tax checks are simulated.',
  'Snapshot.authenticated': "Whether this session may see and change the payee's data.",
  'Snapshot.plan[]': 'One step that the payee goes through, and why.',
  'Snapshot.current':
    "What the payee has to do now, or null when nothing is left. It may be another step than the plan's next one: the code may have to be asked for again.",
  'Snapshot.current|0|0.known_phone':
    '`true`: the payee is known and confirms the number again; it cannot be changed.',
  'Snapshot.current|0|0.masked_phone': '`+1 ••• ••• 0100`. Null until a number was given.',
  'Snapshot.current|0|0.default_country':
    "ISO 3166-1 alpha-2 code, guessed from the request's Accept-Language.",
  'Snapshot.current|0|0.calling_code': 'Calling code of `default_country`, without plus.',
  'Snapshot.current|0|0.resend_in': 'Seconds until another code may be sent; 0 = now.',
  'Snapshot.current|0|0.expires_in':
    'Seconds until the code that was sent stops working; 0 = it has. Absent while none was sent.',
  'Snapshot.current|0|0.asks': 'What is asked for. Only in the phase `known`.',
  'Snapshot.current|0|1.fields': 'Which fields are missing, in the order of the form.',
  'Snapshot.current|0|1.typed':
    'What was typed and not sent yet, by field (`drafts.ts`). Absent when there is none.',
  'Snapshot.current|0|2.notification':
    'Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result is late or a person has to look, once. A requirement lacks it when nobody would write.',
  'Snapshot.current|0|2.form': "The form that the payee's country suggests. The payee may switch.",
  'Snapshot.current|0|2.why':
    'Why the law asks, as a key of a sentence. It is set also when the partner asked first.',
  'Snapshot.current|0|2.threshold':
    'Integer cents of US dollars: the law asks from this amount paid in one year on. 0 means before the first payment.',
  'Snapshot.current|0|2.reporting':
    "Set when the payments are also reported to the payee's own country, which wants these further fields.",
  'Snapshot.current|0|2.said_country':
    'Where the payee said before that they live. Absent where they did not.',
  'Snapshot.current|0|2.us_indicia':
    'What is known to be in the United States. Whoever files a W-8 gives the reason. Absent: nothing is.',
  'Snapshot.current|0|2.upload': 'A form that was uploaded and does not count yet. Absent: there is none.',
  'Snapshot.current|0|2.upload.state':
    '`submitted`: the partner looks at it, and payouts wait. `refused`: another one is wanted.',
  'Snapshot.current|0|2.upload.reason': "Why it was refused, in the partner's words.",
  'Snapshot.current|0|2.masked_tin': '`••• 6789`. Null until one was given.',
  'Snapshot.current|0|2.signature_required':
    'A W-9 has to be signed now, because the number before did not match.',
  'Snapshot.current|0|2.prefill': 'Plain data that the payee gave before. Never a tax number.',
  'Snapshot.current|0|2.typed':
    'What was typed and not sent yet, by field (`drafts.ts`). Absent when there is none.',
  'Snapshot.current|0|3.notification':
    'Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result is late or a person has to look, once. A requirement lacks it when nobody would write.',
  'Snapshot.current|0|3.default_country': 'Where the payee lives, as the first choice. Null when unknown.',
  'Snapshot.current|0|3.name': 'The name that the document has to show.',
  'Snapshot.current|0|3.needs':
    'Sides whose picture is still missing, in order. When there are none in phase `selfie`, the payee submits.',
  'Snapshot.current|0|3.uploads': 'Pictures that the server has, or has begun to receive.',
  'Snapshot.current|0|3.limits': 'Data of the server, so that the element never guesses.',
  'Snapshot.current|0|3.rejection':
    'Why the last try was not accepted. It is kept through the next try, so that it can be said again.',
  'Snapshot.current|0|3.rejected_side':
    'Whose picture was not accepted. Null: it is about the whole try, or nobody knows.',
  'Snapshot.current|0|3.manual': 'In phase `review`: a person looks at the pictures, which may take days.',
  'Snapshot.current|0|3.handoff.code':
    'Four digits that both devices show, so that the payee can compare them.',
  'Snapshot.current|0|3.handoff.role': 'Which device this session is.',
  'Snapshot.current|0|3.handoff.holds': 'Whether this session may take pictures and submit.',
  'Snapshot.current|0|3.handoff.expires_in': 'While `waiting`: seconds until the link is worth nothing.',
  'Snapshot.current|0|4.notification':
    'Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result is late or a person has to look, once. A requirement lacks it when nobody would write.',
  'Snapshot.current|0|4.unavailable':
    '`country`: the payee is not in the US. `age`: they are too young. `tries`: the details failed to match too often. Null in every other phase.',
  'Snapshot.current|0|4.fields':
    'What to ask for, in order: what is not on file, and everything after `information_mismatch`. With a paper that is not signed yet it is what the payee may still go back to and correct.',
  'Snapshot.current|0|4.typed':
    'What was typed and not sent yet, by field (`drafts.ts`). Absent when there is none.',
  'Snapshot.current|0|4.masked_ssn': '`••• 6789`. Null until one is known.',
  'Snapshot.current|0|4.name': 'The name to sign with.',
  'Snapshot.current|0|4.state_notice': 'The state whose notice is due: a key of `stateNotices`.',
  'Snapshot.current|0|5.notification':
    'Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result is late or a person has to look, once. A requirement lacks it when nobody would write.',
  'Snapshot.current|0|5.methods[]': "A US bank account of the payee's, as the payee sees it.",
  'Snapshot.current|0|5.methods[].masked': '`••• 6789`.',
  'Snapshot.current|0|5.methods[].is_default':
    'Whether the partner debits this one. Only a verified account can be the default.',
  'Snapshot.current|0|5.methods[].deposits': 'Set while two small deposits wait to be confirmed.',
  'Snapshot.current|0|5.methods[].deposits|0.expected': 'When they have arrived at the latest.',
  'Snapshot.current|0|5.in_us':
    'Whether the payee lives in the United States. Others are told that only US accounts will do, and may go on without one.',
  'Snapshot.current|0|5.linking': 'Whether banks can be searched. Otherwise the numbers have to be typed.',
  'Snapshot.current|0|5.link|0.phase':
    '`elsewhere`: the payee signs in at `url`, in a window of its own. `question`, `accounts`, `failed`: the page shows what comes next.',
  'Snapshot.current|0|5.link|0.returns_to':
    'Origin of the page to which the bank sends the payee back. Its message has the code.',
  'Snapshot.current|0|5.link|0.simulated': 'Whether it is a simulation, in which no bank is asked.',
  'Snapshot.current|0|5.mandate':
    'What the payee agrees to when they add an account now. It is in English whatever language the page has, because this text is what is stored.',
  'Snapshot.current|0|6.methods[].masked':
    '`••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use.',
  'Snapshot.current|0|6.methods[].bank_name': "The bank's name, when known.",
  'Snapshot.current|0|6.methods[].currency':
    'In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the receiver knows.',
  'Snapshot.current|0|6.methods[].paused': 'Nothing is sent to it, because three payouts in a row came back.',
  'Snapshot.current|0|6.methods[].usable_from':
    'Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it.',
  'Snapshot.current|0|6.methods[].correction':
    'The newest payout to it came back, because its details are wrong. Absent once one has arrived.',
  'Snapshot.current|0|6.rails[]':
    'A rail that this payee can add. Times and fees are data of the server, so that the element never guesses.',
  'Snapshot.current|0|6.rails[].arrives_in': 'Expected arrival of a payout that is made now, in minutes.',
  'Snapshot.current|0|6.rails[].fee':
    'The part of the fee that the payee bears, in integer cents of US dollars. 0 means nothing.',
  'Snapshot.current|0|6.rails[].fee_basis_points':
    'On top of `fee`, in hundredths of a per cent of the amount.',
  'Snapshot.current|0|6.rails_not_offered':
    "Rails that pay in the payee's country and are not offered, with the reason. `no-bank-form`: what the banks of the country want is not published, or was not found. Absent: there is none.",
  'Snapshot.current|0|6.method_prefill':
    'What is known of the payee and may be filled into the form of a new method, by wire name: `bank_country`, `account_holder_name`, `email`, `holder_tax_id` (a mark in place of the number on file).',
  'Snapshot.current|0|6.new_methods_wait':
    'Seconds in which nothing is sent to a method that is added now. Absent when it is paid to at once.',
  'Snapshot.current|0|6.auto_payout.shown':
    'Whether there is a switch: `auto_payout_enabled` was not set to false.',
  'Snapshot.current|0|6.blockers': 'What prevents the payee from finishing, as problem codes.',
  'Snapshot.current|0|7.notification':
    'Where the payee will hear of the result: the masked number to which a text goes. It is sent when the result is late or a person has to look, once. A requirement lacks it when nobody would write.',
  'Snapshot.current|0|7.balance': 'What the payee can withdraw now, in integer cents of US dollars.',
  'Snapshot.current|0|7.held': "What cannot be withdrawn until the payee's identity is cleared.",
  'Snapshot.current|0|7.methods[].masked':
    '`••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use.',
  'Snapshot.current|0|7.methods[].bank_name': "The bank's name, when known.",
  'Snapshot.current|0|7.methods[].currency':
    'In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the receiver knows.',
  'Snapshot.current|0|7.methods[].paused': 'Nothing is sent to it, because three payouts in a row came back.',
  'Snapshot.current|0|7.methods[].usable_from':
    'Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it.',
  'Snapshot.current|0|7.methods[].correction':
    'The newest payout to it came back, because its details are wrong. Absent once one has arrived.',
  'Snapshot.current|0|7.rails': 'Each rail comes with the least and the most that one payout takes.',
  'Snapshot.current|0|7.rails[].arrives_in': 'Expected arrival of a payout that is made now, in minutes.',
  'Snapshot.current|0|7.rails[].fee':
    'The part of the fee that the payee bears, in integer cents of US dollars. 0 means nothing.',
  'Snapshot.current|0|7.rails[].fee_basis_points':
    'On top of `fee`, in hundredths of a per cent of the amount.',
  'Snapshot.current|0|7.rails_not_offered':
    "Rails that pay in the payee's country and are not offered, with the reason. `no-bank-form`: what the banks of the country want is not published, or was not found. Absent: there is none.",
  'Snapshot.current|0|7.method_prefill': 'As in `manage-payouts`.',
  'Snapshot.current|0|7.new_methods_wait':
    'Seconds in which nothing is sent to a method that is added now. Absent when it is paid to at once.',
  'Snapshot.current|0|7.typed': 'What was typed before the payee had to do something else first.',
  'Snapshot.current|0|7.review':
    'What the payee confirms. Its `id` is the intent of the payout: the same id is paid once.',
  'Snapshot.current|0|7.review|0.fee':
    'The part of the fee that the payee bears, in integer cents of US dollars.',
  'Snapshot.current|0|7.review|0.net': 'What arrives, in integer cents of US dollars.',
  'Snapshot.current|0|7.review|0.method.masked':
    '`••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use.',
  'Snapshot.current|0|7.review|0.method.bank_name': "The bank's name, when known.",
  'Snapshot.current|0|7.review|0.method.currency':
    'In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the receiver knows.',
  'Snapshot.current|0|7.review|0.method.paused':
    'Nothing is sent to it, because three payouts in a row came back.',
  'Snapshot.current|0|7.review|0.method.usable_from':
    'Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it.',
  'Snapshot.current|0|7.review|0.method.correction':
    'The newest payout to it came back, because its details are wrong. Absent once one has arrived.',
  'Snapshot.current|0|7.review|0.arrives_in': 'Minutes until the money arrives.',
  'Snapshot.current|0|7.review|0.withheld':
    'What the app keeps back of the amount for a tax authority. Absent: nothing.',
  'Snapshot.current|0|7.review|0.withheld.amount': 'Integer cents of US dollars.',
  'Snapshot.current|0|7.review|0.withheld.rate':
    'A fraction: `0.3` is 30 %. Null: there are several, or it is for a part of the amount.',
  'Snapshot.current|0|7.review|0.withheld.why': 'Why it is kept back.',
  'Snapshot.current|0|7.payout': 'The payout that was made.',
  'Snapshot.current|0|7.payout|0.fee':
    'The part of the fee that the payee bears, in integer cents of US dollars.',
  'Snapshot.current|0|7.payout|0.net': 'What arrives, in integer cents of US dollars.',
  'Snapshot.current|0|7.payout|0.method.masked':
    '`••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use.',
  'Snapshot.current|0|7.payout|0.method.bank_name': "The bank's name, when known.",
  'Snapshot.current|0|7.payout|0.method.currency':
    'In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the receiver knows.',
  'Snapshot.current|0|7.payout|0.method.paused':
    'Nothing is sent to it, because three payouts in a row came back.',
  'Snapshot.current|0|7.payout|0.method.usable_from':
    'Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it.',
  'Snapshot.current|0|7.payout|0.method.correction':
    'The newest payout to it came back, because its details are wrong. Absent once one has arrived.',
  'Snapshot.current|0|7.payout|0.arrives_in': 'Minutes until the money arrives.',
  'Snapshot.current|0|7.payout|0.withheld':
    'What the app keeps back of the amount for a tax authority. Absent: nothing.',
  'Snapshot.current|0|7.payout|0.withheld.amount': 'Integer cents of US dollars.',
  'Snapshot.current|0|7.payout|0.withheld.rate':
    'A fraction: `0.3` is 30 %. Null: there are several, or it is for a part of the amount.',
  'Snapshot.current|0|7.payout|0.withheld.why': 'Why it is kept back.',
  'Snapshot.current|0|7.payout|0.reference': 'By which partner and rail know it.',
  'Snapshot.current|0|7.payout|0.failure': 'Why it came back.',
  'Snapshot.current|0|7.payout|0.support':
    'Where to ask, when that is the next thing to do: an address of the web or `mailto:`.',
  'Snapshot.current|0|7.payout|0.again':
    'Whether another payout may follow: this one came back, or the page is there to stay.',
  'Snapshot.current|0|8.title': "The template's name.",
  'Snapshot.current|0|8.fields': 'Fields to answer; those for a signature are not among them.',
  'Snapshot.current|0|8.fields[].id': '`f1`, `f2`, … It stays the same for the life of the template.',
  'Snapshot.current|0|8.fields[].label':
    "The partner's label, else the PDF's tooltip, else words made of the name.",
  'Snapshot.current|0|8.fields[].options':
    'What can be chosen. Empty for fields that are typed. A box with one option stands for that option of a list from which several can be chosen.',
  'Snapshot.current|0|8.fields[].max_length': 'Characters. Null means 1,000, or 5,000 in several lines.',
  'Snapshot.current|0|8.fields[].secret': 'Hidden while typed and masked when shown again.',
  'Snapshot.current|0|8.fields[].page': 'Counted from 1.',
  'Snapshot.current|0|8.values':
    'By field id: what it starts with, or what was answered. While confirming, a secret value is only there masked.',
  'Snapshot.current|0|8.signature': 'Whether the form has a place for a signature.',
  'Snapshot.current|0|8.name': 'The name to sign with.',
  'Snapshot.current|0|8.typed':
    'What was typed and not sent yet, by field (`drafts.ts`). Absent when there is none.',
  'Snapshot.waiting':
    'Whether the outcome of something outside the page is awaited. Then the event stream should be kept open.',
  'Snapshot.completions[]':
    'One completed step. The same facts go into the DOM event and into the webhook; `event_id` is the `webhook-id`.',
  'Snapshot.completions[].sequence': '1, 2, 3, … within the flow.',
  'Snapshot.completions[].remaining_steps': 'Steps of the plan still to come, in order.',
  'Snapshot.completed_event_id': 'Id of the `flow.completed` message, once the flow is completed.',
  'Snapshot.summary':
    "What was done and what is still open, once the flow is completed. Absent in a session that may not see the payee's data.",
  'Snapshot.summary.done[].tax_form': 'Of `tax-form-signed`.',
  'Snapshot.summary.done[].method': 'Of `payout-method`: where the money goes.',
  'Snapshot.summary.done[].method.masked':
    '`••• 6789`, `j•••@example.com`, `@j•••`: enough to recognise, not enough to use.',
  'Snapshot.summary.done[].method.bank_name': "The bank's name, when known.",
  'Snapshot.summary.done[].method.currency':
    'In which currency the money arrives, where that is not the US dollar: ISO 4217, or `local` where only the receiver knows.',
  'Snapshot.summary.done[].method.paused': 'Nothing is sent to it, because three payouts in a row came back.',
  'Snapshot.summary.done[].method.usable_from':
    'Nothing is sent to it before: it is new, and the payee is to notice if somebody else added it.',
  'Snapshot.summary.done[].method.correction':
    'The newest payout to it came back, because its details are wrong. Absent once one has arrived.',
  'Snapshot.summary.payout':
    'The payout that was made in this flow. Amounts are integer cents of US dollars.',
  'Snapshot.summary.payout|0.reference': 'By which partner and rail know the payout.',
  'Snapshot.summary.payout|0.fee':
    'The part of the fee that the payee bears, in integer cents of US dollars.',
  'Snapshot.summary.payout|0.net': 'What arrives, in integer cents of US dollars.',
  'Snapshot.summary.payout|0.method.correction':
    'What is told of a method to which money could not be sent, because its details are wrong.',
  'Snapshot.summary.payout|0.method.correction.reason': 'Why, as a code of payout failures.',
  'Snapshot.summary.payout|0.method.correction.field': 'The field that was wrong.',
  'Snapshot.summary.payout|0.method.correction.details':
    'What may be shown of it, by wire name: never a number or an address that names the account.',
  'Snapshot.summary.payout|0.arrives_in': 'Minutes until the money arrives, from `created` on.',
  'Snapshot.summary.payee': "The payee's name, for the receipt of the payout.",
  'Snapshot.summary.left':
    'Cents that are left in the wallet, and that nothing holds back. Not after a payout that came back.',
  'Snapshot.summary.notification':
    'Where the payee hears of it when the payout does not arrive. It is absent when nobody would write.',
  'Snapshot.session_ends_at':
    'When this session ends, however often its token is refreshed. Then the payee has to prove again who they are. `POST /session/extend` puts it off. Absent from servers that cannot do that.',
  'Snapshot.revisit':
    'The payee came back to `current`, which they completed before. It is not completed a second time.',
  'Snapshot.back_to': 'The earlier step to which the payee may go back from here (`POST /session/visit`).',
  'Snapshot.renewed':
    "Only in the answer to a right code, or to the answer beside it: the session's token from now on. The one before is good for 30 seconds, and `expires_in` is seconds.",
  IdUpload: 'The picture of one side, on its way up or complete.',
  'IdUpload.size': 'Bytes in all. `offset` is how many of them the server has.',
  'IdUpload.state':
    '`refused`: all bytes came and are no acceptable picture. `refusal` says why, and another upload has to be begun.',
  'IdUpload.refusal': 'A code of `fieldCatalogue`.',
  Handoff: "A link by which the payee's phone takes over the step.",
  'Handoff.url': 'The hosted page, with the secret in the fragment (`#handoff=…`), which no server log sees.',
  'Handoff.code': 'Four digits that both devices show, so that the payee can compare them.',
  Problem: 'The body of every answer that is not a success.',
  'Problem.errors[]':
    'What is wrong with one field. `field`: its wire name. `code`: a key of `fieldCatalogue`.',
  'Problem.retry_after': 'Seconds to wait, as in `Retry-After`.',
  'Problem.attempts_left': 'How many tries remain, with `wrong-code`.',
  'Problem.upload_offset': 'Bytes that the server has, with `upload-offset-mismatch`.',
  'Webhook|0.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|0.sequence': '1 for the first completed step of the flow, then 2 and so on, without gaps.',
  'Webhook|0.origin': '`client`: `metadata` was written by whoever opened the page.',
  'Webhook|1.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|1.sequence': 'One more than that of the last `flow.updated`.',
  'Webhook|1.origin': 'As in `flow.updated`.',
  'Webhook|2.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|3.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|3.transfer': 'The transfer as it stood then.',
  'Webhook|4.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|5.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|5.webhook_endpoint_id': 'The id of the endpoint that fails.',
  'Webhook|5.failing_since': 'Since when every attempt has failed.',
  'Webhook|5.disables_at': 'The first attempt that fails from then on disables the endpoint.',
  'Webhook|6.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|6.webhook_endpoint_id': 'The id of the endpoint that was disabled.',
  'Webhook|6.reason': '`gone`: it answered 410. `failing`: nothing arrived for five days.',
  'Webhook|6.failing_since': 'Since when every attempt has failed.',
  'Webhook|7.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|7.webhook_endpoint_id': 'The id of the endpoint that is tested.',
  'Webhook|8.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|8.app_id': 'The id of the app.',
  'Webhook|8.wallet_balance': 'What the wallet held then. Integer cents of US dollars.',
  'Webhook|8.refill_threshold': 'The threshold of the app. Integer cents of US dollars.',
  'Webhook|9.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|9.payout_link_id': 'Ours, as in the vendor’s older payloads: the same as `id`.',
  'Webhook|9.link': 'The page on which the payee claims the money: that of the flow.',
  'Webhook|9.amount': 'Integer cents of US dollars.',
  'Webhook|9.original_amount':
    'Integer cents of US dollars when the link was made. Here it never differs from `amount`.',
  'Webhook|9.payee': 'What is known of the payee. Once the link is claimed, their phone is here.',
  'Webhook|9.payee.country_code': 'Calling code without plus: `1`.',
  'Webhook|9.payee.phone_number': 'National digits.',
  'Webhook|9.delivery': 'How the payee gets the link.',
  'Webhook|9.delivery.method': '`link`: you give it to them. `all`: by text and by email.',
  'Webhook|9.delivery.message': 'What you have added to the message.',
  'Webhook|9.tax_exempt': 'The money does not count towards the threshold of tax reporting.',
  'Webhook|9.income_type': "Ours. What the money is for. Null: the app's usual type counts.",
  'Webhook|9.flow_id': 'The flow that the payee goes through.',
  'Webhook|9.accounting_data': 'No accounting is connected here, so it is null.',
  'Webhook|9.funding_source': "Where the money comes from: the app's wallet.",
  'Webhook|9.claimed_user_id': 'Who has claimed it; null until then.',
  'Webhook|9.transfer_id':
    'The transfer that brings the money: `pending` while the link is open, then `completed` or `canceled`.',
  'Webhook|9.memo': 'What it is for. Whoever opens the link reads it, as they read the amount.',
  'Webhook|9.description': 'What it is for, in your own words. The payee does not read it.',
  'Webhook|9.created_by_email': 'Keys have no email address, so it is null.',
  'Webhook|9.user_id': 'Ours. Whom it is for, where your app knows them, and later who has claimed it.',
  'Webhook|9.expires_at': 'Ours. When the money goes back, if nobody has claimed it by then.',
  'Webhook|9.deliveries': 'Ours. How often it was sent to the payee. Five times are the most.',
  'Webhook|9.not_paid_because':
    'Ours. Why `POST /payouts/send-payout` has made a link in place of paying at once: the payee does in the link what is missing. `payee-unknown`: no user has the phone, or only an email address was given. `app-wallet-too-low`: it does not hold the fee. Null where it has paid, while it waits for money, and for links that were to be links.',
  'Webhook|10.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|10.payout_link_id': 'Ours, as in the vendor’s older payloads: the same as `id`.',
  'Webhook|10.link': 'The page on which the payee claims the money: that of the flow.',
  'Webhook|10.amount': 'Integer cents of US dollars.',
  'Webhook|10.original_amount':
    'Integer cents of US dollars when the link was made. Here it never differs from `amount`.',
  'Webhook|10.payee': 'What is known of the payee. Once the link is claimed, their phone is here.',
  'Webhook|10.delivery': 'How the payee gets the link.',
  'Webhook|10.tax_exempt': 'The money does not count towards the threshold of tax reporting.',
  'Webhook|10.income_type': "Ours. What the money is for. Null: the app's usual type counts.",
  'Webhook|10.flow_id': 'The flow that the payee goes through.',
  'Webhook|10.accounting_data': 'No accounting is connected here, so it is null.',
  'Webhook|10.funding_source': "Where the money comes from: the app's wallet.",
  'Webhook|10.claimed_user_id': 'Who has claimed it; null until then.',
  'Webhook|10.transfer_id':
    'The transfer that brings the money: `pending` while the link is open, then `completed` or `canceled`.',
  'Webhook|10.memo': 'What it is for. Whoever opens the link reads it, as they read the amount.',
  'Webhook|10.description': 'What it is for, in your own words. The payee does not read it.',
  'Webhook|10.created_by_email': 'Keys have no email address, so it is null.',
  'Webhook|10.user_id': 'Ours. Whom it is for, where your app knows them, and later who has claimed it.',
  'Webhook|10.expires_at': 'Ours. When the money goes back, if nobody has claimed it by then.',
  'Webhook|10.deliveries': 'Ours. How often it was sent to the payee. Five times are the most.',
  'Webhook|10.not_paid_because':
    'Ours. Why `POST /payouts/send-payout` has made a link in place of paying at once: the payee does in the link what is missing. `payee-unknown`: no user has the phone, or only an email address was given. `app-wallet-too-low`: it does not hold the fee. Null where it has paid, while it waits for money, and for links that were to be links.',
  'Webhook|10.method': 'The rail on which it went.',
  'Webhook|10.withdrew_amount': 'What has left the payee’s wallet. Integer cents of US dollars.',
  'Webhook|11.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|11.payout_link_id': 'Ours: the id of `payout_link`.',
  'Webhook|11.payout_link': 'The link as it stands now.',
  'Webhook|11.funding_transfer_id': 'The transfer that should have brought the money.',
  'Webhook|11.amount': 'Integer cents of US dollars.',
  'Webhook|11.memo': 'As in the link.',
  'Webhook|11.reason': 'Why, in a sentence for developers.',
  'Webhook|12.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|12.tax_form_id': 'The id of the form, as in `GET /users/{id}/tax-forms`.',
  'Webhook|12.tax_id_verification': 'What the tax authority said of the number by then.',
  'Webhook|12.holds_until': 'First moment at which the form no longer holds. Null: until something changes.',
  'Webhook|13.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|13.tax_form_id': 'The id of the form, as in `GET /users/{id}/tax-forms`.',
  'Webhook|13.tax_id_verification': 'What the tax authority said of the number by then.',
  'Webhook|13.holds_until': 'First moment at which the form no longer holds. Null: until something changes.',
  'Webhook|13.days_left': 'Whole days that are left, the one that has begun included.',
  'Webhook|14.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|14.tax_form_id': 'The id of the form, as in `GET /users/{id}/tax-forms`.',
  'Webhook|14.tax_id_verification': 'What the tax authority said of the number by then.',
  'Webhook|14.holds_until': 'First moment at which the form no longer holds. Null: until something changes.',
  'Webhook|14.reason':
    'Why it counts no longer. `changed`: something of the payee has, as `tax_form_change` of the user says. `b-notice`: you recorded one.',
  'Webhook|14.must': 'Whether the law wants the form before the next payout, which is refused until then.',
  'Webhook|15.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|15.screening_match_id':
    'The id of the match. The name is in `GET /screening-matches`, and not here.',
  'Webhook|15.role': 'Whose name it is, or `place`.',
  'Webhook|15.list': 'The list, as the provider of screening calls it.',
  'Webhook|15.entry': 'The entry of that list.',
  'Webhook|15.verdict': 'How sure the list is.',
  'Webhook|16.api_version': 'The version of the API in whose words the payload is: `2`.',
  'Webhook|16.tax_upload_id': 'The id of the upload, as in `GET /users/{id}/tax-uploads`.',
  'Webhook|16.holds_until':
    'First moment at which the form no longer holds. Null: until something changes, or not approved.',
  batchResultsQuery: 'Query of `GET /payout-batches/{id}/results`. Rows are named by their keys.',
  'batchResultsQuery.include_request': '`true`: each row comes with what was sent.',
  'batchResultsQuery.limit': 'How many rows, 1 to 5,000. All of them when absent.',
  'batchResultsQuery.starting_after': 'The `idempotency_key` of the row before the page.',
  'batchResultsQuery.ending_before': 'The `idempotency_key` of the row after the page.',
  deliveryQuery: 'Filters of `GET /webhook-endpoints/{id}/deliveries`.',
  'deliveryQuery.since': 'Made at this moment or later.',
  'deliveryQuery.until': 'Made before this moment.',
  flowQuery: 'Filters of `GET /flows`.',
  'flowQuery.user_id': 'The flows of this user: those made for them, and those in which they became one.',
  listenQuery: 'Query of `GET /sandbox/webhooks`.',
  'listenQuery.since': 'Messages of this moment or later; from now on when it is absent.',
  paymentMethodQuery: 'Query of `GET /payment-methods`. One of the two is needed.',
  'paymentMethodQuery.customer_id': 'The accounts of this payment customer.',
  'paymentMethodQuery.user_id': 'The accounts of this user.',
  payoutLinkQuery: 'Filters of `GET /payout-links`.',
  'payoutLinkQuery.user_id': 'Links for this user, and those that they have claimed.',
  'payoutLinkQuery.phone_number':
    'The whole number with its calling code, in digits: `14155550100`. A plus before it is fine.',
  'payoutLinkQuery.email': 'Capitals do not count.',
  uploadQuery:
    'Query of `PUT /session/compliance/upload`, whose body is the PDF (`application/pdf`, at most 5 MB).',
  'uploadQuery.form':
    'Which form it is. `w8bene`: the whole Form W-8BEN-E, for a status that the form here lacks.',
  screeningQuery: 'Filters of `GET /screening-matches`.',
  'screeningQuery.state': '`held` lists what waits for a decision.',
  'taxPeriodQuery.year': 'The calendar year, in UTC.',
  'taxPeriodQuery.quarter': '1 to 4. Without it the whole year is told.',
  'taxReturnFileQuery.kind':
    '`original` when absent. `corrected`: the returns that correct those of an earlier run.',
  transactionPageQuery: 'As the pages of all lists, with lines for cursors.',
  'transactionPageQuery.starting_after':
    'The id of a line in a path or a query. Further than this a number is not exact.',
  'transactionPageQuery.ending_before':
    'The id of a line in a path or a query. Further than this a number is not exact.',
  transferQuery: 'Filters of `GET /transfers`.',
  'transferQuery.type': 'Two of the types are taken for older clients, and nothing has them.',
  'transferQuery.withholding': 'Payouts of which money was withheld, by where that money is.',
  'transferQuery.start_date': 'From this moment on. A date without a time means its first moment in UTC.',
  'transferQuery.end_date': 'Up to this moment. A date without a time includes that whole day in UTC.',
  'transferQuery.reverse_order': '`true`: oldest first.',
  userQuery: 'Filters of `GET /users`.',
  'exportUser.answer':
    'Answer of `GET /users/{id}/export`. The right to it: Regulation (EU) 2016/679 (GDPR), articles 15 and 20; California Civil Code §1798.110. Absent is what is kept as a keyed hash alone, which nobody can read.',
  'exportUser.answer.user': 'The user object of `GET /users/{id}`.',
  'exportUser.answer.address':
    'What was typed, by the wire names of the fields. Whole: numbers are not masked.',
  'exportUser.answer.tax_forms[].answers':
    'What was typed, by the wire names of the fields. Whole: numbers are not masked.',
  'exportUser.answer.tax_uploads':
    'Forms that were uploaded; their PDFs are among the files. `person`: whom it is about, as you said when you approved it.',
  'exportUser.answer.tax_uploads[].created': 'When the last byte of it came.',
  'exportUser.answer.tax_uploads[].form':
    'Which form the payee says it is. `w8bene`: the whole Form W-8BEN-E, for a status that ours lacks.',
  'exportUser.answer.tax_uploads[].state':
    '`submitted`: it waits for you. `approved`: it counts while it holds. `refused`: the payee is asked for another. `replaced`: another form was filed or approved since.',
  'exportUser.answer.tax_uploads[].size': 'Bytes of the PDF.',
  'exportUser.answer.tax_uploads[].sha256': 'Hex digest of the PDF.',
  'exportUser.answer.tax_uploads[].decided': 'When you approved or refused it; null until then.',
  'exportUser.answer.tax_uploads[].api_key_id':
    'The key by which that was done: `GET /api-keys` has its name. Null: nobody has decided.',
  'exportUser.answer.tax_uploads[].reason': 'Why, in your words. What you refused, the payee reads.',
  'exportUser.answer.tax_uploads[].rate':
    'A fraction of what comes from the United States: `0.3` is 30 %. Null: it was not approved.',
  'exportUser.answer.tax_uploads[].income_types':
    'The types of income that the rate is for. All others are judged as if this form were not there.',
  'exportUser.answer.tax_uploads[].counts_from':
    'From when on the rate is used: ten days after Form 8233 was mailed to the IRS, others at once.',
  'exportUser.answer.tax_uploads[].holds_until':
    'First moment at which the form no longer holds. Null: until something changes, or not approved.',
  'exportUser.answer.tax_uploads[].file': "Path of the PDF, below the API's base.",
  'exportUser.answer.payout_methods[].answers': 'Empty once the numbers of a removed method are gone.',
  'exportUser.answer.payout_methods[].meta': "The partner's own note.",
  'exportUser.answer.payment_methods[].answers':
    'What was typed, by the wire names of the fields. Whole: numbers are not masked.',
  'exportUser.answer.background_checks[].answers':
    'What was typed, by the wire names of the fields. Whole: numbers are not masked.',
  'exportUser.answer.documents[].answers':
    'What was typed, by the wire names of the fields. Whole: numbers are not masked.',
  'exportUser.answer.payout_rows':
    'Rows of payout batches that name the user, also those that were not paid.',
  'exportUser.answer.payout_rows[].batch_id': 'The id of the payout batch.',
  'exportUser.answer.payout_rows[].request': 'The row as the partner sent it.',
  'exportUser.answer.payout_rows[].transfer_id': 'The payout that was made of it.',
  'exportUser.answer.payout_rows[].error_code': 'Why nothing was paid.',
  'exportUser.answer.b_notices': 'What the IRS has said of the number, as it is kept.',
  'exportUser.answer.payment_customers': 'What the partner wrote down of the user as a payment customer.',
  'exportUser.answer.screening_matches':
    'Where a name of the user was on a sanctions list or like one, and what was decided about it.',
  'exportUser.answer.signatures': 'How each paper came to be signed, for as long as the paper is kept.',
  'exportUser.answer.signatures[].id': 'The link of the paper in the chain of all that was signed.',
  'exportUser.answer.signatures[].kind': 'The kind of paper, as `tax-form` or `mandate`.',
  'exportUser.answer.signatures[].of': 'The id of what was signed, in this export.',
  'exportUser.answer.signatures[].record':
    'Who signed, in which session, from which address, and what led to it.',
  'exportUser.answer.tax_returns':
    'What was told of the user in information returns: one for each run, form and line.',
  'exportUser.answer.tax_returns[].id': 'The run that made it.',
  'exportUser.answer.tax_returns[].boxes': 'Cents, by the name of the box.',
  'exportUser.answer.payout_links': 'Payout links for the payee, and those that they have claimed.',
  'exportUser.answer.messages':
    'Messages that were sent about late results and payout links. Codes are not kept.',
  'exportUser.answer.files[].of': 'The kind of what the file belongs to, and its id in this export.',
  'exportUser.answer.files[].data': 'Base64.',
  'changeUserPhone.body': 'Body of `PUT /users/{id}/phone`, in the spelling of `POST /users`.',
  'deleteUser.answer.country': 'ISO 3166-1 alpha-2 code of the country where the payee lives.',
  'deleteUser.answer.default_payout_method':
    "The default method's rail. It is absent, with its details, while there is none.",
  'deleteUser.answer.default_payout_method_details':
    'A payout method as partners see it. Account numbers are masked. Fields that do not apply are absent.',
  'deleteUser.answer.wallet': 'What the app owes the user. Integer cents of US dollars.',
  'deleteUser.answer.compliance.tax_id_collected':
    'Whether a tax number is on file. Read the one in `w9` instead.',
  'deleteUser.answer.compliance.has_criminal_activity':
    'Whether the newest background check came back as `failed`.',
  'deleteUser.answer.compliance.background_check': 'The newest one. Absent while there is none.',
  'deleteUser.answer.compliance.w9': 'The form W-9. Null when the user is no US person.',
  'deleteUser.answer.compliance.w9|0.entity_type': 'Of whom the form is. Absent until it was filed.',
  'deleteUser.answer.compliance.w9|0.subject_to_backup_withholding':
    'Whether the payee crossed out item 2 of the certification, because the IRS has notified them of backup withholding: 24 % of interest and dividends has to be kept back (26 USC §3406(a)(2)).',
  'deleteUser.answer.compliance.place_of_work':
    'Where the user works, as they said on a W-8. Null: a US person, or it was not said.',
  'deleteUser.answer.compliance.us_work_percent':
    'With `both`: the percent of the work that is done in the United States.',
  'deleteUser.answer.compliance.us_indicia':
    'What is known to be in the United States of a user who filed a W-8: an address, the phone, an account, the place of birth. Ask them for documents where that matters to you (Treas. Reg. §1.1441-7(b)(5)).',
  'deleteUser.answer.compliance.us_indicia_explained':
    'Whether the form on file says why they are no US person all the same. The reason is in its PDF.',
  'deleteUser.answer.compliance.tax_form_change':
    'What has changed since the form on file was signed. Null: nothing.',
  'deleteUser.answer.compliance.tax_form_change|0.what':
    'Another country, an address in the US, or a phone there.',
  'deleteUser.answer.compliance.tax_form_change|0.since': 'When it became known.',
  'deleteUser.answer.compliance.tax_form_change|0.due_by':
    'Until then the form holds: 30 days. From then on nothing is paid until there is another one.',
  'deleteUser.answer.compliance.flags.payout_method':
    'Whether another user of the app is paid to the same account.',
  'deleteUser.answer.compliance.flags.payout_method_cycle':
    'Whether methods were added and removed again and again within a day.',
  'deleteUser.answer.compliance.flags.name_mismatch':
    'Whether the name on the newest identity document, or the owner of a bank account abroad, is another one.',
  'deleteUser.answer.1099_adjustment':
    'What the user was paid outside of this platform, in cents. It counts towards what is reported.',
  'deleteUser.answer.kept[].what':
    "`documents`: PDF forms that the payee confirmed. They are the partner's, and stay with their flows.",
  'deleteUser.answer.kept[].until': 'Null: it has no end.',
  'submitUserCompliance.body': 'Body of `PUT /users/{id}/compliance`: one of the two forms.',
  'submitUserCompliance.body.w9.first_name': "Of an individual. Without them the user's own names are taken.",
  'submitUserCompliance.body.w9.date_of_birth': 'Of an individual.',
  'submitUserCompliance.body.w9.tin': 'Nine digits: the SSN of an individual, the EIN of a business.',
  'submitUserCompliance.body.w9.tin_type':
    "Of an individual: `ein` where the number is that of a sole proprietor's business.",
  'submitUserCompliance.body.w9.address':
    "Only the shape. What the payee's own form asks of a W-9 and a W-8BEN is checked by that form's schema.",
  'submitUserCompliance.body.w9.country_confirmed':
    '`true`: the user lives in the country of the address, and no longer in the one known before.',
  'submitUserCompliance.body.w9.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'submitUserCompliance.body.w9.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'submitUserCompliance.body.w9.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'submitUserCompliance.body.w9.other_classification': 'Line 3a, where `tax_classification` is `other`.',
  'submitUserCompliance.body.w9.exempt_payee_code': 'Line 4: the code of an exempt payee.',
  'submitUserCompliance.body.w9.fatca_exemption_code':
    'Line 4: the code of an exemption from FATCA reporting.',
  'submitUserCompliance.body.w9.foreign_tax_id': 'The number under which the payee pays tax where they live.',
  'submitUserCompliance.body.w9.no_foreign_tax_id': '`true`: there is no such number.',
  'submitUserCompliance.body.w9.tax_id_country':
    'The country that gave out the tax number; the country of the address when absent.',
  'submitUserCompliance.body.w9.place_of_birth': 'Asked for in place of a tax number.',
  'submitUserCompliance.body.w9.vat_id': 'The number for value added tax, when the payee has one.',
  'submitUserCompliance.body.w9.abn': 'Australian Business Number, when the payee has one.',
  'submitUserCompliance.body.w9.business_registration_number':
    'Of a business abroad: as in the register of companies.',
  'submitUserCompliance.body.w8ben.foreign_tax_id':
    "The tax number of the payee's country. Residents of AU, BM, VG, KY and JP need none (form instructions, line 6a). The vendor goes by citizenship instead.",
  'submitUserCompliance.body.w8ben.address':
    "Only the shape. What the payee's own form asks of a W-9 and a W-8BEN is checked by that form's schema.",
  'submitUserCompliance.body.w8ben.no_foreign_tax_id':
    'Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one.',
  'submitUserCompliance.body.w8ben.us_tax_id':
    'Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a treaty needs this or `foreign_tax_id` (form instructions of these lines).',
  'submitUserCompliance.body.w8ben.tax_id_country':
    'The country that gave out the tax number; the country of residence when absent.',
  'submitUserCompliance.body.w8ben.place_of_birth': 'Asked for in place of a tax number.',
  'submitUserCompliance.body.w8ben.vat_id': 'The number for value added tax, when the payee has one.',
  'submitUserCompliance.body.w8ben.abn': 'Australian Business Number, when the payee has one.',
  'submitUserCompliance.body.w8ben.place_of_work':
    'Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.',
  'submitUserCompliance.body.w8ben.us_work_percent':
    'With `both`: the percent of the work that is done in the United States, 1 to 99.',
  'submitUserCompliance.body.w8ben.us_indicia_reason':
    'Why the payee is no US person although something of theirs is in the United States: an address, the phone, an account, the place of birth. Required where that is known.',
  'submitUserCompliance.body.w8ben.us_indicia_explanation':
    'The reason in words, up to 200 characters. Required with `other` and `no-citizenship`.',
  'submitUserCompliance.body.w8ben.country_confirmed':
    '`true`: the payee lives in this country, and no longer in the one that they named before.',
  'setUserAddress.body': 'Body of `PUT /users/{id}/addresses`.',
  'sendVerificationToken.body': 'Body of `POST /users/{id}/send-verification-token`.',
  'sendVerificationToken.body.use_voice': '`true`: the code comes by a call instead of a text.',
  'verifyUser.body': 'Body of `POST /users/{id}/verify`: the token that the user was sent.',
  'verifyUser.body.token': 'The code that the user was sent. In a sandbox: 123456.',
  'addUserPayoutMethod.body':
    "For the documentation. Which field a rail needs is decided by the rail's own schema.",
  'addUserPayoutMethod.body.phone_number': 'Venmo takes the national digits of a US number, or `handle`.',
  'addUserPayoutMethod.body.account_holder':
    'Of a bank account: whose it is, where that is said otherwise than on the user’s tax form or address. The name has to be one of the user’s own, or of their business.',
  'addUserPayoutMethod.body.account_holder|0.name': 'As the bank has it.',
  'addUserPayoutMethod.body.account_holder|0.address':
    'An address in parts. Its town and country are what banks want at least.',
  'addUserPayoutMethod.body.account_holder|0.address|0.country': 'ISO 3166-1 alpha-2 code.',
  'releaseScreeningMatch.body': 'Body of the two calls that decide.',
  'releaseScreeningMatch.body.reason':
    'Why, for an auditor: what was compared, and by whom. At most 1,000 characters.',
  'confirmScreeningMatch.body': 'Body of the two calls that decide.',
  'confirmScreeningMatch.body.reason':
    'Why, for an auditor: what was compared, and by whom. At most 1,000 characters.',
  'changeSanctionsList.body': 'Body of `PUT /sandbox/sanctions-list`.',
  'changeSanctionsList.body.names':
    'Words: a name with one of them is on the list, a person by their last name. At most 100.',
  'changeSanctionsList.answer': 'The list that the sandbox has beside the names of its table.',
  'changeSanctionsList.answer.version': 'The name of this state of the list. Each change has another.',
  'changeSanctionsList.answer.names': 'The words that are on it.',
  'remitWithholding.body': 'Body of `POST /transfers/{id}/withholding/remit`.',
  'remitWithholding.body.set_off':
    'What of it you did not send, because you had sent the tax of a payout that came back afterwards (26 CFR §1.1461-2(a)(2)). Integer cents of US dollars; 0 when absent. At most what the account lacks for that, and in the time that the law gives for it.',
  'detachPaymentMethod.body': 'Body of `POST /payment-methods/{id}/detach`.',
  'detachPaymentMethod.body.customer_id': "When it is given, the account has to be this customer's.",
  'listTaxForms.answer.data[]':
    'A form that was filed, as the partner lists it. Numbers are masked here and complete in the PDF.',
  'listTaxForms.answer.data[].created': 'When it was signed.',
  'listTaxForms.answer.data[].status':
    'Whether it counts. `on-file`: it does. `pending`: it does, and the tax authority has not answered yet. `mismatched`: the number is not that of the name. `expired`: its time is over. `replaced`: a newer one was filed.',
  'listTaxForms.answer.data[].country': 'ISO 3166-1 alpha-2 code of the country of the address on the form.',
  'listTaxForms.answer.data[].claim': 'What the payee claims under a tax treaty (W-8). Null: nothing.',
  'listTaxForms.answer.data[].claim|0.country': 'ISO 3166-1 alpha-2 code of the country whose treaty it is.',
  'listTaxForms.answer.data[].claim|0.article': 'The article and paragraph, as the payee wrote it.',
  'listTaxForms.answer.data[].claim|0.rate': 'A fraction: `0.15` is 15 %.',
  'listTaxForms.answer.data[].claim|0.income_type': 'The kind of income, in the words of the form.',
  'listTaxForms.answer.data[].rates':
    'What a payout would be taxed at now, for each type of income. Empty on a form that was replaced.',
  'listTaxForms.answer.data[].rates[].income_type': 'What the payout would be for.',
  'listTaxForms.answer.data[].rates[].source': 'Where such income comes from, as far as the form says.',
  'listTaxForms.answer.data[].rates[].us_percent':
    'The percent of it that comes from the United States. The rate is for that.',
  'listTaxForms.answer.data[].rates[].rate': 'A fraction: `0.3` is 30 %.',
  'listTaxForms.answer.data[].rates[].reason': 'Why it is this rate.',
  'listTaxForms.answer.data[].subject_to_backup_withholding':
    'Whether the payee crossed out item 2 of the certification, because the IRS has notified them of backup withholding: 24 % of each payment has to be kept back (26 USC §3406). Null on a W-8.',
  'listTaxForms.answer.data[].masked_tin': '`••• 6789`.',
  'listTaxForms.answer.data[].holds_until':
    'First moment at which the form no longer holds (W-8: end of the third year after signing). Null: it holds until something changes.',
  'listTaxForms.answer.data[].current': 'Whether this is the form that counts: the newest one does.',
  'listTaxForms.answer.data[].pdf': "Path of the PDF, below the API's base.",
  'getTaxNumbers.answer': 'The whole tax numbers of a form.',
  'getTaxNumbers.answer.id': 'The id of the form.',
  'getTaxNumbers.answer.numbers': 'None where the payee has none.',
  'getTaxNumbers.answer.numbers[].number': 'As it was filed.',
  'getTaxNumbers.answer.numbers[].kind':
    '`ssn` (also an ITIN) and `ein` are of the United States, `foreign` of `country`.',
  'getTaxNumbers.answer.numbers[].country': 'ISO 3166-1 alpha-2 code of the country that gave it out.',
  'approveTaxUpload.body': 'Body of `POST /users/{id}/tax-uploads/{upload_id}/approve`.',
  'approveTaxUpload.body.reason':
    'Why, for an auditor: what you looked at, and how the rate was found. At most 1,000 characters.',
  'approveTaxUpload.body.rate':
    'A fraction from 0 to 0.3. For `w8imy` and `w8bene` it has to be named. Absent: 0. `w8eci` takes no other, and `w8exp` 0 or 0.04 (a private foundation). At most four decimals: `0.1275` is 12.75 %.',
  'approveTaxUpload.body.income_types':
    'Of which income the form tells; all when absent, and `services` alone for `8233`.',
  'approveTaxUpload.body.signed_on':
    'The date beside the signature: `2026-11-30`. Absent: the day on which it came.',
  'approveTaxUpload.body.mailed_on':
    'For `8233` alone, which needs it: the day on which you mailed the form to the IRS, not before it came to you.',
  'approveTaxUpload.body.name': 'The name on the paper, which is held against sanctions lists.',
  'approveTaxUpload.body.country': 'ISO 3166-1 alpha-2 code of the country of residence.',
  'approveTaxUpload.body.address': 'The permanent residence address, in `country`.',
  'approveTaxUpload.body.address.state': 'State, province or region.',
  'approveTaxUpload.body.us_tin': 'The US number, nine digits: SSN, ITIN or EIN. Form 1042-S, box 13e.',
  'approveTaxUpload.body.foreign_tin': 'The tax number of `country`. Form 1042-S, box 13i.',
  'approveTaxUpload.body.chapter3_status':
    'The code of the payee’s status under chapter 3, of the list in the instructions for Form 1042-S (box 13f). Absent: `16`, an individual, for `8233`; unknown for all others.',
  'approveTaxUpload.body.chapter4_status':
    'The same under chapter 4 (box 13g), which withholdable payments need.',
  'refuseTaxUpload.body': 'Body of `POST /users/{id}/tax-uploads/{upload_id}/refuse`.',
  'refuseTaxUpload.body.reason':
    'What is wrong with it, in a sentence that the payee reads. At most 300 characters.',
  'recordBNotice.body': 'Body of `POST /users/{id}/b-notices`.',
  'recordBNotice.body.received':
    'The day on which you got the notice, or its date if that is later: `2026-11-30`. Today when absent.',
  'changeBNotice.body': 'Body of `PATCH /users/{id}/b-notices/{notice_id}`: one of the two.',
  'changeBNotice.body.letter':
    'You have got the letter that confirms name and number: `irs-147c` of the IRS, or `ssa`.',
  'changeBNotice.body.undone': '`true`: it was recorded by mistake, and counts for nothing.',
  'replayWebhooks.body': 'Body of `POST /webhook-endpoints/{id}/replay`.',
  'replayWebhooks.body.since': 'Messages of this moment or later. They are kept for 90 days.',
  'replayWebhooks.body.until': 'Messages before this moment.',
  'replayWebhooks.body.events': 'Which events; those that the endpoint wants when it is absent.',
  'replayWebhooks.body.delivered': '`true` sends what arrived as well.',
  'replayWebhooks.answer': 'What a replay sends.',
  'replayWebhooks.answer.messages': 'How many messages are sent: the oldest 10,000 at most.',
  'replayWebhooks.answer.continues_at': 'Where there are more: the `since` of the call that sends them.',
  'recoverWebhookEndpoint.answer': 'Answer of `POST /webhook-endpoints/{id}/recover`.',
  'recoverWebhookEndpoint.answer.endpoint': 'An address to which webhooks are sent.',
  'recoverWebhookEndpoint.answer.messages': 'How many messages are sent: the oldest 10,000 at most.',
  'recoverWebhookEndpoint.answer.continues_at':
    'Where there are more: the `since` of the call that sends them.',
  'testWebhookEndpoint.body': 'Body of `POST /webhook-endpoints/{id}/test`.',
  'testWebhookEndpoint.body.event':
    'In a sandbox any event, of which a sample is sent. `webhook_endpoint.test` when it is absent.',
  'getSandboxClock.answer': 'Answer of `GET /sandbox/clock`, and of advancing it.',
  'getSandboxClock.answer.now': "The sandbox's present time.",
  'getSandboxClock.answer.ahead': 'Seconds ahead of real time.',
  'advanceSandboxClock.body':
    'Body of `POST /sandbox/clock`: `advance` or `to`, one of the two. The clock only goes forwards, and not beyond the year 2099.',
  'advanceSandboxClock.body.advance':
    'By how much: whole seconds, or an ISO 8601 duration like `PT15M` or `P3Y`.',
  'advanceSandboxClock.body.to': 'Until when, in RFC 3339. Without a zone it is UTC.',
  'advanceSandboxClock.answer': 'Answer of `GET /sandbox/clock`, and of advancing it.',
  'advanceSandboxClock.answer.now': "The sandbox's present time.",
  'advanceSandboxClock.answer.ahead': 'Seconds ahead of real time.',
  'listSandboxMessages.answer': 'Answer of `GET /sandbox/messages`: the newest hundred, newest first.',
  'listSandboxMessages.answer.data[]':
    'One message. It does not say whom it went to: that is the user of the flow, or the payee of the link.',
  'listSandboxMessages.answer.data[].step':
    'The step that has news; of a payout link, the one with the money.',
  'listSandboxMessages.answer.data[].language': 'BCP 47: the language of `text`.',
  'listSandboxMessages.answer.data[].payout_link_id':
    'The payout link that it brings. Absent from other messages, like the two that follow.',
  'listSandboxMessages.answer.data[].channel': 'How it went. Other messages are texts.',
  'listSandboxMessages.answer.data[].subject': 'Of an email.',
  'triggerWebhook.body': 'Body of `POST /sandbox/webhooks`.',
  'triggerWebhook.answer': 'Answer of `POST /sandbox/webhooks`.',
  'triggerWebhook.answer.id': 'The `webhook-id` of the message.',
  'triggerWebhook.answer.endpoints': 'To how many endpoints it is sent.',
  'listFlowDocuments.answer':
    'All documents of a flow at once. A flow has as many as it has steps that make one.',
  'openSession.body':
    'Body of `POST /flows/{id}/sessions`. It is sent as text/plain without custom headers, so that no preflight costs a round trip. `browser` is random, kept by the browser, and the same at every opening: whoever comes back with it may go on without another code.',
  'openSession.body.browser':
    "A secret of the browser's own: random, and worth nothing without the flow's link and the page's origin.",
  'openClientSession.body':
    'Body of `POST /sessions`, for pages without a back end. It is taken only from an allowed origin and without `user_id`, and is rate limited.',
  'openClientSession.body.browser':
    "A secret of the browser's own: random, and worth nothing without the flow's link and the page's origin.",
  'saveDraft.body': 'Body of `PUT /session/draft`.',
  'saveDraft.answer': 'Until when the draft is kept, unless the step is done before.',
  'visitStep.body': 'Body of `POST /session/visit`: an earlier step, or the one that is due.',
  'nameBank.answer': 'Null: no bank is known by this number, which does not mean that there is none.',
  'sendCode.body': 'Body of `POST /session/authentication/code`.',
  'sendCode.body.country':
    "ISO 3166-1 alpha-2 code of the number's country. It tells +1 US from +1 CA. Not needed when the phone is already known.",
  'sendCode.body.phone_number':
    'National or international, in whatever way people write it: an exit code is understood, an extension is left out. Not needed when the phone is already known.',
  'checkCode.body': 'Body of `POST /session/authentication/check`.',
  'checkCode.body.code': 'The six digits that the payee was sent. In a sandbox: 123456.',
  'answerKnown.body': 'Body of `POST /session/authentication/known`: the one of the two that `asks` names.',
  'answerKnown.body.date_of_birth': '`YYYY-MM-DD`.',
  'answerKnown.body.account_last4':
    'Of a bank account to which the payee is paid. The whole number does as well.',
  'submitOnboarding.body':
    'Body of `POST /session/onboarding`. Only the fields that the requirement asks for are sent.',
  'submitCompliance.body|0|0.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'submitCompliance.body|0|0.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'submitCompliance.body|0|0.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'submitCompliance.body|0|0.tin': 'Nine digits: what `tin_type` says.',
  'submitCompliance.body|0|0.tin_type': '`ssn` (also an ITIN) when absent, or `ein` of a sole proprietor.',
  'submitCompliance.body|0|0.country': '`US`, also when absent.',
  'submitCompliance.body|0|0.country_confirmed':
    '`true`: the payee lives in the United States, and no longer in the country that they named before.',
  'submitCompliance.body|0|1.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'submitCompliance.body|0|1.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'submitCompliance.body|0|1.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'submitCompliance.body|0|1.other_classification': 'Line 3a, “Other”: what the business is.',
  'submitCompliance.body|0|1.exempt_payee_code': 'Line 4: 1 to 13 (form instructions, “Exempt payee code”).',
  'submitCompliance.body|0|1.fatca_exemption_code':
    'Line 4: A to M. Only for accounts outside the United States, which ours are not.',
  'submitCompliance.body|0|1.tin': 'Nine digits: an Employer Identification Number.',
  'submitCompliance.body|0|1.country': '`US`, also when absent.',
  'submitCompliance.body|0|1.country_confirmed':
    '`true`: the payee lives in the United States, and no longer in the country that they named before.',
  'submitCompliance.body|1|0.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'submitCompliance.body|1|0.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'submitCompliance.body|1|0.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'submitCompliance.body|1|0.tin': 'Nine digits: what `tin_type` says.',
  'submitCompliance.body|1|0.tin_type': '`ssn` (also an ITIN) when absent, or `ein` of a sole proprietor.',
  'submitCompliance.body|1|0.country': 'Any country but the United States.',
  'submitCompliance.body|1|0.country_confirmed':
    '`true`: the payee lives there, and no longer in the country that they named before.',
  'submitCompliance.body|1|0.foreign_tax_id': 'The number under which the payee pays tax where they live.',
  'submitCompliance.body|1|0.no_foreign_tax_id': '`true`: there is no such number.',
  'submitCompliance.body|1|0.tax_id_country':
    'The country that gave out the tax number; the country of the address when absent.',
  'submitCompliance.body|1|0.place_of_birth': 'Asked for in place of a tax number.',
  'submitCompliance.body|1|0.vat_id': 'The number for value added tax, when the payee has one.',
  'submitCompliance.body|1|0.abn': 'Australian Business Number, when the payee has one.',
  'submitCompliance.body|1|1.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'submitCompliance.body|1|1.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'submitCompliance.body|1|1.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'submitCompliance.body|1|1.other_classification': 'Line 3a, “Other”: what the business is.',
  'submitCompliance.body|1|1.exempt_payee_code': 'Line 4: 1 to 13 (form instructions, “Exempt payee code”).',
  'submitCompliance.body|1|1.fatca_exemption_code':
    'Line 4: A to M. Only for accounts outside the United States, which ours are not.',
  'submitCompliance.body|1|1.tin': 'Nine digits: an Employer Identification Number.',
  'submitCompliance.body|1|1.country': 'Any country but the United States.',
  'submitCompliance.body|1|1.country_confirmed':
    '`true`: the payee lives there, and no longer in the country that they named before.',
  'submitCompliance.body|1|1.foreign_tax_id': 'The number under which the payee pays tax where they live.',
  'submitCompliance.body|1|1.no_foreign_tax_id': '`true`: there is no such number.',
  'submitCompliance.body|1|1.tax_id_country':
    'The country that gave out the tax number; the country of the address when absent.',
  'submitCompliance.body|1|1.place_of_birth': 'Asked for in place of a tax number.',
  'submitCompliance.body|1|1.vat_id': 'The number for value added tax, when the payee has one.',
  'submitCompliance.body|1|1.abn': 'Australian Business Number, when the payee has one.',
  'submitCompliance.body|1|1.business_registration_number': 'As in the register of companies.',
  'submitCompliance.body|2.citizenship_country':
    'A US citizen files Form W-9 wherever they live (26 USC §7701(a)(30)), also one of a territory.',
  'submitCompliance.body|2.no_foreign_tax_id':
    'Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one.',
  'submitCompliance.body|2.us_tax_id':
    'Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a treaty needs this or `foreign_tax_id` (form instructions of these lines).',
  'submitCompliance.body|2.tax_id_country':
    'The country that gave out the tax number; the country of residence when absent.',
  'submitCompliance.body|2.place_of_birth': 'Asked for in place of a tax number.',
  'submitCompliance.body|2.vat_id': 'The number for value added tax, when the payee has one.',
  'submitCompliance.body|2.abn': 'Australian Business Number, when the payee has one.',
  'submitCompliance.body|2.place_of_work':
    'Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.',
  'submitCompliance.body|2.us_work_percent':
    'With `both`: the percent of the work that is done in the United States, 1 to 99.',
  'submitCompliance.body|2.us_indicia_reason':
    'Why the payee is no US person although something of theirs is in the United States: an address, the phone, an account, the place of birth. Required where that is known.',
  'submitCompliance.body|2.us_indicia_explanation':
    'The reason in words, up to 200 characters. Required with `other` and `no-citizenship`.',
  'submitCompliance.body|2.country_confirmed':
    '`true`: the payee lives in this country, and no longer in the one that they named before.',
  'submitCompliance.body|2.claims_treaty':
    '`true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields say which.',
  'submitCompliance.body|2.tax_treaty_rate': 'A fraction: `0.15` is 15 %.',
  'submitCompliance.body|2.signature':
    'Typed as a signature. It must be the name above (case and spacing aside).',
  'submitCompliance.body|3.securities_market': 'Part XXIII: where the stock is traded.',
  'submitCompliance.body|3.formed_on':
    'Part XIX, line 33: when the start-up was formed, or its board approved the new line of business. Less than 24 months ago.',
  'submitCompliance.body|3.giin':
    'XXXXXX.XXXXX.XX.XXX. Only the IRS can tell the letter O and the numeral 0 of the first parts apart (FATCA registration guide).',
  'submitCompliance.body|3.no_foreign_tax_id':
    'Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one.',
  'submitCompliance.body|3.us_tax_id':
    'Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a treaty needs this or `foreign_tax_id` (form instructions of these lines).',
  'submitCompliance.body|3.tax_id_country':
    'The country that gave out the tax number; the country of residence when absent.',
  'submitCompliance.body|3.place_of_birth': 'Asked for in place of a tax number.',
  'submitCompliance.body|3.vat_id': 'The number for value added tax, when the payee has one.',
  'submitCompliance.body|3.abn': 'Australian Business Number, when the payee has one.',
  'submitCompliance.body|3.place_of_work':
    'Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.',
  'submitCompliance.body|3.us_work_percent':
    'With `both`: the percent of the work that is done in the United States, 1 to 99.',
  'submitCompliance.body|3.us_indicia_reason':
    'Why the payee is no US person although something of theirs is in the United States: an address, the phone, an account, the place of birth. Required where that is known.',
  'submitCompliance.body|3.us_indicia_explanation':
    'The reason in words, up to 200 characters. Required with `other` and `no-citizenship`.',
  'submitCompliance.body|3.country_confirmed':
    '`true`: the payee lives in this country, and no longer in the one that they named before.',
  'submitCompliance.body|3.business_registration_number': 'As in the register of companies.',
  'submitCompliance.body|3.claims_treaty':
    '`true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields say which.',
  'submitCompliance.body|3.tax_treaty_rate': 'A fraction: `0.15` is 15 %.',
  'submitCompliance.body|3.lob_article': 'With `other`: article and paragraph.',
  'submitCompliance.body|3.status_certified': 'The text of Part XXV, XXVI or XXIII on the screen is true.',
  'submitCompliance.body|3.signer_name': 'The person who signs for the business.',
  'submitCompliance.body|3.capacity': 'The signer may sign for the business (Part XXX).',
  'previewCompliance.body|0|0.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'previewCompliance.body|0|0.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'previewCompliance.body|0|0.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'previewCompliance.body|0|0.tin': 'Nine digits: what `tin_type` says.',
  'previewCompliance.body|0|0.tin_type': '`ssn` (also an ITIN) when absent, or `ein` of a sole proprietor.',
  'previewCompliance.body|0|0.country': '`US`, also when absent.',
  'previewCompliance.body|0|0.country_confirmed':
    '`true`: the payee lives in the United States, and no longer in the country that they named before.',
  'previewCompliance.body|0|1.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'previewCompliance.body|0|1.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'previewCompliance.body|0|1.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'previewCompliance.body|0|1.other_classification': 'Line 3a, “Other”: what the business is.',
  'previewCompliance.body|0|1.exempt_payee_code': 'Line 4: 1 to 13 (form instructions, “Exempt payee code”).',
  'previewCompliance.body|0|1.fatca_exemption_code':
    'Line 4: A to M. Only for accounts outside the United States, which ours are not.',
  'previewCompliance.body|0|1.tin': 'Nine digits: an Employer Identification Number.',
  'previewCompliance.body|0|1.country': '`US`, also when absent.',
  'previewCompliance.body|0|1.country_confirmed':
    '`true`: the payee lives in the United States, and no longer in the country that they named before.',
  'previewCompliance.body|1|0.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'previewCompliance.body|1|0.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'previewCompliance.body|1|0.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'previewCompliance.body|1|0.tin': 'Nine digits: what `tin_type` says.',
  'previewCompliance.body|1|0.tin_type': '`ssn` (also an ITIN) when absent, or `ein` of a sole proprietor.',
  'previewCompliance.body|1|0.country': 'Any country but the United States.',
  'previewCompliance.body|1|0.country_confirmed':
    '`true`: the payee lives there, and no longer in the country that they named before.',
  'previewCompliance.body|1|0.foreign_tax_id': 'The number under which the payee pays tax where they live.',
  'previewCompliance.body|1|0.no_foreign_tax_id': '`true`: there is no such number.',
  'previewCompliance.body|1|0.tax_id_country':
    'The country that gave out the tax number; the country of the address when absent.',
  'previewCompliance.body|1|0.place_of_birth': 'Asked for in place of a tax number.',
  'previewCompliance.body|1|0.vat_id': 'The number for value added tax, when the payee has one.',
  'previewCompliance.body|1|0.abn': 'Australian Business Number, when the payee has one.',
  'previewCompliance.body|1|1.doing_business_as':
    'Line 2: the trade name, or the name of an LLC that is disregarded for tax.',
  'previewCompliance.body|1|1.subject_to_backup_withholding':
    'Whether the IRS has notified the payee that they are subject to backup withholding, so that item 2 of the certification is crossed out. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions”.',
  'previewCompliance.body|1|1.signature':
    'Typed as a signature: the name of the person above. Needed after a number that did not match.',
  'previewCompliance.body|1|1.other_classification': 'Line 3a, “Other”: what the business is.',
  'previewCompliance.body|1|1.exempt_payee_code': 'Line 4: 1 to 13 (form instructions, “Exempt payee code”).',
  'previewCompliance.body|1|1.fatca_exemption_code':
    'Line 4: A to M. Only for accounts outside the United States, which ours are not.',
  'previewCompliance.body|1|1.tin': 'Nine digits: an Employer Identification Number.',
  'previewCompliance.body|1|1.country': 'Any country but the United States.',
  'previewCompliance.body|1|1.country_confirmed':
    '`true`: the payee lives there, and no longer in the country that they named before.',
  'previewCompliance.body|1|1.foreign_tax_id': 'The number under which the payee pays tax where they live.',
  'previewCompliance.body|1|1.no_foreign_tax_id': '`true`: there is no such number.',
  'previewCompliance.body|1|1.tax_id_country':
    'The country that gave out the tax number; the country of the address when absent.',
  'previewCompliance.body|1|1.place_of_birth': 'Asked for in place of a tax number.',
  'previewCompliance.body|1|1.vat_id': 'The number for value added tax, when the payee has one.',
  'previewCompliance.body|1|1.abn': 'Australian Business Number, when the payee has one.',
  'previewCompliance.body|1|1.business_registration_number': 'As in the register of companies.',
  'previewCompliance.body|2.citizenship_country':
    'A US citizen files Form W-9 wherever they live (26 USC §7701(a)(30)), also one of a territory.',
  'previewCompliance.body|2.no_foreign_tax_id':
    'Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one.',
  'previewCompliance.body|2.us_tax_id':
    'Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a treaty needs this or `foreign_tax_id` (form instructions of these lines).',
  'previewCompliance.body|2.tax_id_country':
    'The country that gave out the tax number; the country of residence when absent.',
  'previewCompliance.body|2.place_of_birth': 'Asked for in place of a tax number.',
  'previewCompliance.body|2.vat_id': 'The number for value added tax, when the payee has one.',
  'previewCompliance.body|2.abn': 'Australian Business Number, when the payee has one.',
  'previewCompliance.body|2.place_of_work':
    'Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.',
  'previewCompliance.body|2.us_work_percent':
    'With `both`: the percent of the work that is done in the United States, 1 to 99.',
  'previewCompliance.body|2.us_indicia_reason':
    'Why the payee is no US person although something of theirs is in the United States: an address, the phone, an account, the place of birth. Required where that is known.',
  'previewCompliance.body|2.us_indicia_explanation':
    'The reason in words, up to 200 characters. Required with `other` and `no-citizenship`.',
  'previewCompliance.body|2.country_confirmed':
    '`true`: the payee lives in this country, and no longer in the one that they named before.',
  'previewCompliance.body|2.claims_treaty':
    '`true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields say which.',
  'previewCompliance.body|2.tax_treaty_rate': 'A fraction: `0.15` is 15 %.',
  'previewCompliance.body|2.signature':
    'Typed as a signature. It must be the name above (case and spacing aside).',
  'previewCompliance.body|3.securities_market': 'Part XXIII: where the stock is traded.',
  'previewCompliance.body|3.formed_on':
    'Part XIX, line 33: when the start-up was formed, or its board approved the new line of business. Less than 24 months ago.',
  'previewCompliance.body|3.giin':
    'XXXXXX.XXXXX.XX.XXX. Only the IRS can tell the letter O and the numeral 0 of the first parts apart (FATCA registration guide).',
  'previewCompliance.body|3.no_foreign_tax_id':
    'Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one.',
  'previewCompliance.body|3.us_tax_id':
    'Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a treaty needs this or `foreign_tax_id` (form instructions of these lines).',
  'previewCompliance.body|3.tax_id_country':
    'The country that gave out the tax number; the country of residence when absent.',
  'previewCompliance.body|3.place_of_birth': 'Asked for in place of a tax number.',
  'previewCompliance.body|3.vat_id': 'The number for value added tax, when the payee has one.',
  'previewCompliance.body|3.abn': 'Australian Business Number, when the payee has one.',
  'previewCompliance.body|3.place_of_work':
    'Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.',
  'previewCompliance.body|3.us_work_percent':
    'With `both`: the percent of the work that is done in the United States, 1 to 99.',
  'previewCompliance.body|3.us_indicia_reason':
    'Why the payee is no US person although something of theirs is in the United States: an address, the phone, an account, the place of birth. Required where that is known.',
  'previewCompliance.body|3.us_indicia_explanation':
    'The reason in words, up to 200 characters. Required with `other` and `no-citizenship`.',
  'previewCompliance.body|3.country_confirmed':
    '`true`: the payee lives in this country, and no longer in the one that they named before.',
  'previewCompliance.body|3.business_registration_number': 'As in the register of companies.',
  'previewCompliance.body|3.claims_treaty':
    '`true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields say which.',
  'previewCompliance.body|3.tax_treaty_rate': 'A fraction: `0.15` is 15 %.',
  'previewCompliance.body|3.lob_article': 'With `other`: article and paragraph.',
  'previewCompliance.body|3.status_certified': 'The text of Part XXV, XXVI or XXIII on the screen is true.',
  'previewCompliance.body|3.signer_name': 'The person who signs for the business.',
  'previewCompliance.body|3.capacity': 'The signer may sign for the business (Part XXX).',
  'previewCompliance.answer': 'The answer of `POST /session/compliance/preview`. Nothing was filed.',
  'previewCompliance.answer.document.title': '`Form W-8BEN (Rev. October 2021)`.',
  'previewCompliance.answer.document.language': 'BCP 47, of every `meaning`.',
  'previewCompliance.answer.document.sections[].lines':
    '`line` is the number of the line on the form. It is empty for what other laws ask.',
  'previewCompliance.answer.document.certification':
    'What the signature says. The first paragraph introduces the others.',
  'previewCompliance.answer.document.struck':
    'Which paragraphs of `certification` are crossed out, counted from 0. Absent: none.',
  'previewCompliance.answer.pdf': 'The PDF in Base64.',
  'uploadTaxForm.answer': 'What was uploaded, as long as nothing counts yet.',
  'uploadTaxForm.answer.state':
    '`submitted`: the partner looks at it, and payouts wait. `refused`: another one is wanted.',
  'uploadTaxForm.answer.reason': "Why it was refused, in the partner's words.",
  'chooseIdDocument.body': 'Which document the payee shows. Its country has to issue that kind.',
  'beginIdUpload.body': 'Which side comes, and how many bytes it has.',
  'openHandoff.body': 'Body of `POST /handoff/sessions`.',
  'openHandoff.body.browser':
    "A secret of the browser's own: random, and worth nothing without the flow's link and the page's origin.",
  'idVerificationCallback.body': 'The body of the callback.',
  'idVerificationCallback.body.status':
    '`processing`: a machine looks at it. `in_review`: a person does. In both cases the verdict comes by callback.',
  'idVerificationCallback.body.reason': 'With `rejected`.',
  'idVerificationCallback.body.side':
    'With `rejected`: whose picture is to blame, when it is one of them. The payee is told.',
  'idVerificationCallback.body.reference': "The provider's own id of the case.",
  'idVerificationCallback.body.document':
    'What the provider read from the document. It is compared with what the payee said, and not stored.',
  'idVerificationCallback.body.document|0.mrz':
    'Lines of the machine-readable zone (ICAO Doc 9303), top to bottom.',
  'submitBackgroundCheckDetails.body': 'Any part of the details, as they are sent.',
  'submitBackgroundCheckDetails.body.ssn':
    'Records are searched by Social Security number; an ITIN (9xx) leads to none.',
  'acknowledgeBackgroundCheckDisclosure.body': 'Says that the disclosure was shown.',
  'authorizeBackgroundCheck.body':
    'The written authorization: which text was shown, and the name typed under it (a signature: 15 USC §7006(5)).',
  'authorizeBackgroundCheck.body.copy': 'The box of the states\' notices: "send me a copy".',
  'searchInstitutions.answer': 'Answer of `GET /session/institutions`.',
  'lookAtBankLink.body':
    "`bank_code`: of the page after the bank's. Without it only a refusal of the bank is learned.",
  'addPaymentMethod.body':
    'The server reads `source` first, so that each kind has its own problems. For the document a union says the same.',
  'addPaymentMethod.body|0.mandate_version':
    "The version that was on screen. Another one than the server's is refused, because the payee would agree to what they did not read.",
  'addPaymentMethod.body|1.mandate_version':
    "The version that was on screen. Another one than the server's is refused, because the payee would agree to what they did not read.",
  'confirmDeposits.body': 'The amounts of the two deposits, in any order.',
  'addPayoutMethod.body':
    'The body of `POST /session/payout-methods`, for the documentation. The server itself picks the schema by `platform` and `bank_country`, so that its problems name fields.',
  'addPayoutMethod.body|0|3.cash_tag':
    '`$`, then up to 20 letters or digits with at least one letter (cash.app help, "$Cashtag").',
  'addPayoutMethod.body|1|0.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|1.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|2.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|3.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|4.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|5.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|6.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|7.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|8.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|9.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|10.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|11.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|12.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|13.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|14.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|15.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|16.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|17.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|18.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|19.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|20.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|21.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|22.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|23.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|24.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|25.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|26.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|27.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|28.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|29.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|30.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|31.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|32.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|33.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|34.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|35.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|36.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|37.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|38.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|39.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|40.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|41.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|42.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|43.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|44.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|45.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|46.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|47.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|48.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|49.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|50.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|51.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|52.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|53.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|54.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|55.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|56.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|57.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|58.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|59.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|60.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|61.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|62.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|63.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|64.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|65.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|66.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|67.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|68.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|69.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|70.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|71.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|72.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|73.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|74.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|75.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|76.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|77.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|78.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|79.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|80.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|81.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|82.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|83.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|84.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|85.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|86.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|87.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|88.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|89.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|90.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|91.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|92.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|93.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|94.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|95.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|96.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|97.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|98.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|99.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|100.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|101.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|102.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|103.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|104.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|105.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|106.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|107.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|108.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|109.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|110.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|111.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|112.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|113.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|114.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|115.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|116.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|117.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|118.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|119.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|120.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|121.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|122.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|123.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|124.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|125.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|126.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'addPayoutMethod.body|1|127.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body':
    'The body of `POST /session/payout-methods`, for the documentation. The server itself picks the schema by `platform` and `bank_country`, so that its problems name fields.',
  'correctPayoutMethod.body|0|3.cash_tag':
    '`$`, then up to 20 letters or digits with at least one letter (cash.app help, "$Cashtag").',
  'correctPayoutMethod.body|1|0.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|1.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|2.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|3.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|4.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|5.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|6.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|7.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|8.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|9.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|10.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|11.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|12.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|13.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|14.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|15.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|16.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|17.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|18.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|19.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|20.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|21.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|22.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|23.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|24.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|25.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|26.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|27.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|28.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|29.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|30.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|31.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|32.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|33.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|34.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|35.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|36.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|37.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|38.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|39.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|40.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|41.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|42.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|43.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|44.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|45.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|46.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|47.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|48.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|49.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|50.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|51.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|52.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|53.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|54.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|55.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|56.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|57.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|58.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|59.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|60.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|61.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|62.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|63.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|64.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|65.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|66.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|67.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|68.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|69.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|70.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|71.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|72.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|73.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|74.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|75.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|76.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|77.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|78.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|79.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|80.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|81.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|82.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|83.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|84.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|85.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|86.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|87.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|88.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|89.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|90.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|91.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|92.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|93.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|94.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|95.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|96.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|97.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|98.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|99.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|100.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|101.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|102.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|103.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|104.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|105.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|106.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|107.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|108.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|109.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|110.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|111.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|112.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|113.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|114.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|115.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|116.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|117.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|118.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|119.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|120.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|121.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|122.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|123.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|124.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|125.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|126.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'correctPayoutMethod.body|1|127.account_holder_name':
    'The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters.',
  'setAutoPayout.body': 'Body of `PUT /session/auto-payout`.',
  'reviewPayout.body': 'Body of `POST /session/payout`.',
  'confirmPayout.body': 'The `id` of the `review` that the payee confirms.',
  'submitPdfForm.body':
    "Answers by field id. Dates are `YYYY-MM-DD`; boxes are `true` or empty. `f1_latin` is the answer to `f1` in Latin letters, where the PDF's fonts lack letters of it.",
  'readPdfForm.answer': 'The filled form as the element reads it. `data` is base64.',
  'confirmPdfForm.body':
    'Confirms that the form was read, and signs it where it has a place for a signature (15 USC §7001(a), §7006(5): a typed name is a signature).',
  'confirmPdfForm.body.signature_latin':
    "The same name in Latin letters, where the PDF's fonts lack letters of it. It is what is printed.",
};
