/** Whoever tells whether a document is real and the face is its owner's. */
import type {
  DocumentType,
  ImageSide,
  ImageType,
  RejectionReason,
} from '../../contract/steps/id-documents.ts';

export interface IdentityImage {
  readonly side: ImageSide;
  readonly type: ImageType;
  readonly bytes: Buffer;
}

export interface IdentitySubject {
  /** The same for every attempt at one check; a vendor tells repetitions by it. */
  readonly checkId: string;
  /** 1 for the first time a provider is asked about this check. */
  readonly attempt: number;
  /** How many tries of this payee were refused before, in this flow. */
  readonly refusedBefore: number;
  readonly country: string;
  readonly documentType: DocumentType;
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`, when the payee gave it on a tax form. */
  readonly dateOfBirth: string | null;
  /** All, or those of some sides. Read only when asked for: pictures are large, and the sandbox does not look at them. */
  images(sides?: readonly ImageSide[]): Promise<IdentityImage[]>;
}

/** What was read from the document. Anything may be missing; what is there is compared with what the payee said. */
export interface DocumentFacts {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth?: string | undefined;
  readonly expires?: string | undefined;
  /** The names were read from a picture, where nothing tells whether each letter is right. */
  readonly namesMayBeMisread?: boolean;
}

export type IdentityVerdict =
  | { readonly status: 'verified'; readonly facts?: DocumentFacts }
  | { readonly status: 'rejected'; readonly reason: RejectionReason };

/**
 * `waiting`: the verdict comes by a callback, or by asking again after `retryInMs`; null = it is not asked again. `manual`: a person
 * looks at it, or it takes long for another reason, and the payee should not wait in front of the screen.
 */
export type IdentityAnswer =
  | IdentityVerdict
  | {
      readonly status: 'waiting';
      readonly manual: boolean;
      readonly retryInMs: number | null;
      readonly reference?: string | undefined;
    };

export interface VerificationProvider {
  /** May be asked twice about the same attempt. Must not throw for what the network does: that is `waiting`. */
  verify(subject: IdentitySubject): Promise<IdentityAnswer>;
}
