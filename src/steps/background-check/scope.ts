/** What the templates of this step are given of the step: what they show, and what they change. */
import type { TemplateResult } from 'lit';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { textField, type FormView, type TextSpec } from '../../ui/fields.ts';
import type { Term, Translate } from '../../locales/catalogue.ts';
import type { Revealed } from '../../ui/revealed.ts';

/** The step itself fits this, and the tests' own objects do. */
export interface Scope {
  readonly view: FormView;
  readonly t: Translate;
  readonly requirement: RequirementOf<'background-check'>;
  readonly revealed: Revealed;
}

/** The fields that have a label in the catalogue. A field without one does not compile. */
type Name = Term extends infer T ? (T extends `background-check.${infer N}.label` ? N : never) : never;

/** Returns a text field whose label is the term of its name. */
export function text({ view, t }: Scope, name: Name, spec: Omit<TextSpec, 'name' | 'label'>): TemplateResult {
  return textField(view, { name, label: t(`background-check.${name}.label`), ...spec });
}
