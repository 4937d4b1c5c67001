/**
 * Whether the payee is asked once more for a tax form that they went on from while it was looked at. The
 * server has the same rule (`payee/session/owed-form.ts`).
 */
import type { MockContext } from './step.ts';
import type { MockSession } from './session.ts';
import type { MockFlow } from './world.ts';

/** Shown when the link is opened again, or once a payout needs it; nobody is torn away from another step. */
export function owesForm(flow: MockFlow, { revisits, created, handoff }: MockSession): boolean {
  const verdict = handoff ? null : verdictSince(flow);
  if (verdict === null) return false;
  return revisits === 'compliance' || (verdict !== 'pending' && verdict <= created);
}

/** Returns whether the form of this flow was refused after the payee had gone on. */
export const isFormRefused = (flow: MockFlow): boolean => verdictSince(flow) instanceof Date;

/** Has the payee stay while another form is looked at, until they go on. */
export function stayAtForm({ flow, session }: Pick<MockContext, 'flow' | 'session'>): void {
  if (owesForm(flow, session)) session.revisits = 'compliance';
}

function verdictSince({ id, user, completions }: MockFlow): Date | 'pending' | null {
  if (!user || !completions.some(({ step, outcome }) => step === 'compliance' && outcome === 'pending'))
    return null;
  const { taxUpload: upload, taxForms } = user;
  if (upload?.flowId === id && upload.state === 'submitted') return 'pending';
  if (upload?.flowId === id && upload.state === 'refused') return upload.decided;
  const form = taxForms.at(-1);
  if (form?.flowId !== id) return null;
  if (form.tin_status === 'pending') return 'pending';
  return form.tin_status === 'mismatched' ? form.created : null;
}
