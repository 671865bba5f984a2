import { parseExposition } from './parse.js';

const parse = (body: string) => parseExposition(`${body}# EOF\n`, { format: 'openmetrics' });

describe('samples of OpenMetrics', () => {
  it.each<
    [what: string, line: string, name: string, labels: Record<string, string>, value: number]
  >([
    ['no labels', 'up 1', 'up', {}, 1],
    ['labels', 'a{b="c",d="e"} 1.5', 'a', { b: 'c', d: 'e' }, 1.5],
    ['escapes', String.raw`a{b="\"\\\n\d"} 1`, 'a', { b: '"\\\n\\d' }, 1],
    ['names in quotes', '{"gpu.used","pod.name"="p"} 1', 'gpu.used', { 'pod.name': 'p' }, 1],
    ['_created as any sample', 'a_created{b="c"} 1.7e9', 'a_created', { b: 'c' }, 1.7e9],
    ['an exemplar', 'a_total 3 # {trace_id="x"} 0.5', 'a_total', {}, 3],
    ['an exemplar with time', 'a_bucket{le="1"} 3 # {} 0.5 1.5', 'a_bucket', { le: '1' }, 3],
    ['an exemplar with braces in it', 'a{b="c"} 3 # {d="}{"} 0.5', 'a', { b: 'c' }, 3],
    ['infinity in small letters', 'a -inf', 'a', {}, -Infinity],
  ])('reads %s', (_, line, name, labels, value) => {
    const { samples, problems } = parse(`${line}\n`);
    expect(problems).toEqual([]);
    expect(samples).toEqual([{ name, labels: new Map(Object.entries(labels)), value, line: 1 }]);
  });

  it.each([
    ['a 1 1700000000', 1_700_000_000_000],
    ['a 1 1700000000.123', 1_700_000_000_123],
    ['a 1 1.7e9', 1_700_000_000_000],
    ['a 1 4461969306301.313', 4_461_969_306_301_313],
    ['a 1 -1.5', -1500],
    ['a 1 -0.0001', 0],
    ['a 1 2.5 # {b="c"} 1 9', 2500],
  ])('reads the seconds of %s', (line, timestampMs) => {
    const { samples, problems } = parse(`${line}\n`);
    expect(problems).toEqual([]);
    expect(samples.map((sample) => sample.timestampMs)).toEqual([timestampMs]);
  });

  it('needs no line feed behind # EOF', () => {
    expect(parseExposition('a 1\n# EOF', { format: 'openmetrics' }).problems).toEqual([]);
  });
});

describe('families', () => {
  it('are read from HELP, TYPE and UNIT', () => {
    const { families, problems } = parse(
      '# HELP gpu_energy_joules Since \\"load\\".\\nA\\\\B\n# TYPE gpu_energy_joules counter\n# UNIT gpu_energy_joules joules\n' +
        'gpu_energy_joules_total 1\n# TYPE s stateset\n',
    );
    expect(problems).toEqual([]);
    expect([...families.values()]).toEqual([
      { name: 'gpu_energy_joules', type: 'counter', help: 'Since "load".\nA\\B', unit: 'joules' },
      { name: 's', type: 'stateset', help: '', unit: '' },
    ]);
  });

  it.each([
    'counter',
    'gauge',
    'histogram',
    'gaugehistogram',
    'summary',
    'info',
    'stateset',
    'unknown',
  ])('can be of type %s', (type) => {
    expect(parse(`# TYPE a ${type}\n`).families.get('a')?.type).toBe(type);
  });

  it.each([
    ['counter', 'counter'],
    ['gauge', 'gauge'],
    ['histogram', 'histogram'],
    ['summary', 'summary'],
    ['untyped', 'unknown'],
  ])('of 0.0.4 can be of type %s', (word, type) => {
    const { families } = parseExposition(`# TYPE a ${word}\n`, { format: 'prometheus' });
    expect(families.get('a')?.type).toBe(type);
  });

  it('of 0.0.4 have no escape for quotes in HELP', () => {
    const text = '# HELP a Say \\"x\\".\\nA\\\\B\n';
    const { families } = parseExposition(text, { format: 'prometheus' });
    expect(families.get('a')?.help).toBe('Say \\"x\\".\nA\\B');
  });

  it('may be described after their samples, in pieces and twice in the same words', () => {
    const text =
      'a 1\n# TYPE a gauge\nb 2\n# HELP b Bee.\na{x="y"} 3\n# HELP a Ay.\n# HELP a Ay.\n# TYPE a gauge\n';
    const { families, samples, problems } = parseExposition(text, { format: 'prometheus' });
    expect(problems).toEqual([]);
    expect(samples).toHaveLength(3);
    expect(families.get('a')).toEqual({ name: 'a', type: 'gauge', help: 'Ay.', unit: '' });
    expect(families.get('b')).toEqual({ name: 'b', type: 'unknown', help: 'Bee.', unit: '' });
  });

  it('may have names in quotes', () => {
    const { families } = parse('# TYPE "gpu.used" gauge\n# HELP "gpu.used" Used.\n');
    expect(families.get('gpu.used')).toMatchObject({ type: 'gauge', help: 'Used.' });
  });

  it('of 0.0.4 may have no HELP text', () => {
    const { problems, families } = parseExposition('# HELP a\n# HELP b \n', {
      format: 'prometheus',
    });
    expect(problems).toEqual([]);
    expect(families.get('a')?.help).toBe('');
    expect(families.get('b')?.help).toBe('');
  });
});
