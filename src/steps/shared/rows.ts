/** Rows of a list of accounts or payout methods. */
interface Row {
  readonly id: string;
}

/** The one that was not there before. */
export const addedTo = <T extends Row>(before: readonly T[], now: readonly T[]): T | undefined =>
  now.find(({ id }) => !before.some((other) => other.id === id));

export const rowId = ({ id }: Row): string => `method-${id}`;

/** For `moveFocus`. */
export const rowOf = (row: Row): string => `[id="${rowId(row)}"]`;
