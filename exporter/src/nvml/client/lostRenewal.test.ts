import { createLostRenewal } from './lostRenewal.js';

const LOST = {
  lost: [{ index: 0, uuid: 'GPU-0', pciBusId: '', code: 'NVML_ERROR_GPU_IS_LOST' }],
};
const WELL = { lost: [] };
const MINUTE = 60_000;

/** At which of the minutes it is time, with a look each minute. */
function times(minutes: number, isLost: (minute: number) => boolean): number[] {
  const renewal = createLostRenewal();
  return Array.from({ length: minutes }, (_, minute) => minute).filter((minute) =>
    renewal.looked(isLost(minute) ? LOST : WELL, minute * MINUTE),
  );
}

describe('NVML is started anew for a lost device', () => {
  it('never, while none is lost', () => {
    expect(times(500, () => false)).toEqual([]);
  });

  it('after a minute, and then ever less often, down to once an hour', () => {
    expect(times(8, () => true)).toEqual([1, 3, 7]);
    const late = times(600, () => true).slice(-3);
    expect(late.map((minute, index) => minute - (late[index - 1] ?? minute))).toEqual([0, 60, 60]);
  });

  it('not for one that is lost for a moment', () => {
    expect(times(60, (minute) => minute % 2 === 0)).toEqual([]);
  });

  it('soon again for the next that is lost', () => {
    expect(times(30, (minute) => minute < 10 || minute >= 20)).toEqual([1, 3, 7, 21, 23, 27]);
  });
});
