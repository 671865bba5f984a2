/**
 * The most of its power limit that a board is taken to draw when idle. Data centre boards draw a tenth to a fifth; a board
 * that was never seen idle in this run would else pass off its load as its floor.
 */
const MOST_OF_LIMIT = 0.25;

/** Learns what each board draws when idle: the lowest power seen in this run, within bounds. */
export interface PowerFloors {
  /** Takes in the present power and answers which fraction of it (0–1) is the idle floor. */
  advance(uuid: string, watts: number | undefined, limitWatts: number | undefined): number;
}

export function createPowerFloors(): PowerFloors {
  const lowest = new Map<string, number>();
  return {
    advance(uuid, watts, limitWatts) {
      if (watts === undefined || !(watts > 0)) return 0;
      const floor = Math.min(lowest.get(uuid) ?? watts, watts);
      lowest.set(uuid, floor);
      const most = limitWatts !== undefined && limitWatts > 0 ? limitWatts * MOST_OF_LIMIT : floor;
      return Math.min(floor, most) / watts;
    },
  };
}
