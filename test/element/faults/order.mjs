/**
 * Two commands for test/element/faults: what `npm run faults` has asked for, and a line for its terminal. A
 * page has no environment, and what it logs is printed at the end only.
 */
const { FAULTS_SCHEDULES, FAULTS_SEED = '1', FAULTS_CELLS } = process.env;

/** Milliseconds for one file of tests: what was ordered takes as long as it takes. */
export const faultsLimit = FAULTS_SCHEDULES ? 7_200_000 : 300_000;

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function faultsOrder() {
  return {
    name: 'faults-order',
    executeCommand({ command, payload }) {
      if (command === 'faults-order')
        return {
          schedules: FAULTS_SCHEDULES === undefined ? null : Number(FAULTS_SCHEDULES),
          seed: Number(FAULTS_SEED),
          cells: FAULTS_CELLS ?? null,
        };
      if (command !== 'faults-say') return undefined;
      console.log(payload);
      return true;
    },
  };
}
