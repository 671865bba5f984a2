import type { FieldConfigSource } from '@grafana/data';
import { withWidth } from './widths.js';

const override = (name: string, ...properties: { id: string; value: unknown }[]) => ({
  matcher: { id: 'byName', options: name },
  properties,
});

const widths = ({ overrides }: FieldConfigSource): unknown[] =>
  overrides.map(({ matcher, properties }): unknown => [
    matcher.options,
    properties.map(({ id, value }): unknown[] => [id, value]),
  ]);

describe("a column's width as its user drew it", () => {
  it('is kept under its name', () => {
    expect(widths(withWidth({ defaults: {}, overrides: [] }, 'Node', 120))).toEqual([
      ['Node', [['custom.width', 120]]],
    ]);
  });

  it('replaces the former one and nothing else', () => {
    const unit = { id: 'unit', value: 'string' };
    const config = {
      defaults: { decimals: 1 },
      overrides: [override('Node', unit, { id: 'custom.width', value: 80 }), override('GPU', unit)],
    };
    const changed = withWidth(config, 'Node', 200);
    expect(changed.defaults).toEqual({ decimals: 1 });
    expect(widths(changed)).toEqual([
      ['GPU', [['unit', 'string']]],
      [
        'Node',
        [
          ['unit', 'string'],
          ['custom.width', 200],
        ],
      ],
    ]);
  });
});
