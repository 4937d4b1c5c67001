/** `pdf-form-fill` in the mock: answers are taken, read once more, and signed. The file is a small one. */
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { lettersNotShown, pdfConfirmInput } from '../../../contract/steps/pdf-answers.ts';
import {
  pdfScreen,
  prefillOf,
  readPdfValues,
  signedAs,
  typedFields,
} from '../../../contract/steps/pdf-form-fill-state.ts';
import { mockPdf } from '../pdf.ts';
import { assertCurrent, completeStep } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockStep } from '../step.ts';
import type { MockPdfTemplate } from '../world.ts';

/** Returns what the server's fonts lack, as far as it matters here: letters of some scripts, and emoji. */
const unprintable = (text: string): string[] => [
  ...lettersNotShown(text),
  ...new Set(text.match(/\p{Extended_Pictographic}/gu)),
];

export const pdfFormFill: MockStep<'pdf-form-fill'> = {
  requirement(context) {
    const { world, flow } = context;
    const template = templateOf(context);
    const values = flow.pdfValues ?? prefillOf(template.fields, flow.user, world.now());
    return {
      step: 'pdf-form-fill',
      hide_continue_button: isButtonHidden(flow, 'pdf-form-fill'),
      phase: flow.pdfValues ? 'confirm' : 'fill',
      ...pdfScreen(template, values, flow.user),
    };
  },
  submissions: {
    'POST /session/pdf-form-fill'(context, { body }) {
      assertCurrent(context, 'pdf-form-fill');
      context.flow.pdfValues = readPdfValues(typedFields(templateOf(context).fields), body, unprintable);
    },
    'POST /session/pdf-form-fill/confirm'(context, { body }) {
      assertCurrent(context, 'pdf-form-fill');
      const { world, flow } = context;
      const template = templateOf(context);
      if (!flow.pdfValues)
        throw new ProblemError('step-not-current', { detail: 'The form has not been filled in yet.' });
      signedAs(flow.user, template.fields, parseInput(pdfConfirmInput, body), unprintable);
      flow.user?.filledTemplates.push(template.id);
      completeStep(world, flow, 'pdf-form-fill', 'saved');
    },
  },
  questions: {
    'GET /session/pdf-form-fill/document'(context) {
      assertCurrent(context, 'pdf-form-fill');
      const { pdfValues: values } = context.flow;
      if (!values) throw new ProblemError('no-such-resource');
      const { name, fields } = templateOf(context);
      const lines = typedFields(fields).map(({ id, label }) => `${label}: ${values[id] ?? ''}`);
      return {
        file_name: `${name}.pdf`,
        content_type: 'application/pdf',
        data: mockPdf([name, '', ...lines]),
      };
    },
  },
};

export function templateOf({ world, flow }: MockContext): MockPdfTemplate {
  const template = world.pdfTemplates.get(optionsOf(flow, 'pdf-form-fill')?.template_id ?? '');
  if (!template) throw new ProblemError('service-unavailable');
  return template;
}
