/** What the templates of the tax forms are given of the step. */
import type { TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { TaxFormName } from '../../contract/forms/tax.ts';
import { textField, type FormView, type TextSpec } from '../../ui/fields.ts';
import type { Term, Translate } from '../../locales/catalogue.ts';
import type { Revealed } from '../../ui/revealed.ts';

export interface Scope {
  readonly view: FormView;
  readonly t: Translate;
  readonly requirement: RequirementOf<'compliance'>;
  readonly revealed: Revealed;
  /** Says something to screen readers. */
  tell(text: string): void;
  useForm(form: TaxFormName): void;
  /** The finished form to read before signing, or the button that asks for it. */
  readonly review: TemplateResult;
}

type Name = Term extends infer T ? (T extends `compliance.${infer N}.label` ? N : never) : never;

/** A text field labelled by the term of its name. */
export function text(
  { view, t }: Scope,
  name: Name,
  spec: Omit<TextSpec, 'name' | 'label'> & { readonly label?: string },
): TemplateResult {
  return textField(view, { name, label: t(`compliance.${name}.label`), ...spec });
}
