const MIB = 1024 ** 2;

export interface ScenarioLoad {
  readonly duty: number;
  readonly memoryBytes: number;
}

export interface Scenario {
  readonly name: string;
  readonly loads: readonly ScenarioLoad[];
  /** What must be had for it beside a GPU. */
  readonly needs?: 'mps' | 'mig';
}

const load = (duty: number, memoryMiB: number): ScenarioLoad => ({
  duty,
  memoryBytes: memoryMiB * MIB,
});

/** Known loads: alone, side by side, and more than there is room for. One recording each. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'one-30', loads: [load(0.3, 512)] },
  { name: 'one-80', loads: [load(0.8, 2048)] },
  { name: 'two', loads: [load(1, 1024), load(0.5, 256)] },
  { name: 'four', loads: [load(1, 512), load(0.6, 1024), load(0.4, 256), load(0, 2048)] },
  { name: 'mps', loads: [load(0.8, 512), load(0.4, 256)], needs: 'mps' },
  { name: 'mig', loads: [load(0.5, 256)], needs: 'mig' },
];
