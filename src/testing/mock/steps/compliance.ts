/** `compliance` in the mock: tax forms, whose number the end of it decides about. */
import { asOf } from '../../../contract/forms/dates.ts';
import { ProblemError, fieldError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { refuseSanctioned } from '../../../contract/sanctions/refuse.ts';
import { placesOnForm } from '../../../contract/steps/places-on-form.ts';
import { maximumUpload } from '../../../contract/forms/tax-uploads.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { uploadQuery } from '../../../contract/steps/compliance-uploads.ts';
import { tinVerdict } from '../../../contract/sandbox/answers.ts';
import { tinPendingMs } from '../../../contract/sandbox/table.ts';
import { taxDocumentOf } from '../../../contract/tax/document.ts';
import { withoutEmptyLines } from '../../../contract/tax/document-lines.ts';
import { mustSign } from '../../../contract/tax/form-on-file.ts';
import { parseComplianceInput, withPlaceholderSignature } from '../../../contract/tax/parse-form.ts';
import { residenceOf, usIndiciaOf, type KnownOfPayee } from '../../../contract/tax/indicia.ts';
import { countryOfPhone } from '../../../contract/forms/phone.ts';
import { isAmong } from '../../../contract/forms/countries.ts';
import { usPlaces } from '../../../contract/forms/us-places.ts';
import { filled, taxPrefillFields } from '../../../contract/tax/prefill.ts';
import { taxAnswer } from '../../../contract/tax/rules.ts';
import { countryOf, fullNameOf } from '../facts.ts';
import { mockPdf } from '../pdf.ts';
import { owesForm, stayAtForm } from '../owed-form.ts';
import { assertCurrent, assertRunning, completeStep, endStep, statusOf } from '../progress.ts';
import { isButtonHidden, type MockContext, type MockStep } from '../step.ts';
import { shownUpload } from '../tax-upload.ts';
import type { MockFlow, MockTaxForm, MockUser, World } from '../world.ts';

/** Reads a form as of the mock's clock, which may be ahead of the machine's. */
const readForm = (world: World, user: MockUser | null, body: unknown) => {
  const now = world.now();
  return asOf(now, () => parseComplianceInput(body, now.getUTCFullYear(), user && knownOf(user)));
};

export const compliance: MockStep<'compliance'> = {
  requirement({ world, flow }) {
    const { user } = flow;
    const filedHere = formOf(flow);
    const onFile = filedHere ?? user?.taxForms.at(-1) ?? null;
    const country = countryOf(user);
    const answer = taxAnswer({ country, year: world.now().getUTCFullYear(), paid: 0 });
    const indicia = user ? usIndiciaOf(knownOf(user)) : [];
    return {
      step: 'compliance',
      hide_continue_button: isButtonHidden(flow, 'compliance'),
      reason: flow.plan.find(({ name }) => name === 'compliance')?.reason ?? 'requested',
      form: onFile?.form ?? answer.form,
      why: answer.why,
      threshold: answer.threshold,
      reporting: answer.reporting && {
        regime: answer.reporting.regime,
        person: [...answer.reporting.person],
        business: [...answer.reporting.business],
      },
      country,
      ...(user?.country && { said_country: user.country }),
      ...(indicia.length > 0 && { us_indicia: indicia }),
      ...shownUpload(user?.taxUpload ?? null),
      tax_id_verification: filedHere?.tin_status ?? 'unsubmitted',
      masked_tin: onFile?.tinLast4 ? `••• ${onFile.tinLast4}` : null,
      signature_required: mustSign(user?.taxForms.at(-1) ?? null),
      prefill: { ...filled(namesOf(user, country)), ...(onFile ? filled(plainFieldsOf(onFile)) : {}) },
    };
  },
  submissions: {
    'POST /session/compliance'(context, { body }) {
      assertCurrent(context, 'compliance');
      const { world, flow } = context;
      const fields = readForm(world, flow.user, body);
      refuseSanctioned(placesOnForm(fields));
      if (!flow.user) throw new ProblemError('user-info-missing');
      if (fields.form === 'w9' && !fields.signature && mustSign(flow.user.taxForms.at(-1) ?? null))
        throw fieldError('signature', 'required');
      const form: MockTaxForm = {
        flowId: flow.id,
        created: world.now(),
        form: fields.form,
        fields,
        tinLast4: fields.form === 'w9' ? fields.tin.slice(-4) : null,
        tin_status: fields.form === 'w9' ? tinVerdict(fields.tin) : 'unsubmitted',
      };
      stayAtForm(context);
      flow.user.taxForms.push(form);
      flow.user.taxUpload = null;
      // A W-9 may leave open where the payee lives.
      if (fields.country !== undefined || flow.user.country) flow.user.country = residenceOf(fields);
      // A mismatch is no error of the request: the snapshot says that the number has to be typed again.
      if (fields.form !== 'w9') endStep(context, 'compliance', 'saved');
      else if (form.tin_status === 'matched') endStep(context, 'compliance', 'verified');
      else if (form.tin_status === 'pending') world.later(tinPendingMs, () => match(world, flow, form));
    },
    'POST /session/compliance/continue'(context) {
      assertCurrent(context, 'compliance');
      if (!isPending(context))
        throw new ProblemError('step-not-current', { detail: 'Nothing is being checked.' });
      endStep(context, 'compliance', 'pending');
    },
  },
  questions: {
    'POST /session/compliance/preview'(context, { body }) {
      const { world, flow } = context;
      assertRunning(flow, world.now());
      assertCurrent(context, 'compliance');
      const year = world.now().getUTCFullYear();
      const fields = readForm(world, flow.user, withPlaceholderSignature(body));
      const document = withoutEmptyLines(taxDocumentOf(fields, year));
      const lines = document.sections.flatMap(({ title, lines: rows }) => [
        '',
        title,
        ...rows.map(({ line, label, value }) => `${line} ${label}: ${value}`),
      ]);
      // The server explains the form's English in the payee's language. The mock does not.
      return { document: { ...document, language: 'en' }, pdf: mockPdf([document.title, ...lines]) };
    },
  },
  others: {
    'PUT /session/compliance/upload'(context, { query, bytes }) {
      assertCurrent(context, 'compliance');
      const { form } = parseInput(uploadQuery, { form: query.get('form') ?? undefined });
      if (!context.flow.user) throw new ProblemError('user-info-missing');
      if (bytes.byteLength > maximumUpload) throw new ProblemError('payload-too-large');
      if (!/^\s*%PDF-/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))))
        throw fieldError('file', 'pdf-unreadable');
      const flowId = context.flow.id;
      context.flow.user.taxUpload = { flowId, form, state: 'submitted', reason: '', decided: null };
      stayAtForm(context);
      return { status: 201, body: { form, state: 'submitted' } };
    },
  },
  isAwaited: (context) => isPending(context),
};

