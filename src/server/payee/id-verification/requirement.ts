/** What the id-verification step shows on the device that requests it. */
import { wholeName } from '../../../contract/forms/names.ts';
import { shownHandoff } from '../../../contract/steps/handoff-state.ts';
import {
  imageTypes,
  maximumImageBytes,
  minimumLongSide,
  minimumShortSide,
  uploadChunkBytes,
} from '../../../contract/steps/id-documents.ts';
import type { IdUpload, IdVerificationRequirement } from '../../../contract/steps/id-verification.ts';
import type { IdUploadRow } from '../../db/id-uploads.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { countryOf } from '../../tax/residence.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { loadState } from './state.ts';

/**
 * Returns what the step shows. It has no picture and no number of a document, only how far each upload is.
 */
export async function idVerificationRequirement(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<IdVerificationRequirement> {
  const { flow, user } = context;
  const now = deps.clock.now();
  const state = await loadState(tx, context, now);
  const isActive = activeStep(flow.plan)?.name === 'id-verification';
  return {
    step: 'id-verification',
    hide_continue_button: optionsOf(flow, 'id-verification')?.hide_continue_button ?? false,
    reason: flow.plan.find((entry) => entry.name === 'id-verification')?.reason ?? 'requested',
    // The phone stays on this step when the flow has gone on.
    phase: isActive ? state.phase : 'done',
    default_country: countryOf(user),
    name: wholeName(user ?? {}) || null,
    document: state.document,
    needs: isActive ? [...state.needs] : [],
    uploads: state.uploads.map(uploadObject),
    limits: {
      max_bytes: maximumImageBytes,
      min_long_side: minimumLongSide,
      min_short_side: minimumShortSide,
      types: [...imageTypes],
      chunk_bytes: uploadChunkBytes,
    },
    tries_left: Math.max(0, state.triesLeft),
    rejection: state.refused.at(-1)?.reason ?? null,
    rejected_side: state.refused.at(-1)?.rejected_side ?? null,
    // A person looks at the pictures, so the page may be closed.
    manual: state.check?.status === 'in_review',
    handoff: shownHandoff(state.handoff.row, now, { ...state, state: state.handoff.state }),
  };
}

export const uploadObject = (upload: IdUploadRow): IdUpload => ({
  upload_id: upload.id,
  side: upload.side,
  size: upload.size,
  offset: upload.received,
  state: upload.state,
  refusal: upload.refusal,
  chunk_bytes: uploadChunkBytes,
});
