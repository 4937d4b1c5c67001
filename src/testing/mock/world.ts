/** What the mock remembers: plain objects in place of a database, and one queue of what is due. */
import type { Withheld } from '../../contract/money/withheld-of.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { FlowOrigin, FlowStatus, PlanEntry } from '../../contract/flow.ts';
import type { PayoutFailure } from '../../contract/money/payout-failures.ts';
import type { TransferStatus } from '../../contract/money/transfers.ts';
import type { CodeChannel } from '../../contract/steps/authentication.ts';
import type { BackgroundCheckStatus } from '../../contract/steps/background-check.ts';
import type { KnownPerson } from '../../contract/steps/background-check-state.ts';
import type { TinStatus } from '../../contract/steps/compliance.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { KeptHandoff } from '../../contract/steps/handoff-state.ts';
import type { BankLink, PaymentMethod } from '../../contract/steps/manage-payments.ts';
import type { DocumentType, RejectionReason } from '../../contract/steps/id-documents.ts';
import type { IdUpload } from '../../contract/steps/id-verification.ts';
import type { IdCheckStatus } from '../../contract/steps/id-verification-state.ts';
import type { PdfTemplate } from '../../contract/steps/pdf-form-fill.ts';
import type { PdfValues } from '../../contract/steps/pdf-form-fill-state.ts';
import type { PayoutNotice } from '../../contract/steps/payout.ts';
import type { Draft } from '../../contract/steps/drafts.ts';
import type { Completion } from '../../contract/steps/session.ts';
import type { StepName, StepRequestInput } from '../../contract/steps.ts';
import { noHelp, type Help } from './help.ts';
import type { MockClock } from './clock.ts';
import type { MockSession, OpenTo } from './session.ts';
import type { MockTaxUpload } from './upload.ts';

export interface MockTaxForm {
  readonly flowId: string;
  readonly created: Date;
  readonly form: ComplianceInput['form'];
  readonly fields: ComplianceInput;
  readonly tinLast4: string | null;
  tin_status: TinStatus;
}

export interface MockMethod extends PayoutMethod {
  /** The account as it was given. It never leaves the mock. */
  readonly details: PayoutMethodInput;
  readonly identity: string;
  readonly knownSince: Date;
  is_default: boolean;
  removed: boolean;
}

export interface MockPayout {
  readonly id: string;
  readonly flowId: string;
  readonly created: Date;
  readonly amount: number;
  readonly fee: number;
  readonly feeParty: 'user' | 'platform';
  readonly withheld?: Withheld | undefined;
  readonly method: MockMethod;
  status: TransferStatus;
  readonly history: { status: TransferStatus; timestamp: string }[];
  failure: PayoutFailure | null;
  /** The rail is asked again. */
  watched: boolean;
}

export type MockPaymentMethod = PaymentMethod & { readonly identity: string };

export interface MockUpload extends IdUpload {
  readonly created: Date;
}

/** A link that carries `id-verification` to a phone. */
export interface MockHandoff extends KeptHandoff {
  state: KeptHandoff['state'];
  readonly token: string;
  expires_at: Date;
}

/** One try to prove an identity. */
export interface MockIdCheck {
  status: IdCheckStatus;
  document: { readonly country: string; readonly document_type: DocumentType } | null;
  readonly uploads: MockUpload[];
  reason: RejectionReason | null;
  side: MockUpload['side'] | null;
}

export interface MockCheck {
  readonly flowId: string;
  status: BackgroundCheckStatus;
  person: KnownPerson;
  disclosed: boolean;
  orders: number;
}

/** A PDF form that payees can be given. */
export type MockPdfTemplate = Pick<PdfTemplate, 'id' | 'name' | 'pages' | 'fields'>;

export interface MockUser {
  readonly id: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  country: string | null;
  readonly created: Date;
  readonly phone: string;
  /** As the partner gave it. */
  readonly dateOfBirth: string | null;
  phoneVerified: boolean;
  /** When a code last let the payee in; until then, when they were made. */
  confirmed: Date;
  /** The browsers in which a code let them in. */
  readonly browsers: Set<string>;
  ofac: 'unflagged' | 'id_verification_required' | 'in_review' | 'flagged';
  identity: 'unverified' | 'in_review' | 'verified' | 'failed';
  autoPayout: boolean;
  /** Integer cents in the wallet. */
  balance: number;
  /** In the order in which they were added; removed ones stay. */
  readonly methods: MockMethod[];
  readonly taxForms: MockTaxForm[];
  /** The newest form that was uploaded; null: another form has followed, or there was none. */
  taxUpload: MockTaxUpload | null;
  readonly payouts: MockPayout[];
  readonly paymentMethods: MockPaymentMethod[];
  readonly checks: MockCheck[];
  /** The ids of PDF forms that this payee has handed over. */
  readonly filledTemplates: string[];
}

