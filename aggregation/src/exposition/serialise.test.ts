import type { ExpositionFormat, MetricType } from './exposition.js';
import { expositionChunks, serialiseExposition } from './serialise.js';
import type { SeriesFamily, SeriesSample } from './series.js';

const sample = (
  labels: Record<string, string>,
  value: number,
  more: Partial<SeriesSample> = {},
) => ({
  labels: new Map(Object.entries(labels)),
  value,
  ...more,
});

const family = (more: Partial<SeriesFamily>): SeriesFamily => ({
  name: 'gpu_power_watts',
  type: 'gauge',
  help: 'Power draw.',
  samples: [sample({ gpu: '0' }, 287.5)],
  ...more,
});

const write = (more: Partial<SeriesFamily>, format: ExpositionFormat): string[] =>
  serialiseExposition([family(more)], format)
    .trimEnd()
    .split('\n');

describe('serialiseExposition', () => {
  it('writes 0.0.4', () => {
    expect(serialiseExposition([family({ unit: 'watts' })], 'prometheus')).toBe(
      '# HELP gpu_power_watts Power draw.\n# TYPE gpu_power_watts gauge\ngpu_power_watts{gpu="0"} 287.5\n',
    );
  });

  it('writes OpenMetrics', () => {
    expect(serialiseExposition([family({ unit: 'watts' })], 'openmetrics')).toBe(
      '# HELP gpu_power_watts Power draw.\n# TYPE gpu_power_watts gauge\n# UNIT gpu_power_watts watts\ngpu_power_watts{gpu="0"} 287.5\n# EOF\n',
    );
  });

  it('keeps families, samples and labels in the order given', () => {
    const samples = [sample({ z: '1', a: '2' }, 1), sample({ a: '1' }, 2), sample({}, 3)];
    const text = serialiseExposition(
      [family({ name: 'b', help: '', samples }), family({ name: 'a', help: '' })],
      'prometheus',
    );
    expect(text.split('\n')).toEqual([
      '# TYPE b gauge',
      'b{z="1",a="2"} 1',
      'b{a="1"} 2',
      'b 3',
      '# TYPE a gauge',
      'a{gpu="0"} 287.5',
      '',
    ]);
  });

  it('leaves out families without samples', () => {
    expect(serialiseExposition([family({ samples: [] })], 'prometheus')).toBe('');
    expect(serialiseExposition([family({ samples: [] })], 'openmetrics')).toBe('# EOF\n');
  });

  it.each<[type: MetricType, name: string, prometheus: string, openmetrics: string]>([
    ['counter', 'x_total', 'x_total counter', 'x counter'],
    ['counter', 'DCGM_FI_DEV_XID', 'DCGM_FI_DEV_XID counter', 'DCGM_FI_DEV_XID unknown'],
    ['counter', '_total', '_total counter', '_total unknown'],
    ['gauge', 'x_total', 'x_total gauge', 'x_total gauge'],
    ['info', 'x_info', 'x_info gauge', 'x info'],
    ['stateset', 'x', 'x gauge', 'x stateset'],
    ['histogram', 'x', 'x histogram', 'x histogram'],
    ['gaugehistogram', 'x', 'x untyped', 'x gaugehistogram'],
    ['summary', 'x', 'x summary', 'x summary'],
    ['unknown', 'x', 'x untyped', 'x unknown'],
  ])('names a %s called %s', (type, name, prometheus, openmetrics) => {
    expect(write({ type, name }, 'prometheus')).toContain(`# TYPE ${prometheus}`);
    expect(write({ type, name }, 'openmetrics')).toContain(`# TYPE ${openmetrics}`);
    for (const format of ['prometheus', 'openmetrics'] as const) {
      expect(write({ type, name }, format)).toContain(`${name}{gpu="0"} 287.5`);
    }
  });

  it('writes a unit only where the name ends in it', () => {
    const unit = (name: string, type: MetricType, value: string) =>
      write({ name, type, unit: value }, 'openmetrics').filter((line) => line.startsWith('# UNIT'));
    expect(unit('gpu_energy_joules_total', 'counter', 'joules')).toEqual([
      '# UNIT gpu_energy_joules joules',
    ]);
    expect(unit('gpu_power', 'gauge', 'watts')).toEqual([]);
    expect(unit('watts', 'gauge', 'watts')).toEqual([]);
    expect(unit('gpu_power_watts', 'gauge', '')).toEqual([]);
  });

  it('escapes label values alike and HELP as each format wants it', () => {
    const tricky = { help: 'a"b\\c\nd', samples: [sample({ x: 'a"b\\c\nd' }, 1)] };
    expect(write(tricky, 'prometheus')).toEqual([
      '# HELP gpu_power_watts a"b\\\\c\\nd',
      '# TYPE gpu_power_watts gauge',
      'gpu_power_watts{x="a\\"b\\\\c\\nd"} 1',
    ]);
    expect(write(tricky, 'openmetrics')).toContain('# HELP gpu_power_watts a\\"b\\\\c\\nd');
    expect(write(tricky, 'openmetrics')).toContain('gpu_power_watts{x="a\\"b\\\\c\\nd"} 1');
  });

  it('quotes names outside the classic character set', () => {
    const dotted = {
      name: 'gpu.used',
      help: 'x',
      samples: [sample({ 'pod.name': 'p' }, 1), sample({}, 2)],
    };
    expect(write(dotted, 'prometheus')).toEqual([
      '# HELP "gpu.used" x',
      '# TYPE "gpu.used" gauge',
      '{"gpu.used","pod.name"="p"} 1',
      '{"gpu.used"} 2',
    ]);
  });

  it('writes samples that are not called as their family', () => {
    const samples = [
      sample({ le: '+Inf' }, 2, { name: 'x_bucket' }),
      sample({}, 2, { name: 'x_count' }),
    ];
    expect(write({ name: 'x', type: 'histogram', help: '', samples }, 'openmetrics')).toEqual([
      '# TYPE x histogram',
      'x_bucket{le="+Inf"} 2',
      'x_count 2',
      '# EOF',
    ]);
  });

  it('writes time stamps as each format wants them', () => {
    const samples = [sample({}, 1, { timestampMs: 1_700_000_000_007 })];
    expect(write({ samples }, 'prometheus')).toContain('gpu_power_watts 1 1700000000007');
    expect(write({ samples }, 'openmetrics')).toContain('gpu_power_watts 1 1700000000.007');
  });

  it('leaves out samples whose time the format cannot hold, rather than giving them another', () => {
    const at = (timestampMs: number) => [sample({}, 1, { timestampMs })];
    const written = (timestampMs: number, format: ExpositionFormat) =>
      write({ samples: at(timestampMs) }, format).filter((line) => !line.startsWith('#'));
    expect(written(-5, 'prometheus')).toEqual([]);
    expect(written(-5, 'openmetrics')).toEqual(['gpu_power_watts 1 -0.005']);
    for (const bad of [NaN, Infinity, 1.5, 2 ** 60]) {
      expect(written(bad, 'prometheus')).toEqual([]);
      expect(written(bad, 'openmetrics')).toEqual([]);
    }
  });
});

describe('expositionChunks', () => {
  it('come in bounded pieces that make up the whole', () => {
    const samples = Array.from({ length: 20_000 }, (_, pod) =>
      sample({ pod: `pod-${String(pod)}` }, pod),
    );
    const chunks = [...expositionChunks([family({ samples })], 'openmetrics')];
    expect(chunks.length).toBeGreaterThan(5);
    for (const chunk of chunks) expect(chunk.length).toBeLessThan(70_000);
    expect(chunks.join('')).toBe(serialiseExposition([family({ samples })], 'openmetrics'));
    expect(chunks.every((chunk) => chunk.endsWith('\n'))).toBe(true);
  });

  it('come as they are asked for', () => {
    let asked = 0;
    function* families(): Generator<SeriesFamily> {
      for (;;) {
        asked++;
        yield family({ name: `m${String(asked)}`, help: 'x'.repeat(30_000) });
      }
    }
    expect(expositionChunks(families(), 'prometheus').next().done).toBe(false);
    expect(asked).toBe(3);
  });
});
