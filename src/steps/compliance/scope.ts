/** What the templates of the tax forms are given of the step. */
import type { nothing, TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { TaxFormName } from '../../contract/forms/tax.ts';
import { textField, type FormView, type TextSpec } from '../../ui/fields.ts';
import type { Term, Translate } from '../../locales/catalogue.ts';
import type { Revealed } from '../../ui/revealed.ts';
import type { Page } from './read-forms.ts';
import type { W8 } from './w8/fields.ts';

/** The step itself fits this. */
export interface Scope {
  readonly view: FormView;
  readonly t: Translate;
  readonly requirement: RequirementOf<'compliance'>;
  /** Whether the tax number is readable. */
  readonly revealed: Revealed;
  /** Returns what a business is asked on the first page of a W-9, or what stands in while it is loaded. */
  business(): TemplateResult | typeof nothing;
  /** Returns the address of a W-9 in the United States, or what stands in while it is loaded. */
  usAddress(): TemplateResult | typeof nothing;
  /** Returns what is said of a number that the IRS knows under another name; nothing without a mismatch. */
  mismatch(): TemplateResult | typeof nothing;
  /** Returns what is asked of a claim that does not fit what is known, or what stands in for it. */
  claim(form: W8 | 'w9'): TemplateResult | typeof nothing;
  /** Says something to screen readers. */
  tell(text: string): void;
  /** Changes to another form, for instance from a notice that says that this one is wrong. */
  useForm(form: TaxFormName): void;
  /** Goes to the forms that are not filled in here. */
  readonly goOther: () => void;
  /** Goes to a page, and from there back. */
  readonly change: (page: Page) => void;
}

/** The fields that have a label in the catalogue. A field without one does not compile. */
type Name = Term extends infer T ? (T extends `compliance.${infer N}.label` ? N : never) : never;

/** Returns a text field whose label is the term of its name. */
export function text(
  { view, t }: Scope,
  name: Name,
  spec: Omit<TextSpec, 'name' | 'label'> & { readonly label?: string },
): TemplateResult {
  return textField(view, { name, label: t(`compliance.${name}.label`), ...spec });
}
