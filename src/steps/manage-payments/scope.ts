/** What the templates of this step need to know about where they stand, and what they answer with. */
import type { TemplateResult, nothing } from 'lit';
import type { FormView } from '../../ui/fields.ts';
import type { Translate } from '../../locales/catalogue.ts';
import type { PaymentMethod } from '../../contract/steps/manage-payments.ts';
import type { AccountNumbersOptions } from '../../ui/account-numbers.ts';
import type { Place, Requirement } from './screens.ts';
import type { InstitutionSearch } from './institution-search.ts';

export interface Scope {
  readonly requirement: Requirement;
  readonly view: FormView;
  readonly t: Translate;
  /** Banks are simulated, and the payee must not take them for theirs. */
  readonly sandbox: boolean;
  readonly search: InstitutionSearch;
  readonly numbers: AccountNumbersOptions;
  /** The account that the screen is about. */
  readonly method: PaymentMethod | undefined;
  /** Id of the account that something is being done to. */
  readonly working: string | null;
  readonly go: (place: Place) => void;
  /** Gives up the sign-in, then goes there. */
  readonly leaveLink: (place: Place) => void;
  readonly look: () => void;
  readonly finish: () => void;
  readonly makeDefault: (method: PaymentMethod) => void;
  readonly remove: (method: PaymentMethod) => void;
}

/** One screen: heading, form body, main button (none: there is nothing to press), and the quiet ways on. */
export interface ScreenParts {
  readonly title: string;
  readonly lead?: string;
  readonly body: TemplateResult | typeof nothing;
  readonly button?: string;
  readonly links?: readonly (readonly [label: string, onClick: () => void] | null)[];
}
