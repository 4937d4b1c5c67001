/** What is different for a payee who came back to a tax form that was refused after they had gone on. */
import type { StepOutcome } from '../../../contract/steps/session.ts';
import { updateSession } from '../../db/sessions.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { owedStep } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { endStep } from '../session/visit.ts';

/** Has the payee stay while another form, or its number, is looked at, until they go on. */
export async function stayAtForm(tx: Queryable, context: PayeeContext): Promise<void> {
  if (context.owed === 'compliance') await goToForm(tx, context);
}

/** Shows the refused form to a payee who is at another step. */
export async function goToForm(tx: Queryable, context: PayeeContext): Promise<void> {
  context.session = await updateSession(tx, context.session.id, { revisits: 'compliance' });
  context.owed = await owedStep(tx, context);
}

/** Ends the step, which is not completed twice: the flow goes on where it stood. */
export async function endForm(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  outcome: StepOutcome,
): Promise<void> {
  await endStep(deps, tx, context, 'compliance', outcome);
  context.owed = await owedStep(tx, context);
}
