/**
 * Orders consumer reports from a consumer reporting agency. The agency's verdict is a word. The report itself
 * goes from the agency to the partner and never through this server.
 */
import type { BackgroundCheckDetails, BackgroundCheckStatus } from '../../contract/steps/background-check.ts';

/** The states of a report that was ordered. */
export type ReportStatus = Exclude<BackgroundCheckStatus, 'not_started' | 'started'>;

export interface Report {
  /** The agency's name of the report. It has no personal data. */
  readonly reference: string;
  readonly status: ReportStatus;
  /** With `pending` only: ask again after this long. Null: the agency calls back. */
  readonly askAgainInMs: number | null;
}

export interface BackgroundCheckProvider {
  /** Orders a report. Two orders with the same `key` are one. */
  order(order: {
    readonly key: string;
    readonly person: BackgroundCheckDetails;
    readonly copyToPerson: boolean;
  }): Promise<Report>;
  /** Returns where a report stands. */
  read(reference: string): Promise<Report>;
}
