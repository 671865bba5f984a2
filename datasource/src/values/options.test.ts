import { failedOptions, isChoice, optionsOf, variableOptions } from './options.js';

describe('the rows of a list', () => {
  it('are the values with their lines, the notices and what is cut at the end', () => {
    const rows = optionsOf({
      values: [{ text: 'web', count: 1234 }, { text: 'api' }],
      isCut: true,
      notices: ['One shard failed'],
    });
    expect(rows.filter(isChoice)).toEqual([
      { value: 'web', description: '1,234 lines' },
      { value: 'api' },
    ]);
    expect(rows.filter((row) => !isChoice(row)).map(({ label }) => label)).toEqual([
      'One shard failed',
      'There are more: type how it begins',
    ]);
  });

  it('are none where there is nothing, so that the list says so itself', () => {
    expect(optionsOf({ values: [], isCut: false, notices: [] })).toEqual([]);
  });

  it('tell why there are none', () => {
    const reasons = [
      [{ data: { message: 'Too many fields' } }, 'Could not be listed: Too many fields'],
      [new Error('<gone>'), 'Could not be listed: <gone>'],
      [{}, 'Could not be listed: no reason given'],
      ['down', 'Could not be listed: down'],
    ] as const;
    for (const [error, text] of reasons) {
      const rows = failedOptions(error);
      expect(rows.map(({ label }) => label)).toEqual([text]);
      expect(rows.filter(isChoice)).toEqual([]);
    }
  });
});

describe('variables in a list', () => {
  it('are those that begin as typed', () => {
    expect(variableOptions(['app', 'pod'], '').map(({ value }) => value)).toEqual(['$app', '$pod']);
    expect(variableOptions(['app', 'pod'], '$p').map(({ value }) => value)).toEqual(['$pod']);
    expect(variableOptions(['app'], 'web')).toEqual([]);
  });
});
