/** Milliseconds. This only ends what never comes. */
const patience = 60_000;

/** Resolves once something is so. */
export async function until(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await look());) {
    if (Date.now() > end) throw new Error(`It did not come to this: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
