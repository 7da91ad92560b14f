// Waiting between attempts. A restarted server must not be met by a whole school at the same moment.

const LONGEST_PAUSE = 30_000; // ms

/** Full jitter: anything up to 0.5 s after the first failure, up to 30 s after the seventh. */
export function jitter(failures) {
  return Math.random() * Math.min(LONGEST_PAUSE, 500 * 2 ** Math.max(0, failures - 1));
}

/** Pauses that a person, a restored network or a tab brought to front may cut short. */
export class Patience {
  #sleepers = new Set();

  /** @param {number} failures In a row. @param {number} retryAfter Seconds the server asked for: nobody cuts those short. */
  async rest(failures, retryAfter = 0) {
    await new Promise(resolve => setTimeout(resolve, Math.min(retryAfter, 600) * 1000));
    await this.sleep(jitter(failures));
  }

  /** @param {number} milliseconds Unless woken earlier. */
  sleep(milliseconds) {
    return new Promise(resolve => {
      const wakeUp = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, milliseconds);
      this.#sleepers.add(wakeUp);
    });
  }

  wake() {
    this.#sleepers.forEach(wakeUp => wakeUp());
  }
}
