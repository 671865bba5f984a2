import { familiesOf } from './families.js';
import { parseExposition } from './parse.js';

const shape = (text: string, format: 'prometheus' | 'openmetrics') =>
  familiesOf(parseExposition(text, { format })).map(({ name, type, samples }) => ({
    name,
    type,
    samples: samples.map((sample) => sample.name ?? name),
  }));

describe('familiesOf', () => {
  it('gathers a family whose lines stand apart', () => {
    const text = '# TYPE a gauge\na{x="1"} 1\nb 2\na{x="2"} 3\n# TYPE b counter\n';
    expect(shape(text, 'prometheus')).toEqual([
      { name: 'a', type: 'gauge', samples: ['a', 'a'] },
      { name: 'b', type: 'counter', samples: ['b'] },
    ]);
  });

  it('keeps the parts of histograms and summaries together', () => {
    const text =
      '# TYPE h histogram\nh_bucket{le="1"} 1\nh_sum 2\nh_count 1\n# TYPE s summary\ns{quantile="0.5"} 1\ns_sum 1\ns_count 1\n';
    expect(shape(text, 'prometheus')).toEqual([
      { name: 'h', type: 'histogram', samples: ['h_bucket', 'h_sum', 'h_count'] },
      { name: 's', type: 'summary', samples: ['s', 's_sum', 's_count'] },
    ]);
  });

  it('calls an OpenMetrics counter as its samples are called', () => {
    const text =
      '# TYPE a counter\na_total 1\na_created 2\n# TYPE b info\nb_info{v="1"} 1\n# TYPE h gaugehistogram\nh_gsum 1\n# EOF\n';
    expect(shape(text, 'openmetrics')).toEqual([
      { name: 'a_total', type: 'counter', samples: ['a_total', 'a_created'] },
      { name: 'b_info', type: 'info', samples: ['b_info'] },
      { name: 'h', type: 'gaugehistogram', samples: ['h_gsum'] },
    ]);
  });

  it('does not take a sample for a part of a family that has no such part', () => {
    const text =
      '# TYPE a gauge\na_sum 1\n# TYPE b counter\nb_total 1\n# TYPE c_sum gauge\n# TYPE c summary\nc_sum 1\n';
    expect(shape(text, 'prometheus')).toEqual([
      { name: 'a_sum', type: 'unknown', samples: ['a_sum'] },
      { name: 'b_total', type: 'unknown', samples: ['b_total'] },
      { name: 'c_sum', type: 'gauge', samples: ['c_sum'] },
    ]);
  });

  it('carries help, unit and time stamps', () => {
    const text = '# HELP a_seconds Help.\n# UNIT a_seconds seconds\na_seconds 1 2.5\n# EOF\n';
    expect(familiesOf(parseExposition(text))).toEqual([
      {
        name: 'a_seconds',
        type: 'unknown',
        help: 'Help.',
        unit: 'seconds',
        samples: [{ labels: new Map(), value: 1, timestampMs: 2500 }],
      },
    ]);
  });
});
