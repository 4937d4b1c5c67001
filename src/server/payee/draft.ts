/** Drafts: what was typed in a step and not sent yet. They are sealed, and in no log and no event. */
import type { Context } from 'hono';
import { draftLifetime, hasDraft, type Draft } from '../../contract/steps/drafts.ts';
import { assertKept, readDraft } from '../../contract/steps/drafts-input.ts';
import { typedFields } from '../../contract/steps/pdf-form-fill-state.ts';
import type { StepName } from '../../contract/steps.ts';
import { findDraft, upsertDraft } from '../db/drafts.ts';
import { readJson } from '../http/body.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';
import { pdfState } from './pdf-form-fill/state.ts';
import { assertCurrent, assertRunning, loadContext } from './session/context.ts';
import { requireSession } from './session/sessions.ts';

const place = (flowId: string, step: StepName): Place => ({
  what: `draft of ${step} in flow ${flowId}`,
  owner: flowId,
});

/**
 * Keeps what the payee has typed so far. It changes nothing of the flow, so other windows hear nothing of it,
 * and it needs no Idempotency-Key: the last one counts.
 */
export async function saveDraft(c: Context, deps: Deps): Promise<{ readonly kept_until: string }> {
  const session = await requireSession(deps, c);
  const { step, values } = readDraft(await readJson(c));
  const now = deps.clock.now();
  const expires = new Date(now.getTime() + draftLifetime);
  await deps.db.transaction(async (tx) => {
    // Locked, so that a draft that is late does not outlive its step.
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, now);
    assertCurrent(context, step, now);
    const form = step === 'pdf-form-fill' ? (await pdfState(deps, tx, context)).template.fields : [];
    assertKept(step, values, typedFields(form));
    const { id } = context.flow;
    await upsertDraft(tx, id, step, deps.vault.seal(place(id, step), JSON.stringify(values)), expires);
  });
  return { kept_until: expires.toISOString() };
}

/** Returns the part of the requirement that has the draft; nothing when there is none. */
export async function draftOf(
  deps: Deps,
  tx: Queryable,
  flowId: string,
  step: StepName,
): Promise<{ readonly typed?: Draft }> {
  if (!hasDraft(step)) return {};
  const sealed = await findDraft(tx, flowId, step, deps.clock.now());
  return sealed ? { typed: JSON.parse(deps.vault.open(place(flowId, step), sealed)) as Draft } : {};
}
