import * as fc from 'fast-check';
import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

/** What is true of a node, in the units that DCGM counts in. */
interface Leaf {
  readonly id: string;
  readonly percent: number;
  readonly mebibytes: number;
  readonly pods: readonly { readonly name: string; readonly mebibytes: number }[];
}

interface Gpu {
  readonly watts: number;
  readonly megahertz: number;
  readonly leaves: readonly Leaf[];
}

const leafOf = (id: fc.Arbitrary<string>): fc.Arbitrary<Leaf> =>
  fc.record({
    id,
    percent: fc.nat(100),
    mebibytes: fc.nat(80_000),
    pods: fc.uniqueArray(
      fc.record({ name: fc.constantFrom('a', 'b', 'c'), mebibytes: fc.nat(40_000) }),
      { selector: ({ name }) => name, maxLength: 3 },
    ),
  });

const whole = fc.tuple(leafOf(fc.constant('')));
const cutUp = fc.uniqueArray(leafOf(fc.nat(14).map(String)), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 4,
});

const fleet: fc.Arbitrary<Gpu[]> = fc.array(
  fc.record({ watts: fc.nat(700), megahertz: fc.nat(2000), leaves: fc.oneof(whole, cutUp) }),
  { minLength: 1, maxLength: 4 },
);

/** How dcgm-exporter up to 4.8 and since 4.9 would print it, with the virtual-GPU flag. */
const SPELLINGS = {
  old: {
    engine: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
    used: ['DCGM_FI_DEV_FB_USED', 1],
    clock: ['DCGM_FI_DEV_SM_CLOCK', 1],
    power: 'DCGM_FI_DEV_POWER_USAGE',
    host: 'Hostname',
  },
  renamed: {
    engine: 'DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO',
    used: ['DCGM_FI_DEV_FB_USED_BYTES', 1_048_576],
    clock: ['DCGM_FI_DEV_SM_CLOCK_HERTZ', 1e6],
    power: 'DCGM_FI_DEV_BOARD_POWER_WATTS',
    host: 'hostname',
  },
} as const;

function render(gpus: readonly Gpu[], spelling: keyof typeof SPELLINGS): string {
  const { engine, used, clock, power, host } = SPELLINGS[spelling];
  const lines = gpus.flatMap(({ watts, megahertz, leaves }, gpu) =>
    leaves.flatMap(({ id, percent, mebibytes, pods }) => {
      const instance = id === '' ? '' : `,GPU_I_PROFILE="1g.10gb",GPU_I_ID="${id}"`;
      const device = `gpu="${gpu}",UUID="GPU-${gpu}",modelName="M"${instance},${host}="node-a"`;
      const held = pods.map(({ name }) => `,container="c",namespace="n",pod="${name}"`);
      const copies = held.length === 0 ? [''] : held;
      return [
        ...copies.map((pod) => `${engine}{${device}${pod}} ${percent / 100}`),
        ...copies.map((pod) => `${power}{${device}${pod}} ${watts}`),
        ...copies.map((pod) => `${clock[0]}{${device}${pod}} ${megahertz * clock[1]}`),
        `${used[0]}{${device}} ${mebibytes * used[1]}`,
        ...pods.map((pod, i) => `${used[0]}{${device}${held[i]}} ${pod.mebibytes * used[1]}`),
      ];
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** The same, as Telemetry should have it: one entry per line, sorted. */
function truth(gpus: readonly Gpu[]) {
  const at = (gpu: number, id: string, metric: string, value: number) =>
    `GPU-${gpu}/${id} ${metric} ${value}`;
  const bytes = (mebibytes: number) => mebibytes * 1_048_576;
  return {
    readings: gpus
      .flatMap(({ watts, megahertz, leaves }, gpu) => [
        at(gpu, '', 'gpu_power_watts', watts),
        at(gpu, '', 'gpu_sm_clock_hertz', megahertz * 1e6),
        ...leaves.flatMap(({ id, percent, mebibytes }) => [
          at(gpu, id, 'gpu_engine_active_ratio', percent / 100),
          at(gpu, id, 'gpu_utilization_ratio', percent / 100),
          at(gpu, id, 'gpu_memory_used_bytes', bytes(mebibytes)),
        ]),
      ])
      .sort(),
    figures: gpus
      .flatMap(({ leaves }, gpu) =>
        leaves.flatMap(({ id, pods }) =>
          pods.map(({ name, mebibytes }) => at(gpu, id, name, bytes(mebibytes))),
        ),
      )
      .sort(),
  };
}

describe('a node that dcgm-exporter describes', () => {
  it.each(['old', 'renamed'] as const)('is read as it is, in the %s names', (spelling) => {
    fc.assert(
      fc.property(fleet, (gpus) => {
        const telemetry = normaliseDcgm(parseExposition(render(gpus, spelling)));
        const { readings, figures } = truth(gpus);
        expect(
          telemetry.readings
            .map((one) => `${one.uuid}/${one.gpuInstance} ${one.metric} ${one.value}`)
            .sort(),
        ).toEqual(readings);
        expect(
          telemetry.figures
            .map((one) => `${one.uuid}/${one.gpuInstance} ${one.pod} ${one.value}`)
            .sort(),
        ).toEqual(figures);
        expect(telemetry.holders).toHaveLength(figures.length);
        expect(telemetry.drops).toEqual([]);
        expect(telemetry.clamped).toBe(0);
      }),
    );
  });

  it('reads the same in both', () => {
    fc.assert(
      fc.property(fleet, (gpus) => {
        const old = normaliseDcgm(parseExposition(render(gpus, 'old')));
        expect(normaliseDcgm(parseExposition(render(gpus, 'renamed')))).toEqual(old);
      }),
    );
  });
});
