/** A bell that may ring before anybody waits for it. */
export function createAlarm() {
  let isRinging = false;
  let wake = () => {};
  return {
    ring: () => {
      isRinging = true;
      wake();
    },
    /** Waits until it rings, and stops it. */
    async rung(): Promise<void> {
      if (!isRinging) await new Promise<void>((resolve) => (wake = resolve));
      isRinging = false;
    },
  };
}
