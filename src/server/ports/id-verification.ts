/** Tells whether a document is real and whether the face is its owner's. */
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
  /** The same for every attempt at one check, so that a vendor can tell repetitions. */
  readonly checkId: string;
  /** 1 for the first time that a provider is called for this check. */
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
   * Returns all pictures, or those of some sides. They are read only when this is called: pictures are large,
   * and the sandbox does not look at them.
   */
  images(sides?: readonly ImageSide[]): Promise<IdentityImage[]>;
}

/**
 * What was read from the document. Anything may be missing. What is there is compared with what the payee
 * said.
 */
export interface DocumentFacts {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth?: string | undefined;
  readonly expires?: string | undefined;
  /** The names were read from a picture, so nothing tells whether each letter is right. */
  readonly namesMayBeMisread?: boolean;
}

export type IdentityVerdict =
  | { readonly status: 'verified'; readonly facts?: DocumentFacts }
  | {
      readonly status: 'rejected';
      readonly reason: RejectionReason;
      /** Whose picture is to blame, where that is known. */
      readonly side?: ImageSide | undefined;
    };

/**
 * `waiting`: the verdict comes by a callback, or by asking again after `retryInMs`. With null nobody asks
 * again. `manual`: a person looks at it, or it takes long for another reason, so the payee should not wait in
 * front of the screen.
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
   * May be called twice for the same attempt. It must not throw when the network fails: the answer is
   * `waiting` then.
   */
  verify(subject: IdentitySubject): Promise<IdentityAnswer>;
}
