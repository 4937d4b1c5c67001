/**
 * Orders consumer reports from a consumer reporting agency. This server learns the agency's verdict as one
 * word. The report itself goes from the agency to the partner and never passes through here.
 */
import type { BackgroundCheckDetails, BackgroundCheckStatus } from '../../contract/steps/background-check.ts';

/** The statuses that a report can have once it was ordered. */
export type ReportStatus = Exclude<BackgroundCheckStatus, 'not_started' | 'started'>;

export interface Report {
  /** The agency's own id of the report. It holds no personal data. */
  readonly reference: string;
  readonly status: ReportStatus;
  /** For `pending` only: ask again after this long. Null: the agency calls back. */
  readonly askAgainInMs: number | null;
}

export interface BackgroundCheckProvider {
  /** Orders a report. Two orders with the same `key` are one order. */
  order(order: {
    readonly key: string;
    readonly person: BackgroundCheckDetails;
    readonly copyToPerson: boolean;
  }): Promise<Report>;
  /** Returns where a report stands. */
  read(reference: string): Promise<Report>;
}
