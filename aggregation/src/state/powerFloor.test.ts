import { createPowerFloors } from './powerFloor.js';

describe('createPowerFloors', () => {
  it('takes the lowest power seen for the floor', () => {
    const floors = createPowerFloors();
    expect(floors.advance('a', 60, undefined)).toBe(1);
    expect(floors.advance('a', 240, undefined)).toBe(0.25);
    expect(floors.advance('a', 30, undefined)).toBe(1);
    expect(floors.advance('a', 300, undefined)).toBe(0.1);
  });

  it('does not take a load for the floor where the power limit tells better', () => {
    const floors = createPowerFloors();
    expect(floors.advance('a', 350, 700)).toBe(0.5);
    expect(floors.advance('a', 70, 700)).toBe(1);
    expect(floors.advance('a', 350, 700)).toBe(0.2);
  });

  it('keeps boards apart', () => {
    const floors = createPowerFloors();
    floors.advance('a', 50, undefined);
    expect(floors.advance('b', 200, undefined)).toBe(1);
  });

  it.each([undefined, 0])('has no floor at a power of %p', (watts) => {
    expect(createPowerFloors().advance('a', watts, 700)).toBe(0);
  });
});
