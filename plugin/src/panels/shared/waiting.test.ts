import type { PanelData } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { tableFrame } from '../testing/frames.js';
import { panelProps } from '../testing/panelProps.js';
import { failureOf, isWaiting } from './waiting.js';

const dataWith = (part: Partial<PanelData>): PanelData => ({
  ...panelProps({ options: {} }).data,
  ...part,
});
const series = [tableFrame('a', [[{}, 1]])];

describe('a panel waits', () => {
  it.each([
    [LoadingState.NotStarted, true],
    [LoadingState.Loading, true],
    [LoadingState.Done, false],
    [LoadingState.Error, false],
    [LoadingState.Streaming, false],
  ])('for its first answer while %s: %s', (state, waits) => {
    expect(isWaiting(dataWith({ state }))).toBe(waits);
    expect(isWaiting(dataWith({ state, series }))).toBe(false);
  });
});

describe('a failure', () => {
  it('is none while all is well', () => {
    expect(failureOf(dataWith({}))).toBeUndefined();
  });

  it('is told in the words of who was asked before those of the call', () => {
    const errors = [{ message: '500', data: { message: 'query timed out' } }];
    expect(failureOf(dataWith({ errors }))).toBe('query timed out');
    expect(failureOf(dataWith({ errors: [{ message: '500' }] }))).toBe('500');
  });

  it('may be without words', () => {
    expect(failureOf(dataWith({ state: LoadingState.Error }))).toBe('');
  });
});
