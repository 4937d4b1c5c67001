/** The provider that judges whether a document is real and whether the face belongs to its owner. */
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
  /** The same for every attempt at one check, so that a vendor can recognise a repetition. */
  readonly checkId: string;
  /** 1 when a provider is asked about this check for the first time. */
  readonly attempt: number;
  /** How many earlier tries of this payee were refused in this flow. */
  readonly refusedBefore: number;
  readonly country: string;
  readonly documentType: DocumentType;
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`, when the payee gave it on a tax form. */
  readonly dateOfBirth: string | null;
  /**
   * Returns the pictures of all sides, or of those named. They are read only on demand, because pictures are
   * large and the sandbox does not look at them.
   */
  images(sides?: readonly ImageSide[]): Promise<IdentityImage[]>;
}

/**
 * What was read from the document. Any field may be missing. Those that are there are compared with what the
 * payee said.
 */
export interface DocumentFacts {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth?: string | undefined;
  readonly expires?: string | undefined;
  /** The names were read from a picture, and nothing confirms each letter. */
  readonly namesMayBeMisread?: boolean;
}

export type IdentityVerdict =
  | { readonly status: 'verified'; readonly facts?: DocumentFacts }
  | { readonly status: 'rejected'; readonly reason: RejectionReason };

/**
 * `waiting`: the verdict comes by a callback, or by asking again after `retryInMs`; null means that nobody
 * asks again. `manual`: a person looks at the pictures, or the check is slow for another reason, and the
 * payee should not wait in front of the screen.
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
  /**
   * Judges one attempt. It may be called twice for the same attempt. It must not throw when the network
   * fails: that is `waiting`.
   */
  verify(subject: IdentitySubject): Promise<IdentityAnswer>;
}
