/**
 * Orders consumer reports from a consumer reporting agency. The agency's verdict is a word; the report itself goes from the
 * agency to the partner and never through this server.
 */
import type { BackgroundCheckDetails, BackgroundCheckStatus } from '../../contract/steps/background-check.ts';

/** What can be said about a report that was ordered. */
export type ReportStatus = Exclude<BackgroundCheckStatus, 'not_started' | 'started'>;

export interface Report {
  /** The agency's name of the report; no personal data. */
  readonly reference: string;
  readonly status: ReportStatus;
  /** `pending` only: ask again after this long; null = the agency calls back. */
  readonly askAgainInMs: number | null;
}

export interface BackgroundCheckProvider {
  /** Orders a report. The same `key` twice is one order. */
  order(order: {
    readonly key: string;
    readonly person: BackgroundCheckDetails;
    readonly copyToPerson: boolean;
  }): Promise<Report>;
  /** Where a report stands. */
  read(reference: string): Promise<Report>;
}
