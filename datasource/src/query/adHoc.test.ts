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