/** Returns the newest form that was filed in this flow. */
const formOf = ({ id, user }: MockFlow): MockTaxForm | null =>
  user?.taxForms.findLast((form) => form.flowId === id) ?? null;

const isPending = ({ flow, session }: Pick<MockContext, 'flow' | 'session'>): boolean =>
  (activeStep(flow.plan)?.name === 'compliance' || owesForm(flow, session)) &&
  (formOf(flow)?.tin_status === 'pending' || flow.user?.taxUpload?.state === 'submitted');

/** The tax authority's second answer. It completes the step where the payee still waits for it. */
function match(world: World, flow: MockFlow, form: MockTaxForm): void {
  form.tin_status = 'matched';
  const waits =
    activeStep(flow.plan)?.name === 'compliance' &&
    statusOf(flow, world.now()) === 'in_progress' &&
    formOf(flow) === form;
  if (waits) completeStep(world, flow, 'compliance', 'verified');
  else world.changed(flow);
}

/** The mock has no addresses. ACH is how banks of the territories are reached, too. */
const knownOf = ({ country, phone, methods }: MockUser): KnownOfPayee => ({
  ...{ said: country, address: null, phone: countryOfPhone(phone) },
  hasUsAccount:
    (country === 'US' || !isAmong([...usPlaces], country ?? '')) &&
    methods.some(({ platform, removed }) => platform === 'ach' && !removed),
});

const namesOf = (user: MockUser | null, country: string | null) => ({
  first_name: user?.first_name,
  last_name: user?.last_name,
  name: fullNameOf(user),
  // On a W-9 the country is always the US, so it is not prefilled.
  country: country === 'US' ? '' : country,
});

function plainFieldsOf({ fields }: MockTaxForm): Record<string, unknown> {
  const all = fields as Readonly<Record<string, unknown>>;
  return Object.fromEntries(taxPrefillFields.map((name) => [name, all[name]]));
}
