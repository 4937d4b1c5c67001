/** What all such lists have in common. */
interface Row {
  readonly id: string;
}

/**
 * Returns the row that was not there before. The answer to adding is the whole requirement, and does not say
 * which row is new.
 */
export const addedTo = <T extends Row>(before: readonly T[], now: readonly T[]): T | undefined =>
  now.find(({ id }) => !before.some((other) => other.id === id));

/** Returns the `id` of the row's element. */
export const rowId = ({ id }: Row): string => `method-${id}`;

/**
 * Returns the selector of the row, for `moveFocus`. It compares the attribute, so that nothing in an id has
 * to be escaped.
 */
export const rowOf = (row: Row): string => `[id="${rowId(row)}"]`;