/** A code that was sent and not used yet. */
export interface MockCode {
  readonly sent: Date;
  readonly phone: { readonly e164: string; readonly country: string };
  readonly channel: CodeChannel;
  attempts: number;
}

/** What the payee reviews, and the payout that came of it. */
export interface MockDraft {
  readonly id: string;
  readonly amount: number;
  readonly methodId: string;
  readonly quote: { readonly fee: number; readonly net: number; readonly withheld?: Withheld } | null;
  readonly notice: PayoutNotice | null;
  readonly payout: MockPayout | null;
}

export interface MockFlow {
  readonly id: string;
  readonly created: Date;
  updated: Date;
  user: MockUser | null;
  readonly steps: readonly StepRequestInput[];
  plan: readonly PlanEntry[];
  readonly requireAuth: boolean;
  readonly metadata: unknown;
  readonly origin: FlowOrigin;
  status: Exclude<FlowStatus, 'expired'>;
  readonly expires: Date | null;
  /** Until when a new session needs no code, in which browser (null is any), and by what proof. */
  open: OpenTo | null;
  /** The phone that was confirmed in this flow. */
  phone: MockCode['phone'] | null;
  /** How the code came that confirmed it. */
  phoneChannel: CodeChannel | null;
  code: MockCode | null;
  readonly completions: Completion[];
  /** When the last of them came. */
  lastCompleted: Date | null;
  completedEventId: string | null;
  payoutsChanged: boolean;
  draft: MockDraft | null;
  /** What was typed and not sent yet, by step. */
  readonly drafts: Map<StepName, { readonly values: Draft; readonly expires: Date }>;
  bankLink: BankLink | null;
  /** Answers to the PDF form that is being read. */
  pdfValues: PdfValues | null;
  readonly idChecks: MockIdCheck[];
  handoff: MockHandoff | null;
  /** The first bytes of each picture, by upload. */
  readonly pictureHeads: Map<string, Uint8Array>;
}

/** A webhook that the server would have sent. */
export interface MockWebhook {
  /** The `webhook-id`: the `eventId` of the event in the page. */
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>> & { readonly event: string };
}

interface Due {
  readonly at: number;
  readonly run: () => void;
}

export class World {
  readonly clock: MockClock;
  readonly flows = new Map<string, MockFlow>();
  readonly users = new Map<string, MockUser>();
  readonly pdfTemplates = new Map<string, MockPdfTemplate>();
  readonly sessions = new Set<MockSession>();
  readonly webhooks: MockWebhook[] = [];
  /** What event streams wait for. */
  readonly #listeners = new Set<() => void>();
  #due: Due[] = [];

  help: Help = noHelp;
  /** How long nothing is sent to a payout method that is new. */
  methodWaitMs = 0;
  withholding: 'deduct' | 'report' = 'report';

  constructor(clock: MockClock) {
    this.clock = clock;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Runs `work` once the clock has gone on by so many milliseconds. */
  later(ms: number, work: () => void): void {
    this.#due.push({ at: this.now().getTime() + ms, run: work });
    this.#due.sort((one, other) => one.at - other.at);
  }

  /** Does what is due by now. Whoever reads the world calls it first. */
  settle(): void {
    const now = this.now().getTime();
    for (let next = this.#due[0]; next && next.at <= now; next = this.#due[0]) {
      this.#due.shift();
      next.run();
    }
  }

  /** Returns in how many milliseconds something is due; null when nothing is. */
  nextDue(): number | null {
    const [next] = this.#due;
    return next ? Math.max(0, next.at - this.now().getTime()) : null;
  }

  /** Tells the event streams to look. */
  changed(flow?: MockFlow): void {
    if (flow) flow.updated = this.now();
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each change. Returns the function that ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
