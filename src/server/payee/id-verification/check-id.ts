/**
 * Has the pictures of a try judged: first by what can be read from them here, then by the provider. Running
 * it twice does no harm.
 */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import { findFlow, lockFlow } from '../../db/flows.ts';
import { findIdCheck, idChecksOf } from '../../db/id-checks.ts';
import type { IdCheckRow } from '../../db/id-checks.ts';
import { idUploadsOf } from '../../db/id-uploads.ts';
import { findUser } from '../../db/users.ts';
import { refusalByFacts } from '../../identity/agreement.ts';
import { factsFromPictures } from '../../identity/facts-from-pictures.ts';
import { knownFacts } from '../../identity/known-facts.ts';
import { getImage } from '../../images/image-store.ts';
import type { Deps } from '../../ports/deps.ts';
import type { IdentityAnswer, IdentityImage, IdentitySubject } from '../../ports/id-verification.ts';
import type { Job } from '../../ports/queue.ts';
import { applyAnswer } from './verdict.ts';

/**
 * The handler of the job `check-id`. Reading pictures and asking the vendor take up to a minute and happen
 * outside of any transaction.
 */
export async function checkId(
  deps: Deps,
  { checkId: id, attempt }: Extract<Job, { kind: 'check-id' }>,
): Promise<void> {
  const check = await findIdCheck(deps.db, id);
  if (check?.status !== 'submitted' && check?.status !== 'in_review') return;
  const subject = await subjectOf(deps, check, attempt);
  if (!subject) return;
  const answer = await judge(deps, subject);

  await deps.db.transaction(async (tx) => {
    const flow = await lockFlow(tx, check.flow_id);
    if (!flow) return;
    await applyAnswer(deps, tx, flow, id, answer);
    if (answer.status !== 'waiting' || answer.retryInMs === null) return;
    const at = new Date(deps.clock.now().getTime() + answer.retryInMs);
    await deps.jobs.enqueue(tx, { kind: 'check-id', checkId: id, attempt: attempt + 1 }, at);
  });
}

/**
 * Returns the verdict on the pictures. A document that belongs to somebody else, or has expired, is refused
 * here when the pictures show it: another judge costs money and time.
 */
async function judge(deps: Deps, subject: IdentitySubject): Promise<IdentityAnswer> {
  const now = deps.clock.now();
  if (subject.attempt === 1) {
    // The pictures do not change between attempts, so they are read once.
    const facts = await factsFromPictures(deps, subject);
    const reason = facts && refusalByFacts(facts, subject, now, 'vendor');
    if (reason) return { status: 'rejected', reason };
  }
  const answer = await deps.providers.identity.verify(subject);
  if (answer.status !== 'verified') return answer;
  const reason = answer.facts && refusalByFacts(answer.facts, subject, now);
  return reason ? { status: 'rejected', reason } : answer;
}

/**
 * Returns what the vendor gets to know; null when the payee is gone or has not chosen a document. Then there
 * is nothing to judge, and the job ends.
 */
async function subjectOf(deps: Deps, check: IdCheckRow, attempt: number): Promise<IdentitySubject | null> {
  const flow = await findFlow(deps.db, check.flow_id);
  const user = flow?.user_id ? await findUser(deps.db, flow.app_id, flow.user_id) : null;
  if (!flow || !user || !check.country || !check.document_type) return null;
  return {
    checkId: check.id,
    attempt,
    refusedBefore: (await idChecksOf(deps.db, flow.id)).filter((one) => one.status === 'rejected').length,
    country: check.country,
    documentType: check.document_type,
    ...(await knownFacts(deps, deps.db, user)),
    images: (sides) => imagesOf(deps, check, sides),
  };
}

/** Opens pictures one after the other. Without `sides` it returns all of them. */
async function imagesOf(
  deps: Deps,
  check: IdCheckRow,
  sides?: readonly ImageSide[],
): Promise<IdentityImage[]> {
  const images: IdentityImage[] = [];
  for (const upload of await idUploadsOf(deps.db, check.id)) {
    const { side, media_type: type } = upload;
    if (sides && !sides.includes(side)) continue;
    const bytes = await getImage(deps, deps.db, upload);
    if (bytes && type) images.push({ side, type, bytes });
  }
  return images;
}
