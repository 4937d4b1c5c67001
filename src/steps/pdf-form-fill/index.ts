/** The module of `pdf-form-fill`, which the manifest loads. */
import { pdfFormFill as messages } from '../../locales/en/pdf-form-fill.ts';
import type { StepModule } from '../step-element.ts';
import { PdfFormFillStep } from './pdf-form-fill-step.ts';
import { parts } from '../shared/parts.ts';

export default { tag: 'dots-pdf-form-fill', element: PdfFormFillStep, messages, parts } satisfies StepModule;
