/** Learns what each board draws when idle: the lowest power seen in this run. */
export interface PowerFloors {
  /** Takes in the present power and answers which fraction of it (0–1) is the idle floor. */
  advance(uuid: string, watts: number | undefined): number;
}

export function createPowerFloors(): PowerFloors {
  const lowest = new Map<string, number>();
  return {
    advance(uuid, watts) {
      if (watts === undefined || !(watts > 0)) return 0;
      const floor = Math.min(lowest.get(uuid) ?? watts, watts);
      lowest.set(uuid, floor);
      return floor / watts;
    },
  };
}
