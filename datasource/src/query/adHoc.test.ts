import * as fc from 'fast-check';
import { readQuery } from '../../shared/querySchema.js';
import { fromAdHoc } from './adHoc.js';

describe('ad hoc filters', () => {
  it('become conditions', () => {
    expect(
      fromAdHoc([
        { key: 'pod', operator: '=', value: 'web-1' },
        { key: 'label.team', operator: '!=', value: 'vision' },
      ]),
    ).toEqual({
      filters: [
        { name: 'pod', op: '=', values: ['web-1'] },
        { name: 'label.team', op: '!=', values: ['vision'] },
      ],
      dropped: [],
    });
  });

  it('of several values are one condition', () => {
    const { filters } = fromAdHoc([
      { key: 'app', operator: '=|', value: 'web', values: ['web', 'api'] },
      { key: 'app', operator: '!=|', value: 'db', values: ['db', ''] },
    ]);
    expect(filters).toEqual([
      { name: 'app', op: '=', values: ['web', 'api'] },
      { name: 'app', op: '!=', values: ['db'] },
    ]);
  });

  it('of an operator that is none are told', () => {
    const odd = { key: 'pod', operator: 'constructor', value: 'web-1' };
    expect(fromAdHoc([odd])).toEqual({ filters: [], dropped: [odd] });
  });

  it('that are half made ask nothing', () => {
    expect(
      fromAdHoc([
        { key: '', operator: '=', value: 'web' },
        { key: 'app', operator: '=', value: '' },
        { key: 'app', operator: '=|', value: '', values: [] },
      ]),
    ).toEqual({ filters: [], dropped: [] });
  });

  it('that a log store can not be asked exactly are told, not silently passed over', () => {
    const pattern = { key: 'pod', operator: '=~', value: 'web.*' };
    const greater = { key: 'status', operator: '>', value: '499' };
    expect(fromAdHoc([pattern, greater])).toEqual({ filters: [], dropped: [pattern, greater] });
  });
});

describe('whatever is filtered for', () => {
  const filter = fc.record({
    key: fc.constantFrom('', 'app', 'pod', 'label.team'),
    operator: fc.constantFrom('=', '!=', '=|', '!=|', '=~', '!~', '<', '>'),
    value: fc.constantFrom('', 'a', 'b*'),
    values: fc.option(fc.array(fc.constantFrom('', 'a', 'b')), { nil: undefined }),
  });

  it('is asked, told, or not whole yet: nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(filter), (adHoc) => {
        const { filters, dropped } = fromAdHoc(adHoc);
        const isHalf = ({ key, value, values }: (typeof adHoc)[number]) => {
          const all = values === undefined || values.length === 0 ? [value] : values;
          return key === '' || all.every((one) => one === '');
        };
        expect(filters.length + dropped.length + adHoc.filter(isHalf).length).toBe(adHoc.length);
        for (const { values } of filters) expect(values).not.toContain('');
      }),
    );
  });

  it('is asked in the way that the backend reads', () => {
    fc.assert(
      fc.property(fc.array(filter), (adHoc) => {
        const { filters } = fromAdHoc(adHoc);
        const selection = filters.length === 0 ? {} : { filters };
        expect(readQuery({ refId: 'A', version: 1, show: 'lines', selection })).toHaveProperty(
          'value',
        );
      }),
    );
  });
});
