/** Goes through the chain of an app and compares it with what is stored. Servers may run meanwhile. */
import { chainHead, papersAfter, unlinkedPapers } from '../db/papers.ts';
import type { ChainHead, PaperKind, PaperRow } from '../db/papers.ts';
import { contentHash, linkHash, openRecord } from '../papers/chain.ts';
import type { Deps } from '../ports/deps.ts';
import { contentsOf } from './contents.ts';
import type { Reader } from './contents.ts';

/**
 * What does not fit:
 * - `place`: a link is missing, or stands elsewhere than it did
 * - `link`: the link itself was changed, or the one before it
 * - `content`: what was signed, or the record of how, was changed
 * - `missing`: what was signed is gone, and no link says that it was erased
 * - `unlinked`: something has no link that was signed after the chain began
 * - `head`: the end of the chain is not where it was
 */
export type PaperFault = 'place' | 'link' | 'content' | 'missing' | 'unlinked' | 'head';

export interface FoundFault {
  readonly fault: PaperFault;
  readonly kind: PaperKind | null;
  /** Id of the row that was signed; null where the fault is of the chain. */
  readonly subject: string | null;
  /** Place in the chain, where there is one. */
  readonly number: number | null;
}

export interface Verified {
  /** Links that were compared with what they are about. */
  readonly whole: number;
  readonly erased: number;
  /** What was signed before the chain began, and so has no link. */
  readonly older: number;
  readonly head: ChainHead;
  readonly faults: readonly FoundFault[];
}

/** A PDF has megabytes, so few are in memory at one time. */
const linksAtOnce = 50;

/** `noted` is a head that somebody noted earlier: the chain must still have it. */
export async function verifyPapers(
  deps: Reader,
  appId: string,
  noted?: Pick<ChainHead, 'number' | 'hash'>,
): Promise<Verified> {
  const faults: FoundFault[] = [];
  // Read first: what is signed meanwhile stands behind it, and what is not linked yet was not signed yet.
  const head = await chainHead(deps.db, appId);
  const unlinked = await unlinkedPapers(deps.db, appId);
  const live = new Map<string, PaperRow>();
  const erased = new Set<string>();
  let last: { readonly number: number; readonly hash: Buffer } = { number: 0, hash: Buffer.alloc(0) };
  let began: Date | null = null;
  let isNoted = noted === undefined || noted.number === 0;
  while (last.number < head.number) {
    const links = await papersAfter(deps.db, appId, last.number, linksAtOnce);
    for (const paper of links) {
      if (paper.number > head.number) break;
      began ??= paper.created;
      const fault = faultOfLink(deps, paper, last);
      if (fault) faults.push({ fault, kind: paper.kind, subject: paper.subject_id, number: paper.number });
      if (noted?.number === paper.number && noted.hash.equals(paper.hash)) isNoted = true;
      if (paper.kind === 'erasure') erased.add(paper.subject_id);
      // A paper that was signed anew replaces itself: the newest link is about what is there.
      else live.set(`${paper.kind} ${paper.subject_id}`, paper);
      last = paper;
    }
    if (links.length < linksAtOnce) break;
  }
  if (last.number !== head.number || !last.hash.equals(head.hash) || !isNoted)
    faults.push({ fault: 'head', kind: null, subject: null, number: last.number });
  for (const paper of live.values()) {
    const fault = erased.has(paper.id) ? faultOfErased(paper) : await faultOfContent(deps, paper);
    if (fault) faults.push({ fault, kind: paper.kind, subject: paper.subject_id, number: paper.number });
  }
  const added = unlinked.filter(({ signed }) => began !== null && signed >= began);
  for (const { kind, subject_id } of added)
    faults.push({ fault: 'unlinked', kind, subject: subject_id, number: null });
  return {
    whole: live.size - erased.size,
    erased: erased.size,
    older: unlinked.length - added.length,
    ...{ head, faults },
  };
}

function faultOfLink(
  deps: Pick<Deps, 'vault'>,
  paper: PaperRow,
  last: { readonly number: number; readonly hash: Buffer },
): PaperFault | null {
  if (paper.number !== last.number + 1) return 'place';
  return paper.previous.equals(last.hash) && paper.hash.equals(linkHash(deps, paper)) ? null : 'link';
}

const faultOfErased = ({ record_sealed }: PaperRow): PaperFault | null =>
  record_sealed.length === 0 ? null : 'content';

async function faultOfContent(deps: Reader, paper: PaperRow): Promise<PaperFault | null> {
  if (paper.kind === 'erasure') return null;
  try {
    const record = openRecord(deps, paper);
    const content = await contentsOf[paper.kind](deps, paper.subject_id);
    if (!content) return 'missing';
    return paper.content_hash.equals(contentHash(deps, record, content)) ? null : 'content';
  } catch {
    // A seal that does not open, or something else than what was sealed.
    return 'content';
  }
}
