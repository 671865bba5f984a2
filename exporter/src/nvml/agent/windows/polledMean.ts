/** The mean of what was asked now and then, over a window that ends when it is cut. */
export interface PolledMean {
  /** An answer stands for the time since the question before it. */
  add(value: number, monotonicUs: number): void;
  /** %; undefined where nothing was answered within the window. */
  cut(): number | undefined;
}

/** For devices of which the driver tells its newest sample and no others: what lies between two questions is not seen. */
export function createPolledMean(): PolledMean {
  let askedUs: number | undefined;
  let newest: number | undefined;
  let weighted = 0;
  let covered = 0;
  return {
    add(value, monotonicUs) {
      if (!(value >= 0 && value <= 100)) return;
      const time = Math.max(0, monotonicUs - (askedUs ?? monotonicUs));
      weighted += value * time;
      covered += time;
      newest = value;
      askedUs = monotonicUs;
    },
    cut() {
      const mean = covered > 0 ? weighted / covered : newest;
      weighted = 0;
      covered = 0;
      newest = undefined;
      return mean;
    },
  };
}
