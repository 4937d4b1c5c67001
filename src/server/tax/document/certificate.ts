/**
 * The last page of a filed form: who filed it, how they were authenticated, from where, and what led to it.
 * An auditor asks for that beside the form (Treas. Reg. §1.1441-1(e)(4)(iv); IRS Announcement 98-27).
 */
import type { PaperRow } from '../../db/papers.ts';
import type { PaperRecord } from '../../papers/chain.ts';
import type { Signing } from '../../papers/signing.ts';
import type { Printer } from './printer.ts';
import { quiet } from './printer.ts';

/** The link of a form in the chain of what was signed, opened. */
export interface Certificate {
  readonly paper: Pick<PaperRow, 'id' | 'number' | 'created' | 'content_hash' | 'hash'>;
  readonly record: PaperRecord;
}

type Entry = readonly [label: string, value: string];

/** Returns every text of the page, so that its letters can be embedded. */
export const certificateTexts = (certificate: Certificate): string[] =>
  partsOf(certificate).flatMap(({ entries }) => entries.map(([, value]) => value));

export function printCertificate(print: Printer, certificate: Certificate): void {
  print.turn();
  print.text('Certificate of electronic filing', { bold: true, size: 16 });
  print.text('It was recorded when the form was filed, and is sealed. It is no part of the form.', {
    size: 8,
    color: quiet,
    before: 2,
  });
  for (const { title, entries } of partsOf(certificate)) {
    print.rule(10);
    print.text(title, { bold: true, size: 11, before: 3 });
    for (const [label, value] of entries) print.pair(label, value);
  }
}

function partsOf({ paper, record }: Certificate): { title: string; entries: Entry[] }[] {
  const { signing, texts } = record;
  return [
    { title: 'Requester', entries: signing ? requesterOf(signing) : [] },
    { title: 'Who filed it', entries: signing ? filerOf(signing) : [] },
    {
      title: 'Accesses that led to it',
      entries: (signing?.accesses ?? []).map(({ what, at }) => [what, moment(at)] as const),
    },
    {
      title: 'Texts that were shown',
      entries: texts.map(
        ({ name, version, sha256 }) => [`${name}: ${version}`, sha256 ? `SHA-256 ${sha256}` : ''] as const,
      ),
    },
    {
      title: 'Place in the chain of what was signed',
      entries: [
        ['Link', `${paper.number} (${paper.id})`],
        ['Written down', moment(paper.created.toISOString())],
        ['Hash of this form and record, keyed', paper.content_hash.toString('hex')],
        ['Hash of the link, keyed', paper.hash.toString('hex')],
      ],
    },
  ];
}

const requesterOf = ({ requester }: Signing): Entry[] => [
  ['Name', requester.name],
  ['Address', requester.address ?? ''],
];

function filerOf({ by, user_id, flow_id, session, api_key_id, address, language }: Signing): Entry[] {
  return [
    ['Filed by', by === 'payee' ? 'The payee' : 'The requester, for the payee, through its own systems'],
    ['User', user_id ?? ''],
    ['Flow', flow_id ?? ''],
    ...(session ? sessionOf(session) : []),
    ...(api_key_id ? [['API key of the requester', api_key_id] as const] : []),
    ['Network address', address ?? ''],
    ['Language of the page', language ?? ''],
  ];
}

function sessionOf({ id, origin, authenticated, proved, phone }: NonNullable<Signing['session']>): Entry[] {
  const when = proved ? `, ${moment(proved)}` : '';
  return [
    ['Session', id],
    ['Page', origin ?? ''],
    [
      'Authenticated',
      authenticated === 'code'
        ? `By a one-time code to the phone ending in ${phone ?? 'unknown'}${when}`
        : `By a link that the requester had made for this payee less than 15 minutes before${when}`,
    ],
  ];
}

const moment = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
