/** What the templates of this step are given of the step: where it stands, and what their controls can do. */
import type { TemplateResult, nothing } from 'lit';
import type { PaymentMethod } from '../../contract/steps/manage-payments.ts';
import type { AccountNumbersOptions } from '../../ui/account-numbers.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import type { BankWindow } from './bank-window.ts';
import type { InstitutionSearch } from './institution-search.ts';
import type { Place, Requirement } from './screens.ts';

/** The step itself implements this. */
export interface Scope extends Pick<MultiScreenStep<Requirement>, 'requirement' | 'view' | 't' | 'context'> {
  readonly search: InstitutionSearch;
  readonly bankWindow: BankWindow;
  readonly numbers: AccountNumbersOptions;
  /** The account that the screen is about. */
  readonly method: PaymentMethod | undefined;
  /** Whether something is being done to this account. */
  isSending(id: string): boolean;
  /** Goes to a screen without the server. */
  go(place: Place): void;
  /** Gives up the sign-in at the bank, then goes there. */
  leaveLink(place: Place): Promise<void>;
  finish(): void;
  makeDefault(method: PaymentMethod): Promise<void>;
  removeMethod(method: PaymentMethod): Promise<void>;
}

/**
 * One screen: heading, form body, main button (absent: there is nothing to press), and the quieter ways on. A
 * way that is null is left out.
 */
export interface ScreenParts {
  readonly title: string;
  readonly lead?: string;
  readonly body: TemplateResult | typeof nothing;
  readonly button?: string;
  readonly links?: readonly (readonly [label: string, onClick: () => void] | null)[];
}
